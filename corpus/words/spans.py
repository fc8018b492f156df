"""Slices of one text, asked for in logarithmic time whether they cover another."""

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Slices given as (start, end); those that overlap count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of the slices shares a character with this one."""
        following = bisect_right(self._ends, start)
        return following < len(self._starts) and self._starts[following] < end
