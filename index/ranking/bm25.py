"""BM25 over postings: rank_bm25's formula, Lucene's idf, and only what a query touches."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.engine import Hit
from index.ranking.candidates import Candidates, TermList
from index.ranking.postings import Postings, postings_of


class BM25Engine(BM25Okapi):  # type: ignore[misc]  # rank_bm25 comes without types
    """Ranks paragraphs by the parent's formula, from posting lists instead of a full scan.

    What each posting adds is worked out once, in single precision, to find candidates; these
    alone are scored, by the parent's expression in its order, so that scores are equal to the
    last bit.

    Args:
        corpus: the terms of each paragraph, in paragraph order, or their postings; may be
            empty.
    """

    postings: Postings
    idf: Mapping[str, float]
    doc_len: NDArray[np.uint32]
    corpus_size: int
    avgdl: float
    k1: float
    b: float

    def __init__(self, corpus: Sequence[Sequence[str]] | Postings) -> None:
        super().__init__(corpus)
        norms = self._norms(np.arange(self.corpus_size))
        self._candidates = Candidates(self.postings, norms, self.k1)

    def top(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best paragraphs, best first, ties by number; none that holds no term."""
        lists = self._lists(terms)
        if not lists or limit <= 0:
            return []
        numbers = self._candidates.find(lists, limit, among)
        scores = self._scores(lists, numbers)
        order = np.argsort(-scores, kind="stable")[:limit]
        ranked = zip(numbers[order].tolist(), scores[order].tolist(), strict=True)
        return [Hit(number, score) for number, score in ranked if score]

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """The parent's scores of all paragraphs."""
        return self._scores(self._lists(query), np.arange(self.corpus_size, dtype=np.uint32))

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """The parent's scores of some paragraphs, by number."""
        scores: list[float] = self.get_scores(query)[np.asarray(doc_ids, dtype=np.intp)].tolist()
        return scores

    def rarity(self, term: str) -> float:
        """The idf of a term; 0 where no paragraph holds it."""
        return self.idf.get(term, 0.0)

    @property
    def rarity_of_unknown(self) -> float:
        """The idf that a term in no paragraph would have: the highest there can be."""
        return _lucene_idf(0, self.corpus_size)

    @property
    def vocabulary(self) -> Collection[str]:
        """Every term that some paragraph holds."""
        return self.postings.keys()

    def _initialize(self, corpus: Sequence[Sequence[str]] | Postings) -> Postings:
        """Count into arrays, where the parent counts into a dictionary for each paragraph."""
        self.postings = corpus if isinstance(corpus, Postings) else postings_of(corpus)
        self.doc_len = self.postings.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = int(self.doc_len.sum(dtype=np.int64)) / max(1, self.corpus_size)
        return self.postings

    def _calc_idf(self, nd: Postings) -> None:
        """Lucene's idf: positive, and never higher for the more frequent of two terms."""
        self.idf = _Rarities(nd, self.corpus_size)

    def _norms(self, numbers: NDArray[np.integer]) -> NDArray[np.float64]:
        """What the length of each paragraph adds below the formula's line."""
        lengths = self.doc_len[numbers]
        norms: NDArray[np.float64] = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1))
        return norms

    def _lists(self, terms: Sequence[str]) -> list[TermList]:
        """The posting lists of a query, in its order, one for each time a term stands there."""
        places = (self.postings.slice_of(term) for term in terms)
        return [
            TermList(place, _lucene_idf(place.stop - place.start, self.corpus_size))
            for place in places
            if place is not None
        ]

    def _scores(
        self, lists: Sequence[TermList], numbers: NDArray[np.uint32]
    ) -> NDArray[np.float64]:
        """The parent's scores of these paragraphs, by its own expression."""
        if not lists:
            return np.zeros(len(numbers))
        held = self.postings
        idfs, stops = np.array([(each.idf, each.place.stop) for each in lists]).T[:, :, np.newaxis]
        found = [
            each.place.start + held.numbers[each.place].searchsorted(numbers) for each in lists
        ]
        places = np.minimum(np.array(found), stops.astype(np.intp) - 1)
        times = held.frequencies[places] * (held.numbers[places] == numbers)
        each_adds = idfs * (times * (self.k1 + 1) / (times + self._norms(numbers)))
        scores: NDArray[np.float64] = each_adds.sum(axis=0)  # in the order of the query
        return scores


@dataclass(frozen=True, slots=True)
class _Rarities(Mapping[str, float]):
    """The idf of each term, worked out when it is asked for."""

    postings: Postings
    paragraphs: int

    def __getitem__(self, term: str) -> float:
        return _lucene_idf(self.postings[term], self.paragraphs)

    def __iter__(self) -> Iterator[str]:
        return iter(self.postings)

    def __len__(self) -> int:
        return len(self.postings)


def _lucene_idf(frequency: int, paragraphs: int) -> float:
    """The idf of a term that `frequency` of so many paragraphs hold.

    Source: org.apache.lucene.search.similarities.BM25Similarity.idf, Lucene 9.
    """
    return math.log(1 + (paragraphs - frequency + 0.5) / (frequency + 0.5))
