"""What people make of an action item: a history that only grows, and the status it adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.documents import Citation
from corpus.facts import Status
from index.errors import InputError

LONGEST_NOTE = 1_000  # characters
_CLOSED = frozenset({Status.DONE, Status.DROPPED})


class StatusError(InputError):
    """A change of status that the rules or the item's history do not allow."""


class EventKind(StrEnum):
    """What was done to an action item."""

    UPDATE = "update"
    UNDO = "undo"
    PROPOSAL = "proposal"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SOURCE = "source"  # a publish changed, moved or removed its text


_SETTING = frozenset({EventKind.UPDATE, EventKind.ACCEPTED})
_DECIDING = frozenset({EventKind.ACCEPTED, EventKind.REJECTED})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a Discord user's id or a login, and the name that people read."""

    id: str
    name: str


NOBODY = Actor("", "")  # the program itself


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded.

    Attributes:
        status: set or proposed; None where the entry sets none.
        about: number of the entry undone, or of the proposal decided; else None.
    """

    kind: EventKind
    status: Status | None = None
    note: str = ""
    evidence: Citation | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An entry as it was recorded; `number` counts over all items, `at` is in UTC."""

    number: int
    item: str
    entry: Entry
    actor: Actor
    at: datetime


def update_entry(status: Status, note: str = "", evidence: Citation | None = None) -> Entry:
    """A maintainer's change of status.

    Raises:
        StatusError: `done` or `dropped` without note and evidence, or the note is too long.
    """
    return _setting(EventKind.UPDATE, status, note, evidence)


def proposal_entry(
    history: Sequence[Event], status: Status, note: str = "", evidence: Citation | None = None
) -> Entry:
    """Anybody's proposal, which waits for a maintainer.

    Raises:
        StatusError: as for `update_entry`, or the same status is proposed already.
    """
    waiting = [each for each in pending(history) if each.entry.status is status]
    if waiting:
        proposer = waiting[0].actor.name
        raise StatusError(f"{proposer} has proposed “{status.value}” already; it waits.")
    return _setting(EventKind.PROPOSAL, status, note, evidence)


def decision_entry(history: Sequence[Event], proposal: int, *, accepted: bool) -> Entry:
    """A maintainer's decision on the proposal with this number.

    Raises:
        StatusError: there is no such proposal, or it was decided.
    """
    proposed = next((e for e in history if e.number == proposal), None)
    if proposed is None or proposed.entry.kind is not EventKind.PROPOSAL:
        raise StatusError(f"There is no proposal {proposal}.")
    decided = [e for e in history if e.entry.kind in _DECIDING and e.entry.about == proposal]
    if decided:
        verdict, name = decided[0].entry.kind.value, decided[0].actor.name
        raise StatusError(f"{name} has {verdict} that proposal already.")
    if not accepted:
        return Entry(EventKind.REJECTED, about=proposal)
    entry = proposed.entry
    return Entry(EventKind.ACCEPTED, entry.status, entry.note, entry.evidence, proposal)


def undo_entry(history: Sequence[Event]) -> Entry:
    """Take back what last set the status; the status before it counts again.

    Raises:
        StatusError: nothing is left to undo.
    """
    last = standing(history)
    if last is None:
        raise StatusError("Nobody has changed the status, so there is nothing to undo.")
    before = standing([each for each in history if each.number < last.number])
    return Entry(EventKind.UNDO, before.entry.status if before else None, about=last.number)


def standing(history: Sequence[Event], until: date | None = None) -> Event | None:
    """What set the status that holds, by the end of the day `until`; None where nothing has."""
    known = [each for each in history if until is None or each.at.date() <= until]
    undone = {each.entry.about for each in known if each.entry.kind is EventKind.UNDO}
    effective = [e for e in known if e.entry.kind in _SETTING and e.number not in undone]
    return effective[-1] if effective else None


def pending(history: Sequence[Event]) -> tuple[Event, ...]:
    """The proposals that nobody has decided, oldest first."""
    decided = {each.entry.about for each in history if each.entry.kind in _DECIDING}
    return tuple(
        each
        for each in history
        if each.entry.kind is EventKind.PROPOSAL and each.number not in decided
    )


def reason_of(event: Event) -> str:
    """Why the status is what `event` set: who, when, and the note."""
    how = "accepted" if event.entry.kind is EventKind.ACCEPTED else "set"
    said = f": {event.entry.note}" if event.entry.note else ""
    return f"{how} by {event.actor.name} on {event.at.date().isoformat()}{said}"


def _setting(kind: EventKind, status: Status, note: str, evidence: Citation | None) -> Entry:
    said = " ".join(note.split())
    if len(said) > LONGEST_NOTE:
        raise StatusError(f"A note has at most {LONGEST_NOTE:,} characters.")
    if status in _CLOSED and not said and evidence is None:
        raise StatusError(f"“{status.value}” needs a note or a citation as evidence.")
    return Entry(kind, status, said, evidence)
