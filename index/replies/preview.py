"""The dry run of a document as an answer: what to look at, what would change, what it states."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.documents import Citation
from corpus.facts import ActionItem, Attendance, Capacity, DateRange, Extract
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.publication.golden import GoldenChange, golden_text
from index.publication.preview import Preview
from index.quoting import Quoter
from index.replies.actions import NO_OWNER
from index.replies.attendance import CAPACITY_HEADINGS
from index.repositories.staged import Staged
from index.wording import count_text, dates_text, list_text

LOOK_AT = "Look at"
_REPORTED = "The meeting that it reports"
_MENTIONED = "Meetings that it mentions"
_ACTIONS = "Action items"
_RILONS = "RILONs"
_ACRONYMS = "Acronyms"
_GOLDEN = "Golden questions"
_LOST = 5  # questions that are named
_NAMES = {
    "title": "Title",
    "body": "Body",
    "dates": "Held",
    "city": "City",
    "country": "Country",
    "co_chairs": "Co-chairs",
}


def preview_reply(generation: Generation, preview: Preview, staged: Staged | None = None) -> Answer:
    """What publishing a document beside those of a generation would do; every fact cited.

    Of a staged upload it tells who brought it and what is corrected of it.
    """
    document = preview.document
    documents = {**generation.documents, document.id: document}
    quoter = Quoter(replace(generation, documents=documents))
    lines = [
        *(_line(quoter, each.text, each.citations, LOOK_AT) for each in preview.warnings),
        *_corrections(staged),
        *_reported(quoter, preview.extract),
        *_attendance(quoter, preview.extract),
        *_golden_lines(preview.golden),
        *(_line(quoter, each.text, each.citations, each.effect.value) for each in preview.changes),
        *_stated(quoter, preview),
    ]
    return Answer(
        question="",
        kind=AnswerKind.CORPUS,
        text=f"{document.file} is {document.label} ({document.id}): {_extent(preview)}.",
        lines=tuple(lines),
        citations=quoter.quotations,
        reason=_waiting(staged) if staged else "",
    )


def _waiting(staged: Staged) -> str:
    return f"{staged.id}, uploaded by {staged.actor.name}; it is not published yet."


def _line(quoter: Quoter, text: str, citations: Sequence[Citation], group: str) -> Line:
    return Line(text, tuple(map(quoter.cite, citations)), group)


def _golden_lines(golden: GoldenChange | None) -> Iterator[Line]:
    """How many golden questions go right, and those that no longer would."""
    if golden is None or not golden.after.results:
        return
    yield Line(f"{golden_text(golden.after)} (now: {golden_text(golden.before)})", (), _GOLDEN)
    for question in golden.lost[:_LOST]:
        yield Line(f"would go wrong: {question}", (), _GOLDEN)


def _corrections(staged: Staged | None) -> Iterator[Line]:
    """What a maintainer says of the document where its head is silent or was misread."""
    if staged is None:
        return
    who = staged.editor.name if staged.editor else "a maintainer"
    said = staged.details.said()
    for name, value in said.items():
        text = dates_text(value) if isinstance(value, DateRange) else value
        text = list_text(text) if isinstance(text, tuple) else text
        yield Line(f"{_NAMES[name]}: {text}", (), f"Corrected by {who}, not as printed")


def _extent(preview: Preview) -> str:
    """How much of everything it holds."""
    extract = preview.extract
    counts = (
        count_text(len(extract.document.paragraphs), "paragraph"),
        count_text(len(extract.attendance), "entry of attendance", "entries of attendance"),
        count_text(len(preview.actions), "action item"),
    )
    return list_text(counts)


def _stated(quoter: Quoter, preview: Preview) -> Iterator[Line]:
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
