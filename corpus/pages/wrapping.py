"""Telling a line break that only wraps a line from one that ends a paragraph.

A break is a certain wrap where the line above cannot end ("… of the") or stops inside a
sentence and the line below begins with a small letter. How far the certain wraps would have
overflowed, had they not been broken, tells for the others whether they had to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.pages.lines import Line, ends_abbreviated, ends_open, is_finished, starts_lower
from corpus.pages.marks import read_mark

_CENTRED = 20  # columns of indent from which a line is centred or set to the right
_WIDEST_COLUMN = 200  # characters; beyond it a line is a paragraph
_FULL = 0.85  # share of the usual width that a wrapped line reaches at least
_NEARLY_FULL = 0.7  # the same for a line that ends inside a sentence
_EXCESS = 1.25  # share of the usual width that a wrapped line reaches at most
_LEAST_CERTAIN = 0.2  # share of the breaks at full width that must be certain wraps
_LEAST_CERTAIN_OF_FEW = 0.5  # the same where there are few certain wraps in all
_FEWEST_CERTAIN = 3
_SHORT = 0.6  # a line below this share of the usual width was not wrapped


@dataclass(frozen=True, slots=True)
class Column:
    """The width at which a text is wrapped; 0 where it is not."""

    overflow: float  # usual width of a wrapped line with the first word of the next one

    def continues(self, above: Line, below: Line, *, is_first: bool = False) -> bool:
        """Whether two adjacent lines are one paragraph, marks aside.

        `is_first` says that the line above begins its paragraph: such a line is full.
        """
        reach = _overflow(above, below)
        if is_certain_wrap(above.text, below.text):
            return ends_open(above.text) or reach >= _SHORT * self.overflow
        if not self.overflow or below.indent > above.indent or above.indent >= _CENTRED:
            return False
        least = _FULL if is_first or is_finished(above.text) else _NEARLY_FULL
        return least * self.overflow <= reach <= _EXCESS * self.overflow


def is_certain_wrap(above: str, below: str) -> bool:
    """Whether a sentence runs over the break."""
    unfinished = not is_finished(above) or ends_abbreviated(above)
    return ends_open(above) or (unfinished and starts_lower(below))


def measure_column(lines: Sequence[Line]) -> Column:
    """The column of a text, from its adjacent unmarked lines."""
    breaks = [
        (_overflow(above, below), is_certain_wrap(above.text, below.text))
        for above, below in pairwise(lines)
        if not below.apart and read_mark(below.text) is None and above.width <= _WIDEST_COLUMN
    ]
    certain = [reach for reach, is_certain in breaks if is_certain]
    if not certain:
        return Column(0)
    usual = sorted(certain)[len(certain) * 3 // 4]  # ragged lines are short, not long
    full = sum(_FULL * usual <= reach <= _EXCESS * usual for reach, _ in breaks)
    needed = _LEAST_CERTAIN if len(certain) >= _FEWEST_CERTAIN else _LEAST_CERTAIN_OF_FEW
    return Column(usual if len(certain) >= needed * full else 0)


def _overflow(above: Line, below: Line) -> int:
    first_word = below.text.split(" ", 1)[0]  # not at a no-break space
    return above.width + 1 + len(first_word)
