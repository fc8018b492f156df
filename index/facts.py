"""Selecting facts of a generation: by meeting, owner, status, year and day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, process

from corpus.facts import (
    Acronym,
    ActionItem,
    Attendance,
    Delegation,
    Meeting,
    Rilon,
    RilonStep,
    Status,
)
from corpus.rilons import status_of
from index.errors import NotFoundError
from index.finding import check_length, find_meeting, find_owner, plain_name
from index.generation import Generation
from index.item_life.lives import SOURCE_REMOVED, lived
from index.item_life.overdue import is_overdue
from index.meeting_names import MeetingName, matches, names_of
from index.options import parse_choice, parse_day, parse_status, parse_strength

_NEAREST = 5  # names listed in an error: enough to choose from, few enough to read


def attendance_of(generation: Generation, meeting: Meeting) -> tuple[Attendance, ...]:
    """Who attended this meeting, or was absent, in the order of the text."""
    return tuple(each for each in generation.facts.attendance if each.meeting == meeting.id)


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


def select_actions(
    generation: Generation,
    *,
    status: str | None = None,
    owner: str | None = None,
    meeting: str | None = None,
    as_of: str | None = None,
    strength: str | None = None,
    overdue: str | None = None,
    today: date | None = None,
) -> tuple[ActionItem, ...]:
    """Action items by status, owner, meeting and date, in the order in which they arose.

    `owner` "members" selects those that name no owner, `status` "source removed" those that
    no document states any more. With `as_of`, items that arose later are left out, and later
    evidence and later changes of the status do not count. `overdue` "yes" selects what was
    overdue on that day, else `today`.

    Raises:
        InputError: an unknown status or an unreadable date.
        NotFoundError, AmbiguousError: the owner or the meeting cannot be told.
    """
    removed = bool(status) and plain_name(status or "") == SOURCE_REMOVED
    items = generation.lives.removed if removed else generation.facts.actions
    chosen: Sequence[ActionItem] = items
    if as_of:
        chosen = _actions_as_of(generation, chosen, parse_day(as_of))
    if status and not removed:
        wanted = parse_status(status)
        chosen = [item for item in chosen if item.status is wanted]
    if meeting:
        wanted_meeting = find_meeting(generation, meeting).id
        chosen = [item for item in chosen if item.meeting == wanted_meeting]
    if owner:
        wanted_owner = find_owner(generation, owner)
        chosen = [i for i in chosen if (wanted_owner in i.owners if wanted_owner else not i.owners)]
    if strength:
        wanted_strength = parse_strength(strength)
        chosen = [item for item in chosen if item.strength is wanted_strength]
    if overdue and parse_choice(overdue):
        day = parse_day(as_of) if as_of else today
        chosen = [item for item in chosen if day and is_overdue(item, day)]
    return tuple(chosen)


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


def _actions_as_of(
    generation: Generation, items: Iterable[ActionItem], day: date
) -> list[ActionItem]:
    chosen = []
    for item in items:
        arisen = _arose(generation, item)
        if arisen is not None and arisen > day:
            continue
        extracted = generation.lives.extracted.get(item.id, item)
        told = _without_later_evidence(generation, extracted, day)
        chosen.append(lived(generation, told, day))
    return chosen


def _arose(generation: Generation, item: ActionItem) -> date | None:
    meeting = generation.meeting(item.meeting) if item.meeting else None
    if meeting and meeting.dates:
        return meeting.dates.start
    found = generation.recall(item.citation)
    return found[0].date if found else None


def _without_later_evidence(generation: Generation, item: ActionItem, day: date) -> ActionItem:
    def known(document_id: str) -> bool:
        document = generation.documents.get(document_id)
        return document is None or document.date is None or document.date <= day

    kept = tuple(each for each in item.evidence if known(each.citation.document))
    if item.status is not Status.FOLLOWED_UP or kept == item.evidence:
        return item
    if kept:
        return replace(item, evidence=kept)
    reason = f"no document up to {day.isoformat()} reports completion"
    return replace(item, evidence=(), status=Status.OPEN, reason=reason)
