"""BM25 over token lists: rank_bm25's statistics, Lucene's idf, one posting list a term."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.engine import Hit


class BM25Engine(BM25Okapi):  # type: ignore[misc]  # rank_bm25 comes without types
    """Ranks paragraphs by the parent's formula, from ready scores instead of a full scan.

    Each term keeps the numbers of the paragraphs that hold it, ascending, and what it adds
    to their scores; a query sums the lists of its own terms only. `get_scores` of the
    parent gives the same sums.

    Args:
        token_lists: the terms of each paragraph, in paragraph order; may be empty.
    """

    idf: dict[str, float]
    doc_freqs: list[dict[str, int]]
    doc_len: list[int]
    corpus_size: int
    avgdl: float
    k1: float
    b: float

    def __init__(self, token_lists: Sequence[Sequence[str]]) -> None:
        super().__init__(token_lists)
        self._postings = self._compile()

    def top(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best paragraphs, best first, ties by number; none that holds no term."""
        scores = np.zeros(self.corpus_size)
        for term in terms:
            posting = self._postings.get(term)
            if posting is not None:
                numbers, weights = posting
                scores[numbers] += weights
        if among is not None:
            allowed = np.zeros(self.corpus_size, dtype=bool)
            allowed[np.asarray(among, dtype=np.int64)] = True
            scores[~allowed] = 0.0
        return [Hit(int(number), float(scores[number])) for number in _best(scores, limit)]

    def rarity(self, term: str) -> float:
        """The idf of a term; 0 where no paragraph holds it."""
        return self.idf.get(term, 0.0)

    @property
    def rarity_of_unknown(self) -> float:
        """The idf that a term in no paragraph would have: the highest there can be."""
        return math.log(1 + (self.corpus_size + 0.5) / 0.5)

    @property
    def vocabulary(self) -> Collection[str]:
        """Every term that some paragraph holds."""
        return self.idf.keys()

    def _initialize(self, corpus: Sequence[Sequence[str]]) -> dict[str, int]:
        """Count as the parent does; it divides by zero on an empty corpus."""
        counts: dict[str, int] = super()._initialize(corpus) if corpus else {}
        return counts

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        """Lucene's idf: positive, and never higher for the more frequent of two terms.

        Source: org.apache.lucene.search.similarities.BM25Similarity.idf, Lucene 9.
        """
        for term, frequency in nd.items():
            ratio = (self.corpus_size - frequency + 0.5) / (frequency + 0.5)
            self.idf[term] = math.log(1 + ratio)

    def _compile(self) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
        """Turn the parent's counts into posting lists, with the parent's expression."""
        postings: dict[str, tuple[list[int], list[int]]] = {term: ([], []) for term in self.idf}
        for number, frequencies in enumerate(self.doc_freqs):
            for term, frequency in frequencies.items():
                numbers, counts = postings[term]
                numbers.append(number)
                counts.append(frequency)
        lengths = np.array(self.doc_len)
        compiled = {}
        for term, (numbers, counts) in postings.items():
            held, times = np.array(numbers, dtype=np.int64), np.array(counts)
            norm = self.k1 * (1 - self.b + self.b * lengths[held] / self.avgdl)
            compiled[term] = held, self.idf[term] * (times * (self.k1 + 1) / (times + norm))
        return compiled


def _best(scores: NDArray[np.float64], limit: int) -> Iterable[int]:
    """Numbers of the `limit` highest scores above 0, highest first, ties by number."""
    numbers = np.flatnonzero(scores)
    if limit <= 0:
        return []
    if len(numbers) > limit:
        # All ties with the last place stay in, so that their order is decided by number.
        threshold = np.partition(scores[numbers], -limit)[-limit]
        numbers = numbers[scores[numbers] >= threshold]
    return [int(each) for each in numbers[np.argsort(-scores[numbers], kind="stable")][:limit]]
