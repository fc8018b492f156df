"""`ask` and `search`: free text against the corpus."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.console.json_output import answer_json, edition_json, passage_json
from bot.console.keeping import keep_unanswered
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import end, print_json, print_rows
from bot.console.rendering import answer_rows, edition_rows, passage_rows
from bot.console.session import opened
from bot.requests import Request
from index.assistant import answer
from index.search import search

app = typer.Typer()


@app.command("ask")
def ask_command(
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    meeting: Annotated[str | None, typer.Option(help="The meeting that it is about.")] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question, with citations."""
    request = Request.of("ask", question=question, meeting=meeting)
    with opened(corpus, data) as session:
        generation = session.generation
        found = answer(generation, question, meeting, today=datetime.now(UTC).date())
        if as_json:
            print_json({**answer_json(found), **edition_json(generation.edition)})
        else:
            print_rows([*answer_rows(found), *edition_rows(generation.edition)])
        keep_unanswered(session, request, found)
    end(found=not found.abstained)


@app.command("search")
def search_command(
    query: Annotated[str, typer.Argument(help="Words to look for.")],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Passages at most.")] = 10,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Rank the paragraphs for some words."""
    with opened(corpus, data) as session:
        passages = search(session.generation, query, limit=limit)
    if as_json:
        print_json([passage_json(each) for each in passages])
    else:
        print_rows(passage_rows(passages))
    end(found=bool(passages))
