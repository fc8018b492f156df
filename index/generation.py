"""One published state of corpus and index, whole and immutable, held in memory."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from corpus.documents import Citation, Document, Paragraph
from corpus.facts import Facts, Meeting
from corpus.sentences import Span
from index.analysis import Analyser
from index.engine import Engine
from index.item_life.lives import Lives
from index.semantic.vectors import SentenceVectors
from index.wording import day_text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, with its terms in order and the kinds of words it holds."""

    span: Span
    terms: tuple[str, ...]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IndexedParagraph:
    """A paragraph as the engine knows it: its place in `Generation.indexed` is its number.

    Attributes:
        sentences: all of it, analysed once so that no question has to.
        around: the terms of what it stands under: lead, section, document and meeting.
    """

    document: Document
    paragraph: Paragraph
    sentences: Sequence[Sentence] = ()
    around: Sequence[str] = ()

    @property
    def citation(self) -> Citation:
        """Its identifier."""
        return self.document.cite(self.paragraph)


class IndexedParagraphs(Sequence[IndexedParagraph]):
    """The paragraphs that the engine ranks, in its numbering; made when they are asked for."""

    @abstractmethod
    def holding(self, *terms: str) -> Iterable[int]:
        """The numbers of those whose own sentences hold all of the terms, ascending."""

    def citations(self) -> Iterator[Citation]:
        """Of each, in order."""
        return (each.citation for each in self)


class Edition(NamedTuple):
    """Which generation something was answered from, and the date of its latest document."""

    number: int
    corpus_date: date | None = None

    def __str__(self) -> str:
        """ "generation 12 · corpus to 14 May 2014"."""
        known = f" · corpus to {day_text(self.corpus_date)}" if self.corpus_date else ""
        return f"generation {self.number}{known}"


class State(NamedTuple):
    """What tells one state of a generation from another, in whichever process it was read."""

    number: int
    published_at: datetime
    last_event: int
    by_meaning: bool


@dataclass(frozen=True, slots=True, eq=False)
class Generation:
    """What every query runs on; a publish makes a new one and swaps it in.

    Compared and hashed by identity, so that what is worked out for one can be kept for it.

    Attributes:
        number: counts up with each publish.
        documents: by id, oldest meeting first.
        indexed: the paragraphs that the engine ranks, in its numbering.
        reported: the meeting that each document reports, by document id.
        analyser: that its paragraphs were indexed with, and questions must be.
        vectors: of its sentences; None without the extra `semantic`.
        words: how often each word occurs in its paragraphs, in lower case.
        common_words: those that somewhere begin with a small letter, as names never do.
        lives: what people did to its action items; `facts` show where that leads.
    """

    number: int
    published_at: datetime
    documents: Mapping[str, Document]
    facts: Facts
    indexed: IndexedParagraphs
    engine: Engine
    reported: Mapping[str, Meeting]
    analyser: Analyser = field(default_factory=Analyser)
    vectors: SentenceVectors | None = None
    lives: Lives = field(default_factory=Lives)
    words: Mapping[str, int] = field(default_factory=dict)
    common_words: frozenset[str] = frozenset()

    @property
    def edition(self) -> Edition:
        """What an answer from it is told to rest on."""
        return _edition(self)

    @property
    def state(self) -> State:
        """Which it is, with what people did to its action items and whether it has its vectors."""
        by_meaning = self.vectors is not None
        return State(self.number, self.published_at, self.lives.last_event(), by_meaning)

    def resolve(self, citation: Citation) -> tuple[Document, Paragraph] | None:
        """The cited paragraph and its document, or None if not in this generation."""
        document = self.documents.get(citation.document)
        paragraph = document.paragraph(citation.ordinal) if document else None
        return (document, paragraph) if document and paragraph else None

    def recall(self, citation: Citation) -> tuple[Document, Paragraph] | None:
        """The same, also from an earlier text that an action item's life refers to."""
        document = self.lives.earlier.get(citation.document)
        paragraph = document.paragraph(citation.ordinal) if document else None
        return self.resolve(citation) or ((document, paragraph) if document and paragraph else None)

    def meeting(self, meeting_id: str) -> Meeting | None:
        """The meeting with this id, or None."""
        return _meetings(self).get(meeting_id)


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _meetings(generation: Generation) -> Mapping[str, Meeting]:
    return {each.id: each for each in generation.facts.meetings}


@lru_cache(maxsize=2)  # every answer tells it, and a corpus may have a thousand documents
def _edition(generation: Generation) -> Edition:
    dates = (each.date for each in generation.documents.values() if each.date)
    return Edition(generation.number, max(dates, default=None))
