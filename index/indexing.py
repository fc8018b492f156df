"""From documents and facts to a generation that can be searched."""

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.documents import Document
from corpus.facts import Facts, Meeting
from index.analysis import Analyser
from index.bm25 import BM25Engine
from index.context import Context
from index.generation import Generation, IndexedParagraph
from index.repositories.generations import Publication

TEXT_WEIGHT = 2  # times that a paragraph's own words count; those of its context count once


def index(publication: Publication, documents: Sequence[Document], facts: Facts) -> Generation:
    """Make a generation whole: its documents by age, its engine, its analyser.

    CPU only, about … ms a thousand paragraphs: keep it off the event loop.
    """
    by_age = sorted(documents, key=lambda each: (each.date or date.max, each.id))
    indexed = tuple(
        IndexedParagraph(document, paragraph)
        for document in by_age
        for paragraph in document.content()
    )
    reported = _reported(by_age, facts)
    analyser, context = Analyser(facts.acronyms), Context(facts, reported)
    engine = BM25Engine(
        [
            analyser.terms(each.paragraph.text) * TEXT_WEIGHT
            + analyser.terms(context.of(each.document, each.paragraph))
            for each in indexed
        ]
    )
    return Generation(
        number=publication.number,
        published_at=publication.published_at,
        documents={each.id: each for each in by_age},
        facts=facts,
        indexed=indexed,
        engine=engine,
        reported=reported,
        analyser=analyser,
    )


def _reported(documents: Sequence[Document], facts: Facts) -> Mapping[str, Meeting]:
    meetings = {each.reported_by: each for each in facts.meetings if each.reported_by}
    return {each.id: meetings[each.file] for each in documents if each.file in meetings}
