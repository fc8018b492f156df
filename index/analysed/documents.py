"""One document analysed: where its sentences stand, their terms and kinds, as arrays of ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import Span
from index.generation import Sentence

Ids = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedDocument:
    """What was worked out from a document's searched paragraphs, numbered from 0 here.

    Rows of different lengths stand behind one another; `…_starts` have one more place than
    there are rows.

    Attributes:
        sentence_starts: of each paragraph, in sentences.
        spans: start and end of each sentence in its paragraph, two numbers each.
        kinds: of each sentence, one bit a kind.
        term_starts, terms: of each sentence.
        around_starts, around: of each paragraph, the terms of what it stands under.
        words: in lower case, each once.
        counts: how often each of these stands here, doubled; odd where it once begins with
            a small letter.
    """

    sentence_starts: Ids
    spans: Ids
    kinds: Ids
    term_starts: Ids
    terms: Ids
    around_starts: Ids
    around: Ids
    words: Ids
    counts: Ids

    @property
    def paragraphs(self) -> int:
        """How many are searched."""
        return len(self.sentence_starts) - 1

    def holding(self, term: int) -> set[int]:
        """The paragraphs of which a sentence holds the term."""
        places = (self.terms == term).nonzero()[0]
        sentences = self.term_starts.searchsorted(places, side="right") - 1
        paragraphs = self.sentence_starts.searchsorted(sentences, side="right") - 1
        return set(paragraphs.tolist())

    def sentences_of(
        self, paragraph: int, terms: Sequence[str], kinds: tuple[str, ...]
    ) -> tuple[Sentence, ...]:
        """The sentences of a paragraph, given the names of all terms and kinds."""
        first, last = self.sentence_starts[paragraph : paragraph + 2].tolist()
        starts = self.term_starts[first : last + 1].tolist()
        ids = self.terms[starts[0] : starts[-1]].tolist()
        names = [terms[each] for each in ids]
        spans = iter(self.spans[2 * first : 2 * last].tolist())
        masks = self.kinds[first:last].tolist()
        return tuple(
            Sentence(
                Span(next(spans), next(spans)),
                tuple(names[start - starts[0] : stop - starts[0]]),
                _kinds_in(mask, kinds),
            )
            for start, stop, mask in zip(starts, starts[1:], masks, strict=False)
        )

    def around_of(self, paragraph: int, terms: Sequence[str]) -> tuple[str, ...]:
        """The terms of what a paragraph stands under."""
        start, stop = self.around_starts[paragraph : paragraph + 2].tolist()
        return tuple([terms[each] for each in self.around[start:stop].tolist()])


@lru_cache(maxsize=1 << 10)
def _kinds_in(mask: int, kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(kind for bit, kind in enumerate(kinds) if mask >> bit & 1)


def rows(lists: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    """Starts and values of rows that stand behind one another."""
    starts = ids(list(accumulate(map(len, lists), initial=0)))
    return starts, ids([value for each in lists for value in each])


def ids(values: Sequence[int]) -> Ids:
    """Numbers as an array."""
    return np.array(values, dtype=np.uint32)
