"""The searched paragraphs of a generation, made when they are asked for."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Citation, Document
from index.analysed.analysing import searched_of
from index.analysed.corpus import AnalysedCorpus
from index.generation import IndexedParagraph, IndexedParagraphs, Sentence

_T = TypeVar("_T")


class AnalysedParagraphs(IndexedParagraphs):
    """Paragraphs by number; their sentences are read from arrays on demand.

    Args:
        documents: in the order in which they were analysed.
    """

    def __init__(self, documents: Sequence[Document], corpus: AnalysedCorpus) -> None:
        self._corpus = corpus
        self._starts = corpus.starts
        self._terms = list(corpus.postings.ids)
        self._kinds = tuple(corpus.kinds)
        self._paragraphs = [
            (document, paragraph) for document in documents for paragraph in searched_of(document)
        ]

    def __len__(self) -> int:
        return len(self._paragraphs)

    @overload
    def __getitem__(self, place: int) -> IndexedParagraph: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[IndexedParagraph]: ...
    def __getitem__(self, place: int | slice) -> IndexedParagraph | Sequence[IndexedParagraph]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        number = range(len(self))[place]
        document, paragraph = self._paragraphs[number]
        return IndexedParagraph(
            document,
            paragraph,
            _OnDemand(lambda: self._sentences(number)),
            _OnDemand(lambda: self._around(number)),
        )

    def citations(self) -> Iterator[Citation]:
        """Of each, in order, without making the paragraphs."""
        return (document.cite(paragraph) for document, paragraph in self._paragraphs)

    def holding(self, *terms: str) -> Iterator[int]:
        """The numbers of the paragraphs whose own words hold all of the terms, ascending."""
        postings = self._corpus.postings
        wanted = [postings.ids[each] for each in terms if postings.slice_of(each)]
        if not wanted or len(wanted) < len(terms):
            return
        for place in self._documents_of(postings.holding_all(terms)):
            document, start = self._corpus.documents[place], self._starts[place]
            held = set.intersection(*(document.holding(each) for each in wanted))
            yield from sorted(start + each for each in held)

    def _documents_of(self, numbers: NDArray[np.uint32]) -> list[int]:
        """The places of the documents in which paragraphs stand, ascending."""
        places = np.searchsorted(self._starts, numbers, side="right") - 1
        found: list[int] = np.unique(places).tolist()
        return found

    def _sentences(self, number: int) -> tuple[Sentence, ...]:
        place = bisect_right(self._starts, number) - 1
        document = self._corpus.documents[place]
        return document.sentences_of(number - self._starts[place], self._terms, self._kinds)

    def _around(self, number: int) -> tuple[str, ...]:
        place = bisect_right(self._starts, number) - 1
        return self._corpus.documents[place].around_of(number - self._starts[place], self._terms)


class _OnDemand(Sequence[_T]):
    """A tuple that is made when its first element is asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[_T, ...]]) -> None:
        self._make = make
        self._made: tuple[_T, ...] | None = None

    def _all(self) -> tuple[_T, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[_T]:
        return iter(self._all())

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, place: int | slice) -> _T | tuple[_T, ...]:
        return self._all()[place]
