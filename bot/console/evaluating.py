"""`evaluate`: answers against a file of questions, or facts against a file of facts."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_json, print_rows
from bot.console.rendering import Row
from bot.console.session import opened
from corpus.reading import file_content
from index.assistant import answer
from index.evaluation import (
    FactScores,
    QuestionScores,
    read_facts,
    read_questions,
    score_facts,
    score_questions,
)
from index.evaluation.questions import QuestionResult
from index.generation import Generation

app = typer.Typer()

_LIST = 2
_SHOWN = 90  # characters of an answer in the list of misses


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="A JSON list of questions, or a file of facts.")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Measure answers, or extracted facts, against a file of what is right."""
    content = file_content(file, file.name)
    with opened(corpus, data) as session:
        session.embed()
        generation = session.generation
        if content.lstrip()[:1] == b"{":
            documents = generation.documents.values()
            facts = score_facts(read_facts(content), generation.facts, documents)
            _show(as_json, {**facts.summary(), "misses": facts.misses}, _fact_rows(facts))
        else:
            scores = _ask_all(generation, content)
            _show(as_json, _scores_json(scores), _question_rows(scores))


def _ask_all(generation: Generation, content: bytes) -> QuestionScores:
    return score_questions(read_questions(content), partial(answer, generation))


def _show(as_json: bool, document: dict[str, Any], rows: Iterator[Row]) -> None:
    if as_json:
        print_json(document)
    else:
        print_rows(rows)


def _scores_json(scores: QuestionScores) -> dict[str, Any]:
    """The figures, those of each kind and style, and what went wrong."""
    return {
        **scores.summary(),
        "kinds": {kind: scores.of_kind(kind).summary() for kind in scores.kinds()},
        "styles": {style: scores.of_style(style).summary() for style in scores.styles()},
        "misses": [
            {
                "question": each.gold.question,
                "kind": each.gold.kind,
                "place": each.place,
                "said": each.said,
                "abstained": each.answer.abstained,
                "answer": each.answer.text,
            }
            for each in scores.misses()
        ],
    }


def _question_rows(scores: QuestionScores) -> Iterator[Row]:
    yield Row(Text("All: " + _figures(scores), "bold"))
    for kind in scores.kinds():
        yield Row(Text(f"{kind}: {_figures(scores.of_kind(kind))}"), _LIST)
    for style in scores.styles():
        yield Row(Text(f"worded {style}: {_figures(scores.of_style(style))}"), _LIST)
    yield from (Row(Text(_miss(each)), _LIST) for each in scores.misses())


def _figures(scores: QuestionScores) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in scores.summary().items())


def _miss(result: QuestionResult) -> str:
    if result.answer.abstained:
        went = "refused"
    elif result.gold.kind == "none":
        went = "answered"
    elif result.gold.snippet and result.place != 1:
        went = f"cited at place {result.place}" if result.place else "not cited"
    else:
        went = "not said"
    return f"{went}: {result.gold.question} → {result.answer.text[:_SHOWN]}"


def _fact_rows(scores: FactScores) -> Iterator[Row]:
    for measure, share in scores.summary().items():
        yield Row(Text(f"{measure}: {share:g} of {scores.all[measure]}"))
    yield from (Row(Text(miss), _LIST) for miss in scores.misses)
