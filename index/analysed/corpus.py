"""All documents analysed, with their postings; the next corpus takes over what stays the same."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np

from corpus.documents import Document
from corpus.facts import Facts, Meeting
from index.analysed.analysing import Analysing, Numbering, searched_of
from index.analysed.context import Context
from index.analysed.documents import AnalysedDocument, rows
from index.analysis import Analyser, Phrase
from index.ranking.postings import FRESH, Postings, count_postings, postings_of


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedCorpus:
    """What was worked out from documents, in their order.

    Attributes:
        stamps: by document; the same stamp stands for the same analysis, as long as none of
            its phrases comes or goes.
        phrases: of the glossary that it was analysed with.
        words, kinds: what these numbers in documents stand for.
        postings: of the searched paragraphs; their ids are those of the terms in documents.
    """

    stamps: tuple[str, ...]
    documents: tuple[AnalysedDocument, ...]
    phrases: frozenset[Phrase]
    words: Mapping[str, int]
    kinds: Mapping[str, int]
    postings: Postings

    @property
    def starts(self) -> list[int]:
        """The number of each document's first paragraph, and behind them of all."""
        return list(accumulate((each.paragraphs for each in self.documents), initial=0))


NOTHING = AnalysedCorpus((), (), frozenset(), {}, {}, postings_of([]))


def analyse(
    documents: Sequence[Document],
    reported: Mapping[str, Meeting],
    facts: Facts,
    analyser: Analyser,
    previous: AnalysedCorpus = NOTHING,
) -> AnalysedCorpus:
    """Analyse documents, by age; those that `previous` knows as they are cost next to nothing.

    The result ranks as one made from nothing does.
    """
    context = Context(facts, reported)
    stamps = tuple(_stamp(each, reported.get(each.id), context) for each in documents)
    if stamps == previous.stamps and analyser.phrases == previous.phrases:
        return previous
    kept = _kept(stamps, previous, analyser.phrases)
    analysing = Analysing(
        analyser,
        Numbering(previous.postings.ids),
        Numbering(previous.words),
        Numbering(previous.kinds),
    )
    token_lists: list[list[int]] = []
    analysed = []
    for document, place in zip(documents, kept, strict=True):
        if place is not None:
            analysed.append(previous.documents[place])
            continue
        fresh = analysing.document(document, reported.get(document.id))
        analysed.append(fresh)
        token_lists += _token_lists(document, fresh, context, analysing)
    lengths, tokens = rows(token_lists)
    fresh_postings = count_postings(dict(analysing.terms), tokens, np.diff(lengths))
    return AnalysedCorpus(
        stamps,
        tuple(analysed),
        analyser.phrases,
        dict(analysing.words),
        dict(analysing.kinds),
        previous.postings.changed(_origins(analysed, kept, previous), fresh_postings),
    )


def _stamp(document: Document, meeting: Meeting | None, context: Context) -> str:
    """Of all that a document's analysis depends on besides the code and the glossary.

    An id stands for the same words for ever.
    """
    identity = document.id, document.source_hash, document.title, document.label, document.date
    told = identity, meeting.title if meeting else "", context.around(document)
    return hashlib.blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _kept(
    stamps: Sequence[str], previous: AnalysedCorpus, phrases: Collection[Phrase]
) -> list[int | None]:
    """For each document its place in the previous corpus, ascending, where it can be reused."""
    changed = [
        [previous.postings.ids.get(stem) for stem in stems]
        for stems, _ in previous.phrases.symmetric_difference(phrases)
    ]
    places = {stamp: place for place, stamp in enumerate(previous.stamps)}
    kept: list[int | None] = []
    last = -1
    for stamp in stamps:
        place = places.get(stamp, -1)
        if place > last and not _may_hold_any(previous.documents[place], changed):
            kept.append(last := place)
        else:
            kept.append(None)
    return kept


def _may_hold_any(document: AnalysedDocument, phrases: Sequence[Sequence[int | None]]) -> bool:
    """Whether a document holds all words of one of the phrases, in whatever order."""
    if not phrases:
        return False
    held = {*document.terms.tolist(), *document.around.tolist()}
    return any(held.issuperset(phrase) for phrase in phrases)


def _token_lists(
    document: Document, analysed: AnalysedDocument, context: Context, analysing: Analysing
) -> list[list[int]]:
    """The terms of each paragraph that the engine ranks by: its own and those of its context."""
    bounds = analysed.term_starts[analysed.sentence_starts].tolist()
    own = analysed.terms.tolist()
    return [
        [
            *own[start:stop],
            *chain.from_iterable(map(analysing.numbers_of, context.of(document, paragraph))),
        ]
        for paragraph, start, stop in zip(searched_of(document), bounds, bounds[1:], strict=False)
    ]


def _origins(
    documents: Sequence[AnalysedDocument],
    kept: Sequence[int | None],
    previous: AnalysedCorpus,
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """For each paragraph its number in the previous corpus, or `FRESH`."""
    starts = previous.starts
    runs = [
        np.full(each.paragraphs, FRESH, dtype=np.int64)
        if place is None
        else np.arange(starts[place], starts[place + 1], dtype=np.int64)
        for each, place in zip(documents, kept, strict=True)
    ]
    return np.concatenate([np.empty(0, dtype=np.int64), *runs])
