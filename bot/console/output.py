"""Printing: renderings for people, one JSON document for programs, and how the command ended."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from bot.console.corpus_json import publish_json
from bot.console.failures import ExitCode
from bot.console.rendering import Row, answer_rows, edition_rows
from index.answers import Answer
from index.generation import Edition
from index.publication.publishing import PublishResult
from index.replies.corpus import publish_reply

_NARROWEST = 20  # columns; a narrower terminal wraps by itself


def print_rows(rows: Iterable[Row]) -> None:
    """Print rows, wrapped to a terminal's width; a pipe gets each row as one line."""
    console = Console(highlight=False)
    for row in rows:
        width = max(console.width - row.indent, _NARROWEST)
        for line in row.text.wrap(console, width) if console.is_terminal else (row.text,):
            shown = Text(" " * row.indent).append(line)
            shown.rstrip()
            console.print(shown, soft_wrap=True)


def print_answer(answer: Answer, edition: Edition | None = None) -> None:
    """Print an answer for people; an abstention ends the command as nothing found."""
    print_rows([*answer_rows(answer), *edition_rows(edition)])
    end(found=not answer.abstained)


def print_published(result: PublishResult, *, as_json: bool) -> None:
    """Print what a publish did."""
    if as_json:
        print_json(publish_json(result))
    else:
        print_answer(publish_reply(result))


def print_json(document: Any) -> None:
    """Print one JSON document, as UTF-8."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def end(*, found: bool) -> None:
    """End a command that ran: a script can tell nothing found from something.

    Raises:
        typer.Exit: nothing was found.
    """
    if not found:
        raise typer.Exit(ExitCode.NOT_FOUND)
