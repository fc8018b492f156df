"""Which few paragraphs can be among a query's best, found without scoring all exactly."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.blocks import BlockScores, lowest_of_best
from index.ranking.postings import Postings

_LOOKED_UP = 8  # postings that are added in the time in which one is looked up
_LONG = 1 << 14  # postings; fewer are read in the time that it takes to find they need not be
_SHARE = 8  # nor is a list long that holds fewer than one in so many paragraphs
_CHUNK = 1 << 20  # postings weighed at once
_NONE = np.empty(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class TermList:
    """A term of a query: where its postings stand, and its idf."""

    place: slice
    idf: float

    def __len__(self) -> int:
        return int(self.place.stop - self.place.start)


class Candidates:
    """Finds what can be among the best, by what each posting adds in single precision.

    Queries may run in several threads at once: each borrows scores of its own.

    Args:
        postings: of the whole corpus.
        norms: what each paragraph's length adds below the formula's line.
        k1: BM25's saturation.
    """

    def __init__(self, postings: Postings, norms: NDArray[np.float64], k1: float) -> None:
        self._numbers = postings.numbers
        self._weights = _weights(postings, norms.astype(np.float32), k1)
        starts = np.unique(postings.starts)  # an empty slice starts where the next does
        starts = starts[starts < len(self._weights)]
        highest = np.maximum.reduceat(self._weights, starts) if len(starts) else self._weights
        self._highest: dict[int, float] = dict(zip(starts.tolist(), highest.tolist(), strict=True))
        self._paragraphs = len(norms)
        self._spare: deque[BlockScores] = deque()

    def find(
        self, lists: Sequence[TermList], limit: int, among: Sequence[int] | None = None
    ) -> NDArray[np.uint32]:
        """Numbers, ascending, of which the best `limit` are a part; some may hold no term."""
        chosen = None if among is None else np.unique(np.asarray(among, dtype=np.uint32))
        if chosen is not None and _look_up_cost(chosen, lists) < sum(map(len, lists)):
            return chosen
        scores = self._borrow()
        try:
            if chosen is None:
                return self._best(scores, lists, limit)
            self._add(scores, lists)
            reached = scores.all[chosen]
            return chosen[reached >= lowest_of_best(reached, limit)]
        finally:
            scores.all.fill(0)
            self._spare.append(scores)

    def _best(
        self, scores: BlockScores, lists: Sequence[TermList], limit: int
    ) -> NDArray[np.uint32]:
        """Read long lists last, and not at all where they can lift no other paragraph.

        Source: MaxScore, Turtle & Flood, "Query evaluation: strategies and optimizations"
        (1995), term at a time.
        """
        length = max(_LONG, self._paragraphs // _SHARE)
        long = sorted((each for each in lists if len(each) > length), key=self._bound, reverse=True)
        self._add(scores, [each for each in lists if len(each) <= length])
        for place, each in enumerate(long):
            found = scores.best(limit, sum(map(self._bound, long[place:])))
            if found is not None and _look_up_cost(found, lists) < sum(map(len, long[place:])):
                return found
            self._add(scores, [each])
        found = scores.best(limit)
        return _NONE if found is None else found

    def _bound(self, each: TermList) -> float:
        """The most that a term adds to any paragraph."""
        return each.idf * self._highest[each.place.start]

    def _add(self, scores: BlockScores, lists: Sequence[TermList]) -> None:
        if lists:
            numbers = np.concatenate([self._numbers[each.place] for each in lists], dtype=np.intp)
            weights = np.concatenate([self._weights[each.place] for each in lists])
            idfs = np.array([each.idf for each in lists], dtype=np.float32)
            weights *= idfs.repeat([len(each) for each in lists])
            np.add.at(scores.all, numbers, weights)

    def _borrow(self) -> BlockScores:
        """Scores of 0; there are as many as queries ever ran at once."""
        try:
            return self._spare.pop()
        except IndexError:
            return BlockScores(self._paragraphs)


def _look_up_cost(numbers: NDArray[np.uint32], lists: Sequence[TermList]) -> int:
    """Of scoring these alone, in postings added."""
    return len(numbers) * len(lists) * _LOOKED_UP


def _weights(postings: Postings, norms: NDArray[np.float32], k1: float) -> NDArray[np.float32]:
    """What each posting adds to its paragraph for an idf of 1."""
    weights = np.empty(len(postings.numbers), dtype=np.float32)
    for start in range(0, len(weights), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        times = postings.frequencies[chunk].astype(np.float32)
        weights[chunk] = times * np.float32(k1 + 1) / (times + norms[postings.numbers[chunk]])
    return weights
