"""From documents and facts to a generation that can be searched."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.documents import Document
from corpus.facts import Facts, Meeting
from index.analysed.analysing import WORD
from index.analysed.corpus import NOTHING, AnalysedCorpus, analyse
from index.analysed.paragraphs import AnalysedParagraphs
from index.analysis import Analyser
from index.generation import Generation
from index.ranking.bm25 import BM25Engine
from index.repositories.generations import Publication


def index(publication: Publication, documents: Sequence[Document], facts: Facts) -> Generation:
    """Make a generation whole: its documents by age, its engine, its analyser.

    CPU only, about 0.4 s for a thousand paragraphs of 100 words: not for the event loop.
    """
    return index_changes(publication, documents, facts, NOTHING)[0]


def index_changes(
    publication: Publication,
    documents: Sequence[Document],
    facts: Facts,
    previous: AnalysedCorpus,
) -> tuple[Generation, AnalysedCorpus]:
    """The same, where only what `previous` does not know as it is gets analysed."""
    by_age = sorted(documents, key=lambda each: each.age)
    reported = _reported(by_age, facts)
    analyser = Analyser(facts.acronyms)
    analysed = analyse(by_age, reported, facts, analyser, previous)
    words, common_words = _words(analysed)
    generation = Generation(
        number=publication.number,
        published_at=publication.published_at,
        documents={each.id: each for each in by_age},
        facts=facts,
        indexed=AnalysedParagraphs(by_age, analysed),
        engine=BM25Engine(analysed.postings),
        reported=reported,
        analyser=analyser,
        words=words,
        common_words=common_words | _named(facts),
    )
    return generation, analysed


def _words(analysed: AnalysedCorpus) -> tuple[dict[str, int], frozenset[str]]:
    """How often each word occurs, and those that somewhere begin with a small letter."""
    none = np.empty(0, dtype=np.uint32)
    places = np.concatenate([none, *(each.words for each in analysed.documents)])
    counts = np.concatenate([none, *(each.counts for each in analysed.documents)])
    totals = np.bincount(places, counts // 2, len(analysed.words)).astype(np.int64).tolist()
    common = frozenset(np.unique(places[counts % 2 == 1]).tolist())
    return (
        {word: total for word, total in zip(analysed.words, totals, strict=True) if total},
        frozenset(word for place, word in enumerate(analysed.words) if place in common),
    )


def _named(facts: Facts) -> frozenset[str]:
    """The words of names that are no person's: those of acronyms, of meetings and their bodies."""
    names = [each.meaning for each in facts.acronyms]
    names += [name for each in facts.meetings for name in (each.title, each.body)]
    return frozenset(word.lower() for name in set(names) for word in WORD.findall(name))


def _reported(documents: Sequence[Document], facts: Facts) -> Mapping[str, Meeting]:
    meetings = {each.reported_by: each for each in facts.meetings if each.reported_by}
    return {each.id: meetings[each.file] for each in documents if each.file in meetings}
