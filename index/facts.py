"""Selecting facts of a generation: by meeting, delegation, year and day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from rapidfuzz import fuzz, process

from corpus.facts import (
    Acronym,
    Attendance,
    Delegation,
    Meeting,
    Rilon,
    RilonStep,
)
from corpus.rilons import status_of
from index.errors import NotFoundError
from index.finding import check_length, plain_name
from index.generation import Generation
from index.meeting_names import MeetingName, matches, names_of
from index.options import parse_day
from index.remembering import remembered

_NEAREST = 5  # names listed in an error: enough to choose from, few enough to read


def attendance_of(generation: Generation, meeting: Meeting) -> tuple[Attendance, ...]:
    """Who attended this meeting, or was absent, in the order of the text."""
    return _attendance(generation).get(meeting.id, ())


@remembered(1)
def _attendance(generation: Generation) -> Mapping[str, tuple[Attendance, ...]]:
    """By the meeting's id."""
    entries: defaultdict[str, list[Attendance]] = defaultdict(list)
    for each in generation.facts.attendance:
        entries[each.meeting].append(each)
    return {meeting: tuple(each) for meeting, each in entries.items()}


def delegation_attendance(generation: Generation, delegation: Delegation) -> tuple[Attendance, ...]:
    """Where this delegation attended or was absent, oldest meeting first."""
    order = {meeting.id: place for place, meeting in enumerate(select_meetings(generation))}
    found = [a for a in generation.facts.attendance if a.delegation.name == delegation.name]
    return tuple(sorted(found, key=lambda each: order.get(each.meeting, len(order))))


def select_meetings(
    generation: Generation,
    *,
    body: str | None = None,
    year: int | None = None,
    place: str | None = None,
) -> tuple[Meeting, ...]:
    """The meetings of a body, a year and a place, oldest first, undated ones last."""
    chosen: Iterable[Meeting] = generation.facts.meetings
    for text in (body, place):
        if text:
            name = MeetingName.parse(text)
            chosen = [m for m in chosen if matches(name, names_of(m))]
    if year is not None:
        chosen = [m for m in chosen if m.dates and m.dates.start.year <= year <= m.dates.end.year]
    return tuple(sorted(chosen, key=lambda m: (m.dates.start if m.dates else date.max, m.id)))


def select_rilons(generation: Generation, *, as_of: str | None = None) -> tuple[Rilon, ...]:
    """The RILONs by place; with `as_of`, as the texts told it of that day.

    A step without a date counts from the date of the document that states it.
    """
    rilons = sorted(generation.facts.rilons, key=lambda each: each.place)
    if not as_of:
        return tuple(rilons)
    day = parse_day(as_of)
    cut = []
    for rilon in rilons:
        history = tuple(s for s in rilon.history if (step_day(generation, s) or date.min) <= day)
        if history:
            cut.append(Rilon(rilon.city, rilon.country, status_of(history), history))
    return tuple(cut)


def step_day(generation: Generation, step: RilonStep) -> date | None:
    """The day from which a step holds: its own, else that of the document stating it."""
    if step.dates:
        return step.dates.start
    document = generation.documents.get(step.citation.document)
    return document.date if document else None


def select_acronyms(generation: Generation, term: str | None = None) -> tuple[Acronym, ...]:
    """The glossary, or the entries for one acronym or one long form.

    Raises:
        NotFoundError: no document explains it; with the nearest acronyms.
    """
    every = generation.facts.acronyms
    if not term:
        return tuple(sorted(every, key=lambda each: each.acronym.casefold()))
    check_length(term)
    wanted = plain_name(term)
    forms = {wanted, wanted.removesuffix("s")}
    found = tuple(
        a for a in every if plain_name(a.acronym) in forms or plain_name(a.meaning) == wanted
    )
    if found:
        return found
    short = {a.acronym: plain_name(a.acronym) for a in every}
    near = process.extract(wanted, short, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=50)
    raise NotFoundError(f"No document explains “{term.strip()}”.", [each[2] for each in near])
