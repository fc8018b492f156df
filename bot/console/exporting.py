"""`export`: facts as a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.console.options import Corpus, Data
from bot.console.session import opened
from index.errors import InputError
from index.export import FORMATS, TABLES, export

app = typer.Typer()


@app.command("export")
def export_command(
    what: Annotated[str, typer.Argument(help=f"{', '.join(TABLES)}.")],
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMATS)}.")] = "csv",
    output: Annotated[Path | None, typer.Option(help="A file to write; else stdout.")] = None,
    corpus: Corpus = None,
    data: Data = None,
) -> None:
    """Write facts as a file, each row with its citation."""
    with opened(corpus, data) as session:
        made = export(session.generation, what, form)
    if output is None:
        sys.stdout.buffer.write(made.content)
        return
    try:
        output.write_bytes(made.content)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror}.") from error
