"""`backup` and `restore`: the database as one file."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.console.options import Data
from bot.console.output import print_rows
from bot.console.rendering import Row
from bot.settings import read_settings
from index.backup import back_up
from index.backup import restore as put_back
from index.library import FILE_NAME

app = typer.Typer()


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file.")] = False,
    data: Data = None,
) -> None:
    """Save the database as one file, also while the bot runs."""
    asyncio.run(back_up(read_settings(data=data).data / FILE_NAME, file, overwrite=overwrite))
    print_rows([Row(Text(f"The database is saved in {file}."))])


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    data: Data = None,
) -> None:
    """Put a saved database in the place of the present one, which is kept beside it."""
    store = read_settings(data=data).data / FILE_NAME
    kept = asyncio.run(put_back(file, store, datetime.now(UTC)))
    told = f" What it replaced is kept as {kept.name}." if kept else ""
    print_rows([Row(Text(f"The database is that of {file} again.{told}"))])
