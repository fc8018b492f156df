"""The options that most sub-commands share."""

from pathlib import Path
from typing import Annotated

import typer

Corpus = Annotated[
    Path | None,
    typer.Option("--corpus", help="Folder of documents.", show_default="the shipped ones"),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", help="Folder of the database.", show_default="data"),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="As it stood on a date.")]
