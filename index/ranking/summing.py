"""Summing what the terms of a query add to paragraphs, and to no more of them than need be."""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.ranking.blocks import BlockScores
from index.ranking.kernel import MOST, Kernel
from index.ranking.postings import Postings

_LOOKED_UP = 8  # postings that are added in the time in which one is looked up
_LONG = 1 << 14  # postings; fewer are read in the time that it takes to find they need not be
_SHARE = 8  # nor is a list long that holds fewer than one in so many paragraphs
_CHUNK = 1 << 16  # postings weighed at once, in memory that is used again

Numbers = NDArray[np.intp]
Scores = NDArray[np.float64]


class TermList(NamedTuple):
    """A term of a query: where its postings stand, and its idf."""

    start: int
    stop: int
    idf: float

    @property
    def place(self) -> slice:
        """Its slice of the postings."""
        return slice(self.start, self.stop)


class Sums:
    """Scores paragraphs; sums are those of rank_bm25 to the last bit, added in the same order.

    What each posting adds is worked out once. Queries may run in several threads at once:
    each borrows scores of its own.

    Args:
        postings: of the whole corpus.
        norms: what each paragraph's length adds below the formula's line.
        k1: BM25's saturation.
        kernel: ranks in place of NumPy once it is loaded.
    """

    def __init__(self, postings: Postings, norms: Scores, k1: float, kernel: Kernel) -> None:
        self._numbers = _frozen(postings.numbers)
        self._weights = _frozen(_weights(postings, norms, k1))
        self._paragraphs = len(norms)
        self._kernel = kernel
        self._highest: dict[int, float] = {}
        self._spare: deque[BlockScores] = deque()

    def best(self, lists: Sequence[TermList], limit: int) -> tuple[Numbers, Scores]:
        """The best paragraphs, best first, ties by number, and their scores."""
        if self._kernel.rank is None or limit > MOST:
            return ranked(*self._candidates(lists, limit), limit)
        starts, stops, idfs = map(np.array, zip(*lists, strict=True))
        return self._kernel.rank(
            self._numbers, self._weights, starts, stops, idfs, self._paragraphs, limit
        )

    def among(self, lists: Sequence[TermList], chosen: Sequence[int]) -> tuple[Numbers, Scores]:
        """These paragraphs, ascending, and their scores."""
        numbers = np.unique(np.asarray(chosen, dtype=np.intp))
        if _look_up_cost(numbers, lists) < _length(lists):
            return numbers, self.of(lists, numbers)
        with self._borrowed() as scores:
            self._add(scores, lists)
            return numbers, scores.all[numbers]

    def of(self, lists: Sequence[TermList], numbers: Numbers) -> Scores:
        """The scores of a few paragraphs, looked up one by one."""
        scores = np.zeros(len(numbers))
        wanted = numbers.astype(self._numbers.dtype)
        for each in lists:
            held = self._numbers[each.place]
            places = np.minimum(held.searchsorted(wanted), len(held) - 1)
            scores += each.idf * (self._weights[each.place][places] * (held[places] == wanted))
        return scores

    def _candidates(self, lists: Sequence[TermList], limit: int) -> tuple[Numbers, Scores]:
        """Paragraphs, ascending, of which the best are a part, and their scores."""
        length = max(_LONG, self._paragraphs // _SHARE)
        long = [each for each in lists if each.stop - each.start > length]
        with self._borrowed() as scores:
            if long:
                numbers = self._reaching(scores, lists, long, limit)
                return numbers, self.of(lists, numbers)
            self._add(scores, lists)
            numbers = _found(scores.best(limit))
            return numbers, scores.all[numbers]

    def _reaching(
        self, scores: BlockScores, lists: Sequence[TermList], long: list[TermList], limit: int
    ) -> Numbers:
        """Read long lists last, and not at all where they can lift no other paragraph.

        Source: MaxScore, Turtle & Flood, "Query evaluation: strategies and optimizations"
        (1995), term at a time.
        """
        self._add(scores, [each for each in lists if each not in long])
        long.sort(key=self._bound, reverse=True)
        for place, each in enumerate(long):
            found = scores.best(limit, sum(map(self._bound, long[place:])))
            if found is not None and _look_up_cost(found, lists) < _length(long[place:]):
                return found
            self._add(scores, [each])
        return _found(scores.best(limit))

    def _bound(self, each: TermList) -> float:
        """The most that a term adds to any paragraph; found once for each that is common."""
        if each.start not in self._highest:
            self._highest[each.start] = float(self._weights[each.place].max())
        return each.idf * self._highest[each.start]

    def _add(self, scores: BlockScores, lists: Sequence[TermList]) -> None:
        if lists:
            numbers = np.concatenate([self._numbers[each.place] for each in lists], dtype=np.intp)
            weights = np.concatenate([self._weights[each.place] for each in lists])
            idfs = np.array([each.idf for each in lists])
            weights *= idfs.repeat([each.stop - each.start for each in lists])
            np.add.at(scores.all, numbers, weights)

    @contextmanager
    def _borrowed(self) -> Iterator[BlockScores]:
        """Scores of 0, of which there are as many as queries ever ran at once."""
        try:
            scores = self._spare.pop()
        except IndexError:
            scores = BlockScores(self._paragraphs)
        try:
            yield scores
        finally:
            scores.all.fill(0)
            self._spare.append(scores)


def ranked(numbers: Numbers, scores: Scores, limit: int) -> tuple[Numbers, Scores]:
    """The best of some paragraphs, best first, ties in the order that they come in."""
    order = (-scores).argsort(kind="stable")[:limit]
    return numbers[order], scores[order]


def _found(numbers: Numbers | None) -> Numbers:
    return np.empty(0, dtype=np.intp) if numbers is None else numbers


def _length(lists: Sequence[TermList]) -> int:
    return sum(each.stop - each.start for each in lists)


def _look_up_cost(numbers: Numbers, lists: Sequence[TermList]) -> int:
    """Of scoring these alone, in postings added."""
    return len(numbers) * len(lists) * _LOOKED_UP


def _weights(postings: Postings, norms: Scores, k1: float) -> Scores:
    """What each posting adds to its paragraph for an idf of 1."""
    once = _saturated(1, norms, k1)  # a term mostly stands in a paragraph once
    weights = np.empty(len(postings.numbers))
    for start in range(0, len(weights), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        numbers, times = postings.numbers[chunk], postings.frequencies[chunk]
        weights[chunk] = once[numbers]
        [often] = (times > 1).nonzero()
        weights[start + often] = _saturated(times[often].astype(float), norms[numbers[often]], k1)
    return weights


def _saturated(times: Scores | int, norms: Scores, k1: float) -> Scores:
    """rank_bm25's expression, without the idf."""
    return times * (k1 + 1) / (times + norms)


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same, of the type that the kernel was compiled for: read only."""
    view = array.view()
    view.flags.writeable = False
    return view
