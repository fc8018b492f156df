"""A whole query in one loop, which Numba compiles where the extra `fast` is installed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

MOST = 256  # paragraphs that it ranks: each found is moved up to its place, one by one

_WINDOW = 2048  # paragraphs scored at once: the processor's nearest cache holds them
_BLOCK = 64  # of them are passed over at once where none stands out

_FAILED = {
    True: "kept compiled, so each start compiles it",
    False: "compiled, so NumPy ranks",
}

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
Rank = Callable[
    [NDArray[np.uint32], Scores, Numbers, Numbers, Scores, int, int], tuple[Numbers, Scores]
]

_log = logging.getLogger(__name__)


class Kernel:
    """The compiled loop, once it is loaded.

    Attributes:
        rank: None until then, and where it cannot be; NumPy does the same, more slowly.
    """

    def __init__(self) -> None:
        self.rank: Rank | None = None

    def load(self) -> None:
        """Compile, or read what was compiled before; takes seconds: not for the event loop."""
        if self.rank is not None or find_spec("numba") is None:
            return
        for is_kept in (True, False):
            try:
                self.rank = _compiled(is_kept)
                return
            except Exception as error:  # noqa: BLE001  # whatever it is, NumPy ranks as well
                _log.warning("Ranking cannot be %s: %r", _FAILED[is_kept], error)


@cache
def process_kernel() -> Kernel:
    """The one of this process; it is up to its owner to load it."""
    return Kernel()


@asynccontextmanager
async def loaded_meanwhile() -> AsyncIterator[None]:
    """Load the kernel of this process while it already serves."""
    loading = asyncio.create_task(asyncio.to_thread(process_kernel().load))
    try:
        yield
    finally:
        await loading


def rank(
    numbers: NDArray[np.uint32],
    weights: Scores,
    starts: Numbers,
    stops: Numbers,
    idfs: Scores,
    paragraphs: int,
    limit: int,
) -> tuple[Numbers, Scores]:
    """The best paragraphs, best first, ties by number, and their scores.

    Sums are added in the order of the terms, one window of paragraphs after the other.

    Args:
        numbers: of paragraphs, by posting.
        weights: what each posting adds for an idf of 1.
        starts: by term, of its postings.
        stops: by term, of the same.
        idfs: by term.
        paragraphs: how many there are.
        limit: at least 1.
    """
    scores = np.zeros(_WINDOW)
    best, best_scores = np.empty(limit, dtype=np.int64), np.zeros(limit)
    found = 0
    places = starts.copy()
    for first in range(0, paragraphs, _WINDOW):
        for term in range(len(places)):
            place, stop, idf = places[term], stops[term], idfs[term]
            while place < stop and numbers[place] < first + _WINDOW:
                scores[numbers[place] - first] += idf * weights[place]
                place += 1
            places[term] = place
        for block in range(0, _WINDOW, _BLOCK):
            floor = best_scores[limit - 1]
            above = 0  # counted, not compared one by one: the processor does several at once
            for each in range(block, block + _BLOCK):
                above += scores[each] > floor
            for each in range(block, block + _BLOCK if above else block):
                if scores[each] > best_scores[limit - 1]:
                    place = min(found, limit - 1)
                    while place > 0 and best_scores[place - 1] < scores[each]:
                        best[place], best_scores[place] = best[place - 1], best_scores[place - 1]
                        place -= 1
                    best[place], best_scores[place] = first + each, scores[each]
                    found = min(found + 1, limit)
        scores[:] = 0
    return best[:found], best_scores[:found]


def _compiled(is_kept: bool) -> Rank:
    """Machine code for this processor; kept where Numba keeps it, beside this file if it may."""
    from numba import float64, int64, intp, njit, types, uint32

    arrays = [types.Array(each, 1, "C", readonly=True) for each in (uint32, float64)]
    signature = (*arrays, int64[::1], int64[::1], float64[::1], intp, intp)
    compiled: Rank = njit(signature, cache=is_kept, nogil=True)(rank)
    return compiled
