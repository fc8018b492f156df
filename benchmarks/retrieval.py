"""How well the right paragraph is found: our parts on and off, beside well-known engines.

Prints Markdown tables; docs/retrieval.md explains them. Run as `make bench-retrieval`.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.ablation import ablations
from benchmarks.engines import Ranker, engines
from benchmarks.generated import corpus_of
from benchmarks.known_items import known_items
from bot.settings import shipped_corpus
from index.assistant import answer
from index.evaluation import GoldQuestion, QuestionScores, read_questions, score_questions
from index.evaluation.questions import squeezed
from index.generation import Generation
from index.library import open_library
from index.semantic.model import sentence_model

_PARAGRAPHS = 1000  # of the made-up corpus
_KNOWN_ITEMS = 200
_COLUMNS = ("", "recall@1", "recall@3", "MRR", "refused", "wrongly refused", "ms")


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions with known answers, and the generation they are asked of."""

    name: str
    generation: Generation
    questions: tuple[GoldQuestion, ...]


def main() -> None:
    """Print a table for each set of questions."""
    for trial in _trials():
        found = [each for each in trial.questions if each.snippet]
        documents, paragraphs = len(trial.generation.documents), len(trial.generation.indexed)
        _print(
            f"\n### {trial.name}: {len(trial.questions)} questions, {len(found)} with a paragraph,"
            f" {documents} documents, {paragraphs} paragraphs\n"
        )
        _print(f"| {' | '.join(_COLUMNS)} |\n|---|{'---:|' * (len(_COLUMNS) - 1)}")
        for row in _rows(trial, found):
            _print(f"| {' | '.join(row)} |")


def _trials() -> Iterator[Trial]:
    shipped = asyncio.run(_published(shipped_corpus()))
    golden = (shipped_corpus().parent / "golden.json").read_bytes()
    yield Trial("Golden set", shipped, read_questions(golden))
    shared = os.environ.get("RAPPORTEUR_SHARED")
    if shared:
        gold = (Path(shared) / "gold" / "questions.json").read_bytes()
        yield Trial("Held-out gold", shipped, read_questions(gold))
    with tempfile.TemporaryDirectory() as folder:
        for file, content in corpus_of(_PARAGRAPHS).items():
            (Path(folder) / file).write_bytes(content)
        made_up = asyncio.run(_published(Path(folder)))
    yield Trial("Generated known items", made_up, known_items(made_up, _KNOWN_ITEMS))


async def _published(corpus: Path) -> Generation:
    """The corpus as the bot would publish it, with vectors where the extra is installed."""
    with tempfile.TemporaryDirectory() as data:
        async with open_library(Path(data), corpus, embedder=sentence_model()) as library:
            return library.generation


def _rows(trial: Trial, found: Sequence[GoldQuestion]) -> Iterator[tuple[str, ...]]:
    texts = [each.paragraph.text for each in trial.generation.indexed]
    for name, rank in {**engines(texts), **ablations(trial.generation)}.items():
        yield _ranking_row(name, rank, trial.generation, found)
    yield _answers_row("**answers**", replace(trial.generation, vectors=None), trial.questions)
    if trial.generation.vectors:
        yield _answers_row("**answers with vectors**", trial.generation, trial.questions)


def _ranking_row(
    name: str, rank: Ranker, generation: Generation, questions: Sequence[GoldQuestion]
) -> tuple[str, ...]:
    wanted = [_relevant(generation, each) for each in questions]
    rank(questions[0].question)  # word lists and models load on first use
    started = time.process_time()
    rankings = [rank(each.question) for each in questions]
    spent = time.process_time() - started
    places = [
        next((place for place, number in enumerate(ranking, 1) if number in numbers), 0)
        for ranking, numbers in zip(rankings, wanted, strict=True)
    ]
    first = sum(place == 1 for place in places) / len(places)
    in_three = sum(0 < place <= 3 for place in places) / len(places)
    mrr = sum(1 / place for place in places if place) / len(places)
    return name, _share(first), _share(in_three), _share(mrr), "", "", _ms(spent, len(places))


def _answers_row(
    name: str, generation: Generation, questions: Sequence[GoldQuestion]
) -> tuple[str, ...]:
    answer(generation, questions[0].question)
    started = time.process_time()
    scores = score_questions(questions, lambda question: answer(generation, question))
    spent = time.process_time() - started
    found = _share(scores.recall(1)), _share(scores.recall(3)), _share(scores.mrr())
    return name, *found, *_refusals(scores), _ms(spent, len(questions))


def _refusals(scores: QuestionScores) -> tuple[str, str]:
    unanswerable = "none" in scores.kinds()
    refused = _share(scores.abstained_correctly()) if unanswerable else ""
    return refused, _share(scores.wrongly_abstained())


def _relevant(generation: Generation, question: GoldQuestion) -> frozenset[int]:
    """The numbers of the paragraphs that hold one of the question's snippets."""
    snippets = [squeezed(each) for each in (question.snippet, *question.alt_snippets) if each]
    return frozenset(
        number
        for number, each in enumerate(generation.indexed)
        if question.file in (None, each.document.file)
        and any(snippet in squeezed(each.paragraph.text) for snippet in snippets)
    )


def _share(value: float) -> str:
    return f"{value:.2f}"


def _ms(seconds: float, questions: int) -> str:
    return f"{1000 * seconds / questions:.1f}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
