"""Which parts of facts a maintainer can correct, by what key, and how a value is read."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from corpus.bodies import known_bodies
from corpus.facts import (
    Acronym,
    ActionItem,
    Attendance,
    Capacity,
    Delegation,
    DelegationKind,
    Meeting,
    Rilon,
    RilonStep,
    Step,
)
from corpus.gazetteer import gazetteer
from index.errors import InputError
from index.options import parse_dates
from index.wording import dates_text, list_text

F = TypeVar("F", Meeting, Attendance, ActionItem, RilonStep, Acronym)

LONGEST_VALUE = 300  # characters
_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Aspect(Generic[F]):
    """A part of a fact that can be corrected; the part "" is the fact as a whole.

    Attributes:
        shown: the part in words.
        set: the fact with the part as typed; None where it can only be hidden.
        hide: the fact without the part, None for no fact at all; None where it is needed.
    """

    part: str
    shown: Callable[[F], str]
    set: Callable[[F, str], F] | None = None
    hide: Callable[[F], F | None] | None = None

    def key(self, fact: str) -> str:
        """The key of this part of the fact with that key."""
        return f"{fact}/{self.part}" if self.part else fact

    def ruled(self, fact: F, value: str | None) -> F | None:
        """The fact with this part set, or without it.

        Raises:
            InputError: the value cannot be read, or the part cannot be hidden or set.
        """
        if value is None:
            if self.hide is None:
                raise InputError(f"“{self.shown(fact)}” cannot be hidden, only set.")
            return self.hide(fact)
        if self.set is None:
            raise InputError(f"“{self.shown(fact)}” can only be hidden.")
        return self.set(fact, value)


def meeting_key(meeting: Meeting) -> str:
    """The meeting that a document reports, or one that it mentions."""
    return "meeting/reported" if meeting.reported_by else f"meeting/{meeting.id}"


def attendance_key(entry: Attendance) -> str:
    """A delegation in a capacity."""
    return f"attendance/{entry.delegation.name}/{entry.capacity.value}"


def item_key(item: ActionItem) -> str:
    """An action item by its words: its id depends on what else there is."""
    digest = hashlib.sha256(item.text.encode()).hexdigest()
    return f"action/{digest[:_DIGEST]}"


def step_key(rilon: Rilon, step: RilonStep) -> str:
    """A step at a place, with its first day where it is dated."""
    day = f"/{step.dates.iso()[0]}" if step.dates else ""
    return f"rilon/{rilon.place}/{step.step.value}{day}"


def acronym_key(acronym: Acronym) -> str:
    """An acronym."""
    return f"acronym/{acronym.acronym}"


def _name(text: str) -> str:
    """The canonical name of a state, an organisation or a body; an unknown one as it is."""
    known = gazetteer().find(text)
    body = next((each.key for each in known_bodies() if text in (each.key, each.name)), text)
    return known.name if known else body


def _names(text: str) -> tuple[str, ...]:
    parts = text.replace(" and ", ",").split(",")
    names = [_name(part.strip()) for part in parts if part.strip()]
    if not names:
        raise InputError("Name one or more, with commas between them.")
    return tuple(dict.fromkeys(names))


def _country(text: str) -> str:
    known = gazetteer().find(text)
    if known is None or known.kind is not DelegationKind.COUNTRY:
        raise InputError(f"“{text}” is no country that I know.")
    return known.name


def _ordinal(text: str) -> int:
    digits = text.rstrip("stndrhSTNDRH")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 3:
        raise InputError(f"“{text}” is no ordinal; write one like 5.")
    return int(digits)


def _attended(entry: Attendance, text: str) -> Attendance:
    """A capacity, or else the delegation itself."""
    capacity = next((each for each in Capacity if each.value == text.casefold()), None)
    if capacity is not None:
        return replace(entry, capacity=capacity)
    known = gazetteer().find(text)
    return replace(entry, delegation=known or Delegation(text, DelegationKind.ORGANISATION))


def _stepped(step: RilonStep, text: str) -> RilonStep:
    """A step, or else the day of the one that was read."""
    named = next((each for each in Step if each.value == text.casefold()), None)
    return replace(step, step=named) if named else replace(step, dates=parse_dates(text))


def _unmentioned(meeting: Meeting) -> None:
    if meeting.reported_by:
        raise InputError("The meeting that a document reports cannot be hidden, only its parts.")


def _cochaired(meeting: Meeting) -> str:
    return f"Co-chairs: {list_text(meeting.co_chairs) or 'not stated'}"


MEETING: Sequence[Aspect[Meeting]] = (
    Aspect("", lambda m: f"Meeting: {m.label}", None, _unmentioned),
    Aspect("title", lambda m: f"Title: {m.title}", lambda m, text: replace(m, title=text)),
    Aspect(
        "body",
        lambda m: f"Body: {m.body or 'not stated'}",
        lambda m, text: replace(m, body=_name(text)),
        lambda m: replace(m, body=""),
    ),
    Aspect(
        "ordinal",
        lambda m: f"Ordinal: {m.ordinal or 'not stated'}",
        lambda m, text: replace(m, ordinal=_ordinal(text)),
        lambda m: replace(m, ordinal=None),
    ),
    Aspect(
        "dates",
        lambda m: f"Dates: {dates_text(m.dates)}",
        lambda m, text: replace(m, dates=parse_dates(text)),
        lambda m: replace(m, dates=None),
    ),
    Aspect(
        "city",
        lambda m: f"City: {m.city or 'not stated'}",
        lambda m, text: replace(m, city=text),
        lambda m: replace(m, city=None),
    ),
    Aspect(
        "country",
        lambda m: f"Country: {m.country or 'not stated'}",
        lambda m, text: replace(m, country=_country(text)),
        lambda m: replace(m, country=None),
    ),
    Aspect(
        "co-chairs",
        _cochaired,
        lambda m, text: replace(m, co_chairs=_names(text)),
        lambda m: replace(m, co_chairs=()),
    ),
)
ATTENDANCE: Sequence[Aspect[Attendance]] = (
    Aspect("", lambda e: f"{e.delegation.name}: {e.capacity.value}", _attended, lambda e: None),
)
ACTION_ITEM: Sequence[Aspect[ActionItem]] = (
    Aspect("", lambda item: f"Action item: {item.text}", None, lambda item: None),
    Aspect(
        "owners",
        lambda item: f"Owners: {list_text(item.owners) or 'nobody named'} ({item.text})",
        lambda item, text: replace(item, owners=_names(text)),
        lambda item: replace(item, owners=()),
    ),
    Aspect(
        "due",
        lambda item: f"Due: {item.due_text or 'not stated'} ({item.text})",
        lambda item, text: replace(item, due=parse_dates(text), due_text=item.due_text or text),
        lambda item: replace(item, due=None, due_text=""),
    ),
)
RILON_STEP: Sequence[Aspect[RilonStep]] = (
    Aspect("", lambda s: f"{s.step.value}: {dates_text(s.dates)}", _stepped, lambda s: None),
)
ACRONYM: Sequence[Aspect[Acronym]] = (
    Aspect(
        "",
        lambda a: f"{a.acronym}: {a.meaning}",
        lambda a, text: replace(a, meaning=text),
        lambda a: None,
    ),
)
