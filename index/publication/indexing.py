"""From documents and facts to a generation that can be searched."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache

from corpus.documents import Document, Form, Paragraph
from corpus.facts import Facts, Meeting
from corpus.sentences import Span, sentence_spans
from index.analysis import Analyser
from index.generation import Generation, IndexedParagraph, Sentence
from index.publication.context import Context
from index.ranking.bm25 import BM25Engine
from index.repositories.generations import Publication
from index.understanding.kinds import kinds_held


def index(publication: Publication, documents: Sequence[Document], facts: Facts) -> Generation:
    """Make a generation whole: its documents by age, its engine, its analyser.

    CPU only, about 0.3 s for a thousand paragraphs of 100 words: not for the event loop.
    """
    by_age = sorted(documents, key=lambda each: (each.date or date.max, each.id))
    reported = _reported(by_age, facts)
    analyser = Analyser(facts.acronyms)
    terms = cache(lambda text: tuple(analyser.terms(text)))  # what many paragraphs stand under
    indexed = tuple(
        _indexed(document, paragraph, reported.get(document.id), analyser, terms)
        for document in by_age
        for paragraph in _searched(document)
    )
    words = [word for each in indexed for word in _WORD.findall(each.paragraph.text)]
    return Generation(
        number=publication.number,
        published_at=publication.published_at,
        documents={each.id: each for each in by_age},
        facts=facts,
        indexed=indexed,
        engine=BM25Engine(_token_lists(indexed, terms, Context(facts, reported))),
        reported=reported,
        analyser=analyser,
        words=Counter(word.lower() for word in words),
        common_words=frozenset(word for word in words if word[0].islower()) | _named(facts),
    )


def _searched(document: Document) -> list[Paragraph]:
    """The paragraphs that say something; who signed is sought as well, so signatures do."""
    return [each for each in document.paragraphs if each.form not in (Form.TITLE, Form.HEADING)]


def _indexed(
    document: Document,
    paragraph: Paragraph,
    meeting: Meeting | None,
    analyser: Analyser,
    terms: Callable[[str], tuple[str, ...]],
) -> IndexedParagraph:
    text = paragraph.text
    spans = sentence_spans(text) or (Span(0, len(text)),)
    title = meeting.title if meeting else ""
    around = (
        paragraph.lead,
        paragraph.section,
        document.label,
        title,
        _signed_with(document, paragraph),
    )
    return IndexedParagraph(
        document,
        paragraph,
        tuple(
            Sentence(span, tuple(analyser.terms(span.of(text))), kinds_held(span.of(text)))
            for span in spans
        ),
        tuple(term for part in around if part for term in terms(part)),
    )


def _signed_with(document: Document, paragraph: Paragraph) -> str:
    """Of a signature's line, the others: the name, the post and the office belong together."""
    if paragraph.form is not Form.SIGNATURE:
        return ""
    near = document.paragraphs[max(0, paragraph.ordinal - 4) : paragraph.ordinal + 3]
    lines = [each.text for each in near if each.form is Form.SIGNATURE and each != paragraph]
    return " ".join((_SIGNATURE, *lines))


def _token_lists(
    indexed: Sequence[IndexedParagraph],
    terms: Callable[[str], tuple[str, ...]],
    context: Context,
) -> list[list[str]]:
    """The terms of each paragraph, its own and those of its context alike."""
    return [
        [
            *(term for sentence in each.sentences for term in sentence.terms),
            *(term for part in context.of(each.document, each.paragraph) for term in terms(part)),
        ]
        for each in indexed
    ]


def _named(facts: Facts) -> frozenset[str]:
    """The words of names that are no person's: those of acronyms, of meetings and their bodies."""
    names = [each.meaning for each in facts.acronyms]
    names += [name for each in facts.meetings for name in (each.title, each.body)]
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


_SIGNATURE = "signed signature signatory post position title"  # what one may be asked for
_WORD = re.compile(r"[^\W\d_]{2,}")


def _reported(documents: Sequence[Document], facts: Facts) -> Mapping[str, Meeting]:
    meetings = {each.reported_by: each for each in facts.meetings if each.reported_by}
    return {each.id: meetings[each.file] for each in documents if each.file in meetings}
