"""`export`: facts as a file."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.console.options import Corpus, Data
from bot.console.rendering import Row
from bot.console.session import Session, opened
from index.conversing.turns import Context
from index.errors import InputError
from index.export import EXPORTS, FORMATS, export

app = typer.Typer()


@app.command("export")
def export_command(
    what: Annotated[str, typer.Argument(help=f"{', '.join(EXPORTS)}.")],
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
    else:
        _write(output, made.content)


def export_rows(
    session: Session, context: Context, what: str, form: str = "csv", output: str = ""
) -> Iterator[Row]:
    """Export inside a chat, where also its own conversation can be; to a file, never over one.

    Raises:
        InputError: there is no such export, or the file cannot be written.
    """
    made = export(session.generation, what, form, context)
    path = Path(output or made.name)
    if path.exists():
        raise InputError(f"{path} exists; name another with output:…")
    _write(path, made.content)
    yield Row(Text(f"Written: {path}"))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.") from error
