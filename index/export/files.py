"""Writing exports: CSV that a spreadsheet cannot mistake for formulas, JSON, Markdown, ICS."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.conversing.turns import Context
from index.errors import InputError
from index.export.calendars import CALENDARS
from index.export.conversations import conversation_table
from index.export.tables import TABLES, Cell, Table
from index.generation import Generation

_BYTE_ORDER_MARK = "\ufeff"  # else spreadsheets read UTF-8 as something older
# Source: OWASP, "CSV Injection": what makes a spreadsheet read a cell as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKDOWN = re.compile(r"[\\|`*_<\[]")
CONVERSATION = "conversation"
EXPORTS = (*TABLES, CONVERSATION)
_NO_CONVERSATION = (
    "There is no conversation to export: ask something first, in a thread, in direct messages or"
    " in the console's chat, and export it there."
)


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to hand over."""

    name: str
    content: bytes


def export(
    generation: Generation, what: str, form: str, context: Context | None = None
) -> ExportFile:
    """Write one kind of facts in one format, or what a conversation answered.

    Raises:
        InputError: there is no such export, or no conversation to export.
    """
    wanted, suffix = what.strip().casefold(), form.strip().casefold()
    if wanted not in EXPORTS:
        raise InputError(f"“{what}” cannot be exported; choose {', '.join(EXPORTS)}.")
    if suffix not in FORMATS:
        raise InputError(f"“{form}” is no format; choose {', '.join(FORMATS)}.")
    if suffix == "ics":
        if wanted not in CALENDARS:
            raise InputError(f"A calendar holds {' or '.join(CALENDARS)}, not {wanted}.")
        content = CALENDARS[wanted](generation)
    elif wanted == CONVERSATION:
        if context is None or not any(turn.asked for turn in context.turns):
            raise InputError(_NO_CONVERSATION)
        content = _WRITERS[suffix](conversation_table(generation, context))
    else:
        content = _WRITERS[suffix](TABLES[wanted](generation))
    return ExportFile(f"{wanted}-generation-{generation.number}.{suffix}", content)


def _csv(table: Table) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(map(_safe, table.columns))
    writer.writerows([_safe(_text(cell)) for cell in row] for row in table.rows)
    return (_BYTE_ORDER_MARK + lines.getvalue()).encode()


def _json(table: Table) -> bytes:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _markdown(table: Table) -> bytes:
    rows = [table.columns, ("---",) * len(table.columns)]
    rows += [tuple(_escaped(_text(cell)) for cell in row) for row in table.rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows).encode()


_WRITERS: Mapping[str, Callable[[Table], bytes]] = {"csv": _csv, "json": _json, "md": _markdown}
FORMATS = (*_WRITERS, "ics")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return "; ".join(cell) if isinstance(cell, tuple) else str(cell)


def _safe(text: str) -> str:
    """The cell, with an apostrophe before what would start a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
