"""The columns of a page: where a strip stays free between running text on both sides."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.formats.pdf_rows import Row, Segment

_FEWEST_TWO_SIDED = 2  # rows with text on both sides of a strip that no other page has
_FEWEST_ROWS = 6  # of its longer side
_FEWEST_WORDS = 3  # in the usual line of running text: a table's cells hold fewer
_MOST_CANDIDATES = 40
_NARROWEST = 0.2  # share of the width of all that a column takes at least
_FULL = 0.8  # share of a column's width at which its line is full
_LEAST_FULL = 0.4  # share of a column's lines that are full: a table's cells are ragged
_LONGER = 1.5  # of a row's height: the distance at which a column goes on without the other
_LARGER = 1.1  # of a row's height: what follows is a heading


class _Columns(NamedTuple):
    """Rows, from `start` up to `end`, that a strip around `gutter` parts."""

    gutter: float
    start: int
    end: int
    two_sided: int


def common_gutters(pages: Sequence[Sequence[Row]]) -> tuple[float, ...]:
    """Where the columns of pages are parted; a page with few lines may show it to none."""
    found = (_columns(rows, ()) for rows in pages)
    return tuple(sorted({round(each.gutter) for each in found if each is not None}))


def regions(rows: Sequence[Row], gutters: Sequence[float]) -> Iterator[tuple[Row, ...]]:
    """The parts of a page that have one column each, in the order in which they are read."""
    pending = [tuple(rows)]
    while pending:
        part = pending.pop()
        found = _columns(part, gutters)
        if found is not None:
            inside = part[found.start : found.end]
            left, right = (_side(inside, found.gutter, is_left=each) for each in (True, False))
            pending += [part[found.end :], right, left, part[: found.start]]
        elif part:
            yield part


def _columns(rows: Sequence[Row], gutters: Sequence[float]) -> _Columns | None:
    """The columns with most rows side by side; None where there are none."""
    known = [each for gutter in gutters for each in _stretches(rows, gutter)]
    new = [
        each
        for gutter in _candidates(rows)
        for each in _stretches(rows, gutter)
        if each.two_sided >= _FEWEST_TWO_SIDED and _are_columns(rows[each.start : each.end], gutter)
    ]
    return max(known + new, key=lambda each: each.two_sided, default=None)


def _candidates(rows: Sequence[Row]) -> list[float]:
    """The middles of the gaps in rows, the most frequent first."""
    counts: dict[int, list[float]] = {}
    for row in rows:
        for before, after in pairwise(row):
            middle = (before.right + after.left) / 2
            counts.setdefault(round(after.left / 4), []).append(middle)
    ordered = sorted(counts.values(), key=len, reverse=True)
    return [max(each) for each in ordered[:_MOST_CANDIDATES]]


def _stretches(rows: Sequence[Row], middle: float) -> Iterator[_Columns]:
    """Rows in succession that leave a place free, from the first to the last two-sided one."""
    start = first = last = None
    count = 0
    for number, row in enumerate((*rows, None)):
        crossed = row is None or any(each.left < middle < each.right for each in row)
        if row is not None and not crossed:
            start = number if start is None else start
            if row[0].right < middle < row[-1].left:
                first = number if first is None else first
                last, count = number, count + 1
            continue
        if first is not None and last is not None:
            yield _Columns(middle, first, _end(rows, last + 1, number), count)
        start = first = last = None
        count = 0


def _end(rows: Sequence[Row], end: int, limit: int) -> int:
    """Where the longer column ends: with the page, or where rows that go on without a gap do."""
    if limit == len(rows):
        return limit
    while end < limit and _goes_on(rows[end - 1][0], rows[end][0]):
        end += 1
    return end


def _goes_on(above: Segment, below: Segment) -> bool:
    is_near = above.bottom - below.bottom <= _LONGER * below.height
    return is_near and below.height <= _LARGER * above.height


def _are_columns(rows: Sequence[Row], gutter: float) -> bool:
    """Whether both sides hold running text, whose lines are full."""
    sides = [_side(rows, gutter, is_left=is_left) for is_left in (True, False)]
    if max(map(len, sides)) < _FEWEST_ROWS:
        return False
    total = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    return all(_is_running_text(side, total) for side in sides)


def _is_running_text(rows: Sequence[Row], total: float) -> bool:
    start, end = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    if end - start < _NARROWEST * total:
        return False
    full = sum(row[-1].right - start >= _FULL * (end - start) for row in rows)
    words = median(sum(len(segment.words) for segment in row) for row in rows)
    return full >= _LEAST_FULL * len(rows) and words >= _FEWEST_WORDS


def _side(rows: Sequence[Row], middle: float, *, is_left: bool) -> tuple[Row, ...]:
    sides = (tuple(each for each in row if (each.left < middle) == is_left) for row in rows)
    return tuple(side for side in sides if side)
