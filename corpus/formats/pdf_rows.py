"""Words that stand beside each other on a page, and the wide gaps between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from corpus.formats.pdf_pages import Word

_GLUE = 0.12  # of a word's height: a narrower gap is no space
_WIDE = 1.0  # of a word's height: a wider gap parts columns, or a mark from its entry


@dataclass(frozen=True)
class Segment:
    """Words of one row without a wide gap among them, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where its rightmost word ends."""
        return max(word.right for word in self.words)

    @cached_property
    def height(self) -> float:
        """The usual height of its words."""
        return median(word.height for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Where most of its words stand."""
        return median(word.bottom for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words as they are read."""
        pieces = [self.words[0].text]
        for before, word in pairwise(self.words):
            is_apart = word.is_spaced or word.left - before.right > _GLUE * word.height
            pieces += [" ", word.text] if is_apart else [word.text]
        return "".join(pieces)


Row = tuple[Segment, ...]


def page_rows(words: Sequence[Word]) -> tuple[Row, ...]:
    """The rows of a page from top to bottom; each holds one segment at least."""
    return tuple(tuple(_segments(row)) for row in _grouped(words))


def _grouped(words: Sequence[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=lambda each: (-(each.bottom + each.top), each.left)):
        if row and not _is_beside(word, row[0]):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _is_beside(word: Word, first: Word) -> bool:
    """Whether the middle of one stands between the foot and the head of the other."""
    own, other = (word.bottom + word.top) / 2, (first.bottom + first.top) / 2
    return first.bottom < own < first.top or word.bottom < other < word.top


def _segments(row: Sequence[Word]) -> Iterator[Segment]:
    group: list[Word] = []
    for word in sorted(row, key=lambda each: each.left):
        if group and word.left - group[-1].right > _WIDE * min(word.height, group[-1].height):
            yield Segment(tuple(group))
            group = []
        group.append(word)
    yield Segment(tuple(group))
