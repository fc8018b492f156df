"""The lines of a PDF in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.pdf_columns import common_gutters, regions
from corpus.formats.pdf_rows import Row, Segment
from corpus.pages.marks import read_mark

_EVEN = 1.3  # by what factor the spaces of a justified line differ at most
_TABLE_GAP = 2.0  # of a line's height: a wider gap parts cells


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is read, and where it stands.

    Attributes:
        text: its words; a tab stands between the cells of a table.
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


def reading_order(pages: Sequence[Sequence[Row]]) -> Iterator[PrintedLine]:
    """The lines of all pages: columns one after the other, rows of tables as rows."""
    gutters = common_gutters(pages)
    for page, rows in enumerate(pages):
        for number, region in enumerate(regions(rows, gutters)):
            edges = (
                min(row[0].left for row in region),
                max(segment.right for row in region for segment in row),
            )
            for row in region:
                yield _line(row, edges, (page, number))


def _line(row: Row, column: tuple[float, float], region: tuple[int, int]) -> PrintedLine:
    first, last = row[0], row[-1]
    text = first.text
    is_stretched = _is_stretched(row, column)
    for before, segment in pairwise(row):
        is_wide = segment.left - before.right > _TABLE_GAP * segment.height
        is_cell = is_wide and not is_stretched and not _is_mark(text)
        text += ("\t" if is_cell else " ") + segment.text
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


def _is_stretched(row: Row, column: tuple[float, float]) -> bool:
    """Whether the gaps of a row are wide only because its line was justified."""
    words = [word for segment in row for word in segment.words]
    gaps = [right.left - left.right for left, right in pairwise(words) if right.is_spaced]
    is_full = column[1] - row[-1].right < row[-1].height
    return is_full and len(gaps) > 1 and max(gaps) <= _EVEN * min(gaps)


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
