"""Rows of tables, as texts print them: "| Fiji | Member |", or cells parted by tabs or gaps."""

import re
from itertools import pairwise
from typing import NamedTuple

from corpus.typography import fold

_PIPE = re.compile(r"\|")
_GAP = re.compile(r"\t|(?<![.:;,!?\s]) {3,}")  # two spaces may follow a full stop
_PADDING = " \t*_"


class Cell(NamedTuple):
    """One cell at its place in the row; `text` is folded and without emphasis."""

    start: int
    end: int
    text: str


def cells_of(row: str) -> tuple[Cell, ...]:
    """The cells of a row, left to right, empty ones too; none where a text is no row."""
    if "|" not in row and "\t" not in row and "   " not in row:
        return ()
    folded = fold(row)
    mark = _PIPE if "|" in row else _GAP
    bounds = [(0, 0), *(each.span() for each in mark.finditer(row)), (len(row), len(row))]
    slots = [(left[1], right[0]) for left, right in pairwise(bounds)]
    if mark is _PIPE:  # a pipe at either end parts nothing
        slots = slots[not folded[: slots[0][1]].strip() :]
        slots = slots[: len(slots) - (not folded[slots[-1][0] :].strip())] if slots else slots
    found = tuple(_cell(folded, *slot) for slot in slots)
    return found if len(found) > 1 else ()


def _cell(folded: str, start: int, end: int) -> Cell:
    inside = folded[start:end]
    start += len(inside) - len(inside.lstrip(_PADDING))
    bare = inside.strip(_PADDING)
    return Cell(start, start + len(bare), bare)
