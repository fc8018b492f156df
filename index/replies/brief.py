"""One page on a meeting: when, where, who, what was decided, what became of it, and key quotes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from corpus.documents import Citation, Document, Form
from corpus.facts import ActionItem, Meeting, Strength
from corpus.sentences import sentence_spans
from corpus.typography import fold
from index.answers import Answer, AnswerKind, Line
from index.facts import attendance_of
from index.finding import find_meeting
from index.generation import Generation
from index.quoting import Quoter, disagreements
from index.replies.actions import NO_OWNER
from index.replies.attendance import CAPACITY_HEADINGS, meeting_text
from index.wording import count_text, dates_text, list_text
from index.wordlists import load

_QUOTES = 5
_ITEMS = 12  # decisions, and action items, on a page; `/actions list` shows the others
_SHORTEST, _LONGEST = 40, 400  # characters of a sentence that can be quoted on one page
_DOCUMENTS = 6


def brief_reply(generation: Generation, meeting: str) -> Answer:
    """One page on the meeting of this name.

    Raises:
        NotFoundError, AmbiguousError: the meeting cannot be told.
    """
    return brief_answer(generation, find_meeting(generation, meeting))


def brief_answer(generation: Generation, meeting: Meeting) -> Answer:
    """One page on `meeting`; every line cites its paragraphs."""
    quoter = Quoter(generation)
    lines = [
        *_held(quoter, meeting),
        *_attendance(generation, quoter, meeting),
        *_agreed(generation, quoter, meeting),
        *_rilons(generation, quoter, meeting),
    ]
    lines += _key_quotes(generation, quoter, meeting)
    lines += _documents(generation, quoter, meeting)
    sources = (quoter.cite(meeting.citation),)
    told = "" if meeting.reported_by else " No document reports it; what follows is from mentions."
    return Answer(
        question="",
        kind=AnswerKind.BRIEF,
        text=f"{meeting_text(meeting)}: brief.{told}",
        text_sources=sources,
        lines=tuple(lines),
        conflicts=disagreements(generation, quoter, meeting.label),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def _held(quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    facts = (
        ("Title", meeting.title),
        ("Held", dates_text(meeting.dates)),
        ("Place", place),
        ("Co-chairs", list_text(meeting.co_chairs)),
    )
    source = (quoter.cite(meeting.citation),)
    yield from (Line(f"{name}: {text}", source, "When and where") for name, text in facts if text)


def _attendance(generation: Generation, quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    order = list(CAPACITY_HEADINGS)
    listed = sorted(attendance_of(generation, meeting), key=lambda a: order.index(a.capacity))
    for capacity, group in groupby(listed, key=lambda each: each.capacity):
        members = list(group)
        names = list(dict.fromkeys(each.delegation.name for each in members))
        sources = dict.fromkeys(quoter.cite(each.citation) for each in members)
        text = f"{CAPACITY_HEADINGS[capacity]} ({len(names)}): {', '.join(names)}"
        yield Line(text, tuple(sources), "Who")


def _agreed(generation: Generation, quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    own = {each for each, reported in generation.reported.items() if reported.id == meeting.id}
    items = [item for item in generation.facts.actions if item.meeting == meeting.id]
    items.sort(key=lambda item: item.citation.document not in own)
    decided = [item for item in items if item.strength is Strength.DECISION]
    others = [item for item in items if item.strength is not Strength.DECISION]
    for name, chosen in (("Decisions", decided), ("Action items and their fate", others)):
        yield from (_item_line(quoter, item, name) for item in chosen[:_ITEMS])
        if len(chosen) > _ITEMS:
            rest = [quoter.cite(item.citation) for item in chosen[_ITEMS:]]
            more = f"{len(chosen) - _ITEMS} more: /actions list meeting:{meeting.id}"
            yield Line(more, tuple(dict.fromkeys(rest)), name)


def _item_line(quoter: Quoter, item: ActionItem, group: str) -> Line:
    owner = list_text(item.owners) or NO_OWNER
    due = f" · due: {item.due_text}" if item.due_text else ""
    fate = f" · {item.status.value}"
    sources = [quoter.cite(item.citation, item.text)]
    sources += [quoter.cite(each.citation, each.quote) for each in item.evidence]
    text = f"{item.id} · {owner} · {item.text}{due}{fate}"
    return Line(text, tuple(dict.fromkeys(sources)), group)


def _rilons(generation: Generation, quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    own = {document.id for document in _reporting(generation, meeting)}
    for rilon in generation.facts.rilons:
        steps = [step for step in rilon.history if step.citation.document in own]
        if steps:
            told = ", ".join(dict.fromkeys(step.step.value for step in steps))
            sources = dict.fromkeys(quoter.cite(step.citation) for step in steps)
            yield Line(f"{rilon.place}: {told}", tuple(sources), "RILONs told of")


def _key_quotes(generation: Generation, quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    """Sentences that tell what the meeting came to and are not shown yet, in order."""
    shown = " ".join(quotation.quote for quotation in quoter.quotations)
    ranked: list[tuple[int, Citation, str]] = []
    for document in _reporting(generation, meeting):
        for paragraph in document.content():
            if paragraph.form is Form.PROSE:
                citation = document.cite(paragraph)
                new = (each for each in _sentences(paragraph.text) if each not in shown)
                told = [(_telling(each), citation, each) for each in new]
                ranked += sorted(told, key=lambda each: each[0])[:1]
    telling = [each for each in ranked if each[0] < len(_verbs())]
    best = sorted(telling, key=lambda each: each[0])[:_QUOTES]
    for _, citation, sentence in (each for each in ranked if each in best):
        yield Line(sentence, (quoter.cite(citation, sentence),), "Key quotes")


def _sentences(text: str) -> Iterator[str]:
    sentences = (span.of(text) for span in sentence_spans(text))
    return (each for each in sentences if _SHORTEST <= len(each) <= _LONGEST)


def _telling(sentence: str) -> int:
    """How telling its verb is, 0 the most."""
    plain = fold(sentence).lower()
    verbs = _verbs()
    return next((rank for rank, verb in enumerate(verbs) if verb.search(plain)), len(verbs))


@cache
def _verbs() -> Sequence[re.Pattern[str]]:
    return [re.compile(each) for each in load("brief")["telling"]]


def _documents(generation: Generation, quoter: Quoter, meeting: Meeting) -> Iterator[Line]:
    reporting = _reporting(generation, meeting)
    for document in reporting:
        paragraphs = count_text(len(document.paragraphs), "paragraph")
        text = f"{document.title} ({document.kind.value}, {document.file}, {paragraphs})"
        first = quoter.cite(document.cite(document.paragraphs[0]))
        yield Line(text, (first,), "Documents that report it")
    told = {document.id for document in reporting}
    mentions = [each for each in meeting.mentions if each.document not in told]
    by_document = {each.document: each for each in reversed(mentions)}
    for each in list(reversed(by_document.values()))[:_DOCUMENTS]:
        document = generation.documents[each.document]
        yield Line(document.label, (quoter.cite(each),), "Documents that mention it")


def _reporting(generation: Generation, meeting: Meeting) -> list[Document]:
    """The documents whose subject the meeting is."""
    reported = generation.reported.items()
    return [generation.documents[each] for each, told in reported if told.id == meeting.id]
