"""`check`: what adding files would do; nothing is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.console.corpus_json import check_json
from bot.console.failures import ExitCode
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_json, print_rows
from bot.console.rendering import Row, answer_rows
from bot.console.session import opened
from index.generation import Generation
from index.publication.preview import Check
from index.replies.preview import preview_reply

app = typer.Typer()


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Files that you think of adding.")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what adding these files would do; nothing is written."""
    with opened(corpus, data) as session:
        checks, generation = session.check(files), session.generation
    if as_json:
        print_json([check_json(each) for each in checks])
    else:
        print_rows(row for each in checks for row in check_rows(generation, each))
    if any(each.reason for each in checks):
        raise typer.Exit(ExitCode.REFUSED)


def check_rows(generation: Generation, found: Check) -> Iterator[Row]:
    """One file: its dry run, or why it would be rejected."""
    if found.preview is None:
        yield Row(Text(f"{found.file}: would be rejected: {found.reason}", "yellow"))
    else:
        yield from answer_rows(preview_reply(generation, found.preview))
        yield Row(Text())
