"""What one state of the facts has that another has not, each difference cited."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from textwrap import shorten

from corpus.documents import Citation
from corpus.facts import Acronym, ActionItem, Attendance, Facts, Meeting, Rilon
from index.wording import count_text, dates_text, list_text

_BEGINNING = 120  # characters
_Entry = tuple[str, str]  # a meeting's id and a delegation's name


class Effect(StrEnum):
    """What a publish does to a fact; the values are headings."""

    CONFLICT = "Documents would disagree"
    FOLLOWED_UP = "Fate of action items"
    CHANGED = "Would change"
    SUPERSEDED = "Would no longer be stated"
    ADDED = "Would be new"


@dataclass(frozen=True, slots=True)
class FactChange:
    """One difference in a line, and the paragraphs that show it."""

    effect: Effect
    text: str
    citations: tuple[Citation, ...]


def fact_changes(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    """Every difference between two states of the facts, in the order of `Effect`."""
    renamed = _renamed(before.meetings, after.meetings)
    found = [
        *_conflicts(before, after),
        *_meetings(before, after, renamed),
        *_attendance(before, after, renamed),
        *_actions(before.actions, after.actions, renamed),
        *_rilons(before.rilons, after.rilons),
        *_acronyms(before.acronyms, after.acronyms),
    ]
    order = list(Effect)
    return tuple(sorted(found, key=lambda each: order.index(each.effect)))


def _conflicts(before: Facts, after: Facts) -> Iterator[FactChange]:
    known = set(before.conflicts)
    for conflict in after.conflicts:
        if conflict not in known:
            sides = list_text([f"“{words}”" for words, _ in conflict.stated])
            where = tuple(citation for _, citation in conflict.stated)
            yield FactChange(Effect.CONFLICT, f"{conflict.subject}: {sides}", where)
    standing = {conflict.subject for conflict in after.conflicts}
    for conflict in before.conflicts:
        if conflict.subject not in standing:
            where = tuple(citation for _, citation in conflict.stated)
            yield FactChange(Effect.CHANGED, f"{conflict.subject}: no longer disputed", where)


def _renamed(before: Iterable[Meeting], after: Iterable[Meeting]) -> Mapping[str, str]:
    """The new id of each meeting whose id changes because more is known of it.

    It is known by a paragraph that tells of it in both states and of no other such meeting.
    """
    old, new = ({each.id: each for each in meetings} for meetings in (before, after))
    told: defaultdict[Citation, set[str]] = defaultdict(set)
    for meeting in (each for each in new.values() if each.id not in old):
        for citation in _cited(meeting):
            told[citation].add(meeting.id)
    renamed = {}
    for meeting in (each for each in old.values() if each.id not in new):
        found = {name for each in _cited(meeting) for name in told[each]}
        if len(found) == 1:
            renamed[meeting.id] = found.pop()
    return renamed


def _meetings(before: Facts, after: Facts, renamed: Mapping[str, str]) -> Iterator[FactChange]:
    old = {renamed.get(each.id, each.id): each for each in before.meetings}
    new = {each.id: each for each in after.meetings}
    for key, meeting in new.items():
        if key not in old:
            text = f"Meeting {meeting.label} ({dates_text(meeting.dates)})"
            yield FactChange(Effect.ADDED, text, (meeting.citation,))
            continue
        told = [
            f"{name} {is_now or 'not stated'} (was {was or 'not stated'})"
            for (name, was), (_, is_now) in zip(_matters(old[key]), _matters(meeting), strict=True)
            if was != is_now
        ]
        if told:
            where = _distinct((meeting.citation, old[key].citation))
            yield FactChange(Effect.CHANGED, f"{meeting.label}: {'; '.join(told)}", where)
    for key, meeting in old.items():
        if key not in new:
            yield FactChange(Effect.SUPERSEDED, f"Meeting {meeting.label}", (meeting.citation,))


def _matters(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What is told of a meeting, by name."""
    return (
        ("dates", dates_text(meeting.dates) if meeting.dates else ""),
        ("place", ", ".join(part for part in (meeting.city, meeting.country) if part)),
        ("number", str(meeting.ordinal or "")),
        ("co-chairs", list_text(meeting.co_chairs)),
        ("reported by", meeting.reported_by or ""),
    )


def _attendance(before: Facts, after: Facts, renamed: Mapping[str, str]) -> Iterator[FactChange]:
    labels = {each.id: each.label for each in (*before.meetings, *after.meetings)}

    def entries(facts: Facts) -> dict[_Entry, Attendance]:
        moved = ((renamed.get(each.meeting, each.meeting), each) for each in facts.attendance)
        return {(meeting, each.delegation.name): each for meeting, each in moved}

    old, new = entries(before), entries(after)
    added: defaultdict[str, list[Attendance]] = defaultdict(list)
    for (meeting, name), entry in new.items():
        was = old.get((meeting, name))
        if was is None:
            added[meeting].append(entry)
        elif was.capacity is not entry.capacity:
            text = f"{name} at {labels[meeting]}: {entry.capacity.value} (was {was.capacity.value})"
            yield FactChange(Effect.CHANGED, text, _distinct((entry.citation, was.citation)))
    for meeting, listed in added.items():
        yield FactChange(Effect.ADDED, *_listed_at(labels[meeting], listed))
    yield from _no_longer_listed(old, new, after, labels)


def _no_longer_listed(
    old: Mapping[_Entry, Attendance],
    new: Mapping[_Entry, Attendance],
    after: Facts,
    labels: Mapping[str, str],
) -> Iterator[FactChange]:
    """By name at meetings that stay, by number at those that go."""
    staying = {each.id for each in after.meetings}
    going: defaultdict[str, list[Attendance]] = defaultdict(list)
    for (meeting, name), entry in old.items():
        if (meeting, name) in new:
            continue
        if meeting in staying:
            text = f"{name} at {labels[meeting]} ({entry.capacity.value})"
            yield FactChange(Effect.SUPERSEDED, text, (entry.citation,))
        else:
            going[meeting].append(entry)
    for meeting, listed in going.items():
        yield FactChange(Effect.SUPERSEDED, *_listed_at(labels[meeting], listed))


def _listed_at(label: str, listed: Sequence[Attendance]) -> tuple[str, tuple[Citation, ...]]:
    count = count_text(len(listed), "entry", "entries")
    return f"{count} of attendance at {label}", _distinct(each.citation for each in listed)


def _actions(
    before: Sequence[ActionItem], after: Sequence[ActionItem], renamed: Mapping[str, str]
) -> Iterator[FactChange]:
    old, new = ({each.id: each for each in items} for items in (before, after))
    added = [each for each in after if each.id not in old]
    if added:
        where = _distinct(each.citation for each in added)
        yield FactChange(Effect.ADDED, count_text(len(added), "action item"), where)
    for item in after:
        if item.id in old:
            yield from _item_changes(old[item.id], item)
    for item in before:
        if item.id not in new:
            yield FactChange(Effect.SUPERSEDED, f"{item.id}: {_begun(item)}", (item.citation,))


def _item_changes(was: ActionItem, item: ActionItem) -> Iterator[FactChange]:
    """What is told of an item's fate, then what its own text says differently."""
    known = set(was.evidence)
    evidence = [each.citation for each in item.evidence if each not in known]
    if item.status is not was.status or evidence:
        step = item.status.value
        step = step if item.status is was.status else f"{was.status.value} → {step}"
        reason = f" ({item.reason})" if item.reason else ""
        where = _distinct((*evidence, item.citation))
        yield FactChange(Effect.FOLLOWED_UP, f"{item.id}, {step}{reason}: {_begun(item)}", where)
    matters: tuple[tuple[str, Callable[[ActionItem], str]], ...] = (
        ("words", lambda each: each.text),
        ("owners", lambda each: list_text(each.owners)),
        ("due", lambda each: each.due_text),
        ("strength", lambda each: each.strength.value),
    )
    told = [
        f"{name} “{tell(item)}” (was “{tell(was)}”)"
        for name, tell in matters
        if tell(item) != tell(was)
    ]
    if told:
        where = _distinct((item.citation, was.citation))
        yield FactChange(Effect.CHANGED, f"{item.id}: {'; '.join(told)}", where)


def _begun(item: ActionItem) -> str:
    """How its text begins: as much as it takes to know it again."""
    return shorten(item.text, _BEGINNING, placeholder=" …")


def _rilons(before: Sequence[Rilon], after: Sequence[Rilon]) -> Iterator[FactChange]:
    old, new = ({each.place: each for each in rilons} for rilons in (before, after))
    for place, rilon in new.items():
        was = old.get(place)
        steps = [step for step in rilon.history if was is None or step not in was.history]
        where = _distinct(step.citation for step in steps)
        told = list_text(list(dict.fromkeys(step.step.value for step in steps)))
        if was is None:
            yield FactChange(Effect.ADDED, f"RILON {place}: {rilon.status.value}", where)
        elif was.status is not rilon.status:
            text = f"RILON {place}: {rilon.status.value} (was {was.status.value})"
            yield FactChange(Effect.CHANGED, text, where or _steps_cited(rilon))
        elif steps:
            yield FactChange(Effect.ADDED, f"RILON {place}: {told}", where)
    for place, rilon in old.items():
        if place not in new:
            yield FactChange(Effect.SUPERSEDED, f"RILON {place}", _steps_cited(rilon))


def _acronyms(before: Sequence[Acronym], after: Sequence[Acronym]) -> Iterator[FactChange]:
    old, new = ({_sense(each): each for each in acronyms} for acronyms in (before, after))
    known = {each.acronym for each in before}
    added = [each for sense, each in new.items() if sense not in old]
    first = [each for each in added if each.acronym not in known]
    if first:
        names = list_text(list(dict.fromkeys(each.acronym for each in first)))
        where = _distinct(each.citation for each in first)
        text = f"{'Acronym' if len(first) == 1 else 'Acronyms'} {names}"
        yield FactChange(Effect.ADDED, text, where)
    for each in added:
        if each.acronym in known:
            text = f"Another meaning of {each.acronym}: {each.meaning}"
            yield FactChange(Effect.ADDED, text, (each.citation,))
    for sense, each in old.items():
        if sense not in new:
            text = f"{each.acronym}, {each.meaning}"
            yield FactChange(Effect.SUPERSEDED, text, (each.citation,))


def _sense(acronym: Acronym) -> tuple[str, str]:
    return acronym.acronym, acronym.meaning.casefold()


def _cited(meeting: Meeting) -> tuple[Citation, ...]:
    return (meeting.citation, *meeting.mentions)


def _steps_cited(rilon: Rilon) -> tuple[Citation, ...]:
    return _distinct(step.citation for step in rilon.history)


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))
