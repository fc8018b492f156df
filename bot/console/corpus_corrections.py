"""`corpus facts`, `correct`, `corrections` and `undo`: single facts put right."""

from typing import Annotated

import typer

from bot import looks
from bot.console import correcting, maintaining
from bot.console.corpus_json import correction_json, stated_json
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_answer, print_json, print_published
from bot.console.session import opened
from corpus.documents import Citation

app = typer.Typer()

Paragraph = Annotated[str, typer.Argument(help="The citation of a published paragraph.")]
Note = Annotated[str, typer.Option(help="Why, for the list of corrections.")]


@app.command()
def facts(
    citation: Paragraph, corpus: Corpus = None, data: Data = None, as_json: AsJson = False
) -> None:
    """List what was read from a paragraph and can be corrected."""
    with opened(corpus, data) as session:
        if not as_json:
            print_answer(maintaining.look(session, looks.FACTS, citation))
            return
        cited = Citation.parse(citation)
        found = session.apply(lambda library: library.corrections.stated(cited))
    print_json([stated_json(each) for each in found])


@app.command()
def correct(
    citation: Paragraph,
    fact: Annotated[str, typer.Argument(help="As `corpus facts` lists it.")],
    action: Annotated[str, typer.Argument(help="hide or set.")],
    value: Annotated[str, typer.Argument(help="What it is set to.")] = "",
    note: Note = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Put a fact right that was read wrongly, or hide it."""
    with opened(corpus, data) as session:
        result = correcting.correct(session, citation, fact, action, value, note)
    print_published(result, as_json=as_json)


@app.command()
def corrections(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """List what was put right, by whom and why, and what waits."""
    with opened(corpus, data) as session:
        if not as_json:
            print_answer(maintaining.look(session, looks.CORRECTIONS))
            return
        entries = session.apply(lambda library: library.corrections.all())
    print_json([correction_json(each) for each in entries])


@app.command()
def undo(
    correction: Annotated[str, typer.Argument(help="Its number, as `corpus corrections` shows.")],
    note: Note = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Take a correction back, by a new entry."""
    with opened(corpus, data) as session:
        result = correcting.undo(session, correction, note)
    print_published(result, as_json=as_json)
