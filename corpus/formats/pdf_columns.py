"""The reading order of a page: columns one after the other, rows of tables as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.pdf_rows import Row, Segment
from corpus.marks import read_mark

_FEWEST_ROWS = 4  # beside each other, that make columns
_MOST_CANDIDATES = 40
_NARROWEST = 0.2  # share of the width of all that a column takes at least
_FULL = 0.8  # share of a column's width at which its line is full
_LEAST_FULL = 0.4  # share of a column's lines that are full: a table's cells are ragged
_TABLE_GAP = 2.0  # of a line's height: a wider gap parts cells


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is read, and where it stands.

    Attributes:
        first_width: points that its first word takes.
        column: the left and right edge of the column it stands in.
        region: tells the columns of all pages apart.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    first_width: float
    column: tuple[float, float]
    region: tuple[int, int]


def reading_order(rows: Sequence[Row], page: int) -> Iterator[PrintedLine]:
    """The lines of a page in the order in which they are read."""
    for number, region in enumerate(_regions(tuple(rows))):
        edges = (
            min(segment.left for row in region for segment in row),
            max(segment.right for row in region for segment in row),
        )
        for row in region:
            yield _line(row, edges, (page, number))


def _regions(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """Parts of a page that have one column each."""
    pending = [rows]
    while pending:
        part = pending.pop()
        split = _split(part)
        if split is None:
            if part:
                yield part
        else:
            pending.extend(reversed(split))


def _split(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...] | None:
    """What stands above columns, the left part, the right part, what stands below; or None."""
    best, best_start, best_end, best_count = 0.0, 0, 0, _FEWEST_ROWS - 1
    for middle in _candidates(rows):
        for start, end, count in _stretches(rows, middle):
            if count > best_count and _are_columns(rows[start:end], middle):
                best, best_start, best_end, best_count = middle, start, end, count
    if best_count < _FEWEST_ROWS:
        return None
    inside = rows[best_start:best_end]
    return (
        rows[:best_start],
        _side(inside, best, is_left=True),
        _side(inside, best, is_left=False),
        rows[best_end:],
    )


def _candidates(rows: Sequence[Row]) -> list[float]:
    """The middles of the gaps in rows, the most frequent first."""
    counts: dict[int, list[float]] = {}
    for row in rows:
        for before, after in pairwise(row):
            middle = (before.right + after.left) / 2
            counts.setdefault(round(after.left / 4), []).append(middle)
    ordered = sorted(counts.values(), key=len, reverse=True)
    return [max(each) for each in ordered[:_MOST_CANDIDATES]]


def _stretches(rows: Sequence[Row], middle: float) -> Iterator[tuple[int, int, int]]:
    """Rows in succession that leave a place free: start, end, and how many have both sides."""
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
            yield first, _end(rows, last + 1, number), count
        start = first = last = None
        count = 0


def _end(rows: Sequence[Row], end: int, limit: int) -> int:
    """One column may be longer than the other: the rows that follow without a gap are its own."""
    while end < limit:
        pitch = rows[end - 1][0].bottom - rows[end][0].bottom
        if pitch > 1.5 * rows[end][0].height or rows[end][0].height > 1.1 * rows[end - 1][0].height:
            break
        end += 1
    return end


def _are_columns(rows: Sequence[Row], middle: float) -> bool:
    """Whether both sides hold running text, whose lines are full."""
    left, right = _side(rows, middle, is_left=True), _side(rows, middle, is_left=False)
    total = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    return all(_is_running_text(side, total) for side in (left, right))


def _is_running_text(rows: Sequence[Row], total: float) -> bool:
    start, end = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    if len(rows) < _FEWEST_ROWS or end - start < _NARROWEST * total:
        return False
    full = sum(row[-1].right - start >= _FULL * (end - start) for row in rows)
    return full >= _LEAST_FULL * len(rows)


def _side(rows: Sequence[Row], middle: float, *, is_left: bool) -> tuple[Row, ...]:
    sides = (tuple(each for each in row if (each.left < middle) == is_left) for row in rows)
    return tuple(side for side in sides if side)


def _line(row: Row, column: tuple[float, float], region: tuple[int, int]) -> PrintedLine:
    text = row[0].text
    for before, segment in pairwise(row):
        gap = segment.left - before.right
        is_cell = gap > _TABLE_GAP * segment.height and not _is_mark(text)
        text += ("\t" if is_cell else " ") + segment.text
    first, last = row[0], row[-1]
    return PrintedLine(
        text=text,
        left=first.left,
        right=last.right,
        bottom=first.bottom,
        height=max(segment.height for segment in row),
        first_width=_first_width(first),
        column=column,
        region=region,
    )


def _first_width(segment: Segment) -> float:
    end = segment.words[0].right
    for word in segment.words[1:]:
        if word.is_spaced:
            break
        end = word.right
    return end - segment.left


def _is_mark(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.length >= len(text)
