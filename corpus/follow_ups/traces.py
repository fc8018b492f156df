"""Sentences that may tell the fate of earlier action items, and what each is about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from corpus.actions.phrases import action_verbs, is_deed_participle, stem, table
from corpus.dates import find_dates
from corpus.documents import Citation, Document, Form, Paragraph
from corpus.facts import DateRange, Extract, Meeting
from corpus.gazetteer import gazetteer
from corpus.sentences import sentence_spans
from corpus.typography import fold
from corpus.words.remembering import SENTENCES, remembering

_WORD = re.compile(r"[A-Za-z][\w-]{2,}")
_DONE = re.compile(  # "established in …", and not the adjective of "a coordinated approach"
    r"\b(?P<participle>[a-z][a-z-]{2,})(?=\s*(?:[.,;:()]|$)|\s+(?:the|an?|its|their|our|all|and|in|on"
    r"|at|by|to|for|of|from|with|as|since|during|through|under|over|into|last|this|that|which)\b)"
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One sentence of a document.

    Attributes:
        told: the day from which it tells: of the meeting that its paragraph sums up, else of
            the document.
        terms: stems of the words that say what it is about, names left out.
        about: ids of the meetings that its paragraph mentions.
        event: whether it opens the summary of a meeting.
        start: where it stands in its paragraph.
        promises: whether it is, or is part of, an action item itself.
    """

    citation: Citation
    quote: str
    told: date
    terms: frozenset[str]
    about: frozenset[str]
    event: bool
    promises: bool
    start: int

    def names(self) -> frozenset[str]:
        """The delegations it names, and the countries of its cities."""
        return _names(self.quote)

    def dates(self) -> tuple[DateRange, ...]:
        """The dates it states."""
        return tuple(each.dates for each in find_dates(self.quote))

    def deeds(self) -> frozenset[str]:
        """Stems of what it tells has been done: "RILONs have been established"."""
        done = (match["participle"] for match in _DONE.finditer(fold(self.quote)))
        return frozenset(stem(word) for word in done if is_deed_participle(word))


@remembering(SENTENCES)
def object_words(text: str) -> dict[str, str]:
    """The words that say what a text is about, by their stems; shared, so left unchanged.

    Names of delegations and cities, dates, and the verbs that make action items are left out:
    they link a text with too much, or are weighed by themselves.
    """
    folded = fold(text)
    names = gazetteer()
    spans = [
        *((each.start, each.end) for each in names.scan(folded)),
        *((each.start, each.end) for each in names.cities(folded)),
        *((each.start, each.end) for each in find_dates(folded)),
    ]
    taken = set().union(*(range(start, end) for start, end in spans))
    if taken:
        found = _WORD.finditer(folded)
        words = [match[0] for match in found if match.start() not in taken]
    else:
        words = _WORD.findall(folded)
    hollow = _hollow()
    return {term: word for word in words if (term := stem(word)) not in hollow}


def told_from(
    document: Document, paragraph: Paragraph, summed_up: Mapping[Citation, Meeting]
) -> date | None:
    """The day from which a paragraph tells."""
    meeting = summed_up.get(document.cite(paragraph))
    return meeting.dates.start if meeting and meeting.dates else document.date


def read_traces(extract: Extract, about: Mapping[int, Sequence[str]]) -> Iterator[Trace]:
    """The dated sentences of a document, in order.

    Args:
        extract: the document, and what was read from it.
        about: ids of the meetings that a paragraph mentions, by its ordinal.
    """
    document = extract.document
    summed_up = _summaries(extract)
    promised: defaultdict[Citation, list[str]] = defaultdict(list)
    for item in extract.actions:
        promised[item.citation].append(item.text)
    for paragraph in document.content():
        told = told_from(document, paragraph, summed_up)
        if told is None or paragraph.form is Form.DATELINE:
            continue
        citation = document.cite(paragraph)
        meetings = frozenset(about.get(paragraph.ordinal, ()))
        for span in sentence_spans(paragraph.text):
            quote = span.of(paragraph.text)
            yield Trace(
                citation=citation,
                quote=quote,
                told=told,
                terms=frozenset(object_words(quote)),
                about=meetings,
                event=span.start == 0 and citation in summed_up,
                promises=any(quote in text for text in promised[citation]),
                start=span.start,
            )


def _summaries(extract: Extract) -> dict[Citation, Meeting]:
    """The meetings that a paragraph of the document tells the most of, by that paragraph."""
    if any(each.reported_by == extract.document.file for each in extract.meetings):
        return {}
    return {each.citation: each for each in reversed(extract.meetings) if each.dates}


@lru_cache(maxsize=1024)  # one sentence may answer many items
def _names(quote: str) -> frozenset[str]:
    names = {each.delegation.name for each in gazetteer().scan(quote)}
    return frozenset(names | {each.country for each in gazetteer().cities(quote)})


@cache
def _hollow() -> frozenset[str]:
    verbs = (word for form in action_verbs() for word in form.split())
    return frozenset(stem(word) for word in (*table("fates")["hollow"], *verbs))
