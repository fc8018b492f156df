"""The scores of all paragraphs while a query is read, and the few that stand out of them."""

import numpy as np
from numpy.typing import NDArray

_BLOCK = 128  # paragraphs whose maximum stands for them
_MANY = 4  # blocks for each place to fill, from which their maxima tell enough
_SLACK = 1 - 1e-9  # beyond what sums differ by where their terms are added in another order
_LEAST = float(np.finfo(np.float64).tiny)  # a score of 0 is none


class BlockScores:
    """One score a paragraph, 0 at first.

    A block is every so many-th paragraph, not neighbours: the maxima of all blocks are then
    found row by row, some four times as fast.

    Attributes:
        all: by paragraph number; a few more stand behind the last.
    """

    def __init__(self, paragraphs: int) -> None:
        blocks = max(1, -(-paragraphs // _BLOCK))
        self.all = np.zeros(blocks * _BLOCK)
        self._rows = self.all.reshape(_BLOCK, blocks)

    def best(self, limit: int, missing: float = 0.0) -> NDArray[np.intp] | None:
        """All that can be among the best `limit` once up to `missing` is added to each.

        Their numbers, ascending; None where that may be any paragraph. So many paragraphs
        reach the maximum that comes `limit`-th, so the best of them do.
        """
        maxima = self._rows.max(axis=0)
        is_coarse = len(maxima) < _MANY * limit
        floor = _lowest_of_best(self.all if is_coarse else maxima, limit) - missing
        if floor <= 0 < missing:
            return None
        floor = max(floor, _LEAST)
        blocks = (maxima >= floor).nonzero()[0]
        rows, places = (self._rows[:, blocks] >= floor).nonzero()
        numbers: NDArray[np.intp] = rows * len(maxima) + blocks[places]
        return numbers


def _lowest_of_best(scores: NDArray[np.float64], limit: int) -> float:
    """A little less than the `limit`-th highest score; 0 where there are not as many."""
    place = len(scores) - limit
    return _SLACK * float(np.partition(scores, place)[place]) if place >= 0 else 0.0
