"""The dry run of a document as an answer: what to look at, what would change, what it states."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.facts import ActionItem, Attendance, Capacity, Extract
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.publication.fact_changes import FactChange
from index.publication.preview import Preview
from index.quoting import Quoter
from index.replies.actions import NO_OWNER
from index.replies.attendance import CAPACITY_HEADINGS
from index.wording import count_text, dates_text, list_text

LOOK_AT = "Look at"
_REPORTED = "The meeting that it reports"
_MENTIONED = "Meetings that it mentions"
_ACTIONS = "Action items"
_RILONS = "RILONs"
_ACRONYMS = "Acronyms"


def preview_reply(generation: Generation, preview: Preview) -> Answer:
    """What publishing a document beside those of a generation would do; every fact cited."""
    document = preview.document
    quoter = Quoter(replace(generation, documents={**generation.documents, document.id: document}))
    warnings = (
        Line(each.text, tuple(map(quoter.cite, each.citations)), LOOK_AT)
        for each in preview.warnings
    )
    lines = [
        *warnings,
        *head_lines(quoter, preview),
        *change_lines(quoter, preview.changes),
        *stated_lines(quoter, preview),
    ]
    return Answer(
        question="",
        kind=AnswerKind.CORPUS,
        text=f"{about(preview)}.",
        lines=tuple(lines),
        citations=quoter.quotations,
    )


def about(preview: Preview) -> str:
    """Which document a file is, and how much of everything it holds."""
    document = preview.document
    return f"{document.file} is {document.label} ({document.id}): {_extent(preview)}"


def head_lines(quoter: Quoter, preview: Preview) -> Iterator[Line]:
    """The meeting that a document reports, and who attended it."""
    yield from _reported(quoter, preview.extract)
    yield from _attendance(quoter, preview.extract)


def change_lines(quoter: Quoter, changes: Iterable[FactChange]) -> Iterator[Line]:
    """How the facts of the corpus would differ."""
    for each in changes:
        yield Line(each.text, tuple(map(quoter.cite, each.citations)), each.effect.value)


def _extent(preview: Preview) -> str:
    """How much of everything it holds."""
    extract = preview.extract
    counts = (
        count_text(len(extract.document.paragraphs), "paragraph"),
        count_text(len(extract.attendance), "entry of attendance", "entries of attendance"),
        count_text(len(preview.actions), "action item"),
    )
    return list_text(counts)


def stated_lines(quoter: Quoter, preview: Preview) -> Iterator[Line]:
    """What the document itself states."""
    extract = preview.extract
    for item in preview.actions:
        yield Line(_item_text(item), (quoter.cite(item.citation, item.text),), _ACTIONS)
    yield from _rilons(quoter, extract)
    for acronym in extract.acronyms:
        source = quoter.cite(acronym.citation, acronym.meaning)
        yield Line(f"{acronym.acronym}: {acronym.meaning}", (source,), _ACRONYMS)
    for meeting in extract.meetings:
        if not meeting.reported_by:
            text = f"{meeting.label} ({dates_text(meeting.dates)})"
            yield Line(text, (quoter.cite(meeting.citation),), _MENTIONED)


def _item_text(item: ActionItem) -> str:
    owner = list_text(item.owners) or NO_OWNER
    due = f" · due: {item.due_text}" if item.due_text else ""
    return f"{item.id} · {item.strength.value} · {owner}{due} · {item.text}"


def _reported(quoter: Quoter, extract: Extract) -> Iterator[Line]:
    for meeting in extract.meetings:
        if meeting.reported_by:
            place = ", ".join(part for part in (meeting.city, meeting.country) if part)
            chairs = list_text(meeting.co_chairs) or "not stated"
            held = f"{dates_text(meeting.dates)} · {place or 'no place stated'}"
            source = (quoter.cite(meeting.citation),)
            yield Line(meeting.title, source, _REPORTED)
            yield Line(f"{held} · co-chairs: {chairs}", source, _REPORTED)


def _attendance(quoter: Quoter, extract: Extract) -> Iterator[Line]:
    """A line for each capacity: how many, and who."""
    listed: defaultdict[Capacity, list[Attendance]] = defaultdict(list)
    for each in extract.attendance:
        listed[each.capacity].append(each)
    for capacity, heading in CAPACITY_HEADINGS.items():
        if members := listed[capacity]:
            names = ", ".join(dict.fromkeys(each.delegation.name for each in members))
            sources = dict.fromkeys(quoter.cite(e.citation, e.as_written) for e in members)
            yield Line(f"{heading} ({len(members)}): {names}", tuple(sources), "Attendance")


def _rilons(quoter: Quoter, extract: Extract) -> Iterator[Line]:
    for rilon in extract.rilons:
        told = [f"{each.step.value} ({dates_text(each.dates)})" for each in rilon.history]
        sources = dict.fromkeys(quoter.cite(each.citation) for each in rilon.history)
        text = f"{rilon.place}: {', '.join(told)}".replace(" (undated)", "")
        yield Line(text, tuple(sources), _RILONS)
