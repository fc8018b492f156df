"""BM25 over postings: rank_bm25's formula, Lucene's idf, and only what a query touches."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.engine import Hit
from index.ranking.kernel import Kernel, process_kernel
from index.ranking.postings import Postings, postings_of
from index.ranking.summing import Numbers, Scores, Sums, TermList, ranked


class BM25Engine(BM25Okapi):  # type: ignore[misc]  # rank_bm25 comes without types
    """Ranks paragraphs by the parent's formula, from posting lists instead of a full scan.

    A query reads the posting lists of its own terms; scores are the parent's to the last bit.

    Args:
        corpus: the terms of each paragraph, in paragraph order, or their postings; may be
            empty.
        kernel: ranks in place of NumPy once it is loaded; by default that of the process.
    """

    postings: Postings
    idf: Mapping[str, float]
    doc_len: NDArray[np.uint32]
    corpus_size: int
    avgdl: float
    k1: float
    b: float

    def __init__(
        self, corpus: Sequence[Sequence[str]] | Postings, kernel: Kernel | None = None
    ) -> None:
        super().__init__(corpus)
        lengths = self.doc_len.astype(np.float64)
        norms: Scores = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1))
        self._sums = Sums(self.postings, norms, self.k1, kernel or process_kernel())

    def top(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best paragraphs, best first, ties by number; none that holds no term."""
        lists = self._lists(terms)
        if not lists or limit <= 0:
            return []
        numbers, scores = (
            self._sums.best(lists, limit)
            if among is None
            else ranked(*self._sums.among(lists, among), limit)
        )
        hits = map(Hit, numbers.tolist(), scores.tolist())
        return [hit for hit in hits if hit.score]

    def get_scores(self, query: Sequence[str]) -> Scores:
        """The parent's scores of all paragraphs."""
        return self._sums.of(self._lists(query), np.arange(self.corpus_size))

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """The parent's scores of some paragraphs, by number."""
        numbers: Numbers = np.asarray(doc_ids, dtype=np.intp)
        scores: list[float] = self._sums.of(self._lists(query), numbers).tolist()
        return scores

    def rarity(self, term: str) -> float:
        """The idf of a term; 0 where no paragraph holds it."""
        return self.idf.get(term, 0.0)

    @property
    def rarity_of_unknown(self) -> float:
        """The idf that a term in no paragraph would have: the highest there can be."""
        return _lucene_idf(0, self.corpus_size)

    @property
    def standing(self) -> str:
        """Nothing to tell: it is in this process."""
        return ""

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

    def _lists(self, terms: Sequence[str]) -> list[TermList]:
        """The posting lists of a query, in its order, one for each time a term stands there."""
        return [
            TermList(
                place.start, place.stop, _lucene_idf(place.stop - place.start, self.corpus_size)
            )
            for place in filter(None, map(self.postings.slice_of, terms))
        ]


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
