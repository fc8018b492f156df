"""Where two documents state different things of the same matter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from corpus.documents import Citation
from corpus.facts import ActionItem, Attendance, Capacity, Conflict, Meeting, Precision

_PRESENT = frozenset({Capacity.MEMBER, Capacity.PARTICIPANT, Capacity.CO_CHAIR})
_SAME_TEXT = 85  # rapidfuzz points of 100 from which two action items are one


def meeting_conflicts(meeting: Meeting, tellings: Sequence[Meeting]) -> Iterator[Conflict]:
    """What the tellings of one meeting differ in.

    A month is no conflict with a day in it, and what one leaves out none either.
    """
    matters: tuple[tuple[str, Callable[[Meeting], str]], ...] = (
        ("Dates", _days),
        ("City", lambda each: each.city or ""),
        ("Ordinal", lambda each: str(each.ordinal or "")),
        ("Co-chairs", lambda each: ", ".join(sorted(each.co_chairs))),
    )
    for matter, statement in matters:
        stated = [(statement(each), each.citation) for each in tellings]
        yield from _conflict(f"{matter} of {meeting.label}", stated)


def attendance_conflicts(
    meetings: Iterable[Meeting], attendance: Iterable[Attendance]
) -> Iterator[Conflict]:
    """Delegations to which documents give capacities that exclude each other."""
    labels = {each.id: each.label for each in meetings}
    entries: defaultdict[tuple[str, str], list[Attendance]] = defaultdict(list)
    for each in attendance:
        entries[each.meeting, each.delegation.name].append(each)
    for (meeting, name), group in entries.items():
        capacities = {_comparable(each.capacity) for each in group} - {Capacity.ALSO_ATTENDED}
        documents = {each.citation.document for each in group}
        if len(capacities) > 1 and len(documents) > 1:
            stated = [(each.capacity.value, each.citation) for each in group]
            yield from _conflict(f"Capacity of {name} at {labels.get(meeting, meeting)}", stated)


def action_conflicts(actions: Sequence[ActionItem]) -> Iterator[Conflict]:
    """Items that documents about one meeting word alike but give other owners or dates."""
    by_meeting: defaultdict[str, list[ActionItem]] = defaultdict(list)
    for item in actions:
        if item.meeting:
            by_meeting[item.meeting].append(item)
    for group in by_meeting.values():
        if len({each.citation.document for each in group}) == 1:
            continue
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if one.citation.document != other.citation.document and _alike(one, other):
                    yield from _item_conflicts(one, other)


def _item_conflicts(one: ActionItem, other: ActionItem) -> Iterator[Conflict]:
    matters: tuple[tuple[str, Callable[[ActionItem], str]], ...] = (
        ("Owners", lambda item: ", ".join(sorted(item.owners))),
        ("Due date", lambda item: item.due_text),
    )
    for matter, statement in matters:
        stated = [(statement(item), item.citation) for item in (one, other)]
        yield from _conflict(f"{matter} of {one.id}", stated)


def _alike(one: ActionItem, other: ActionItem) -> bool:
    return fuzz.token_sort_ratio(one.text, other.text) >= _SAME_TEXT


def _conflict(subject: str, stated: Sequence[tuple[str, Citation]]) -> Iterator[Conflict]:
    """One conflict, if the statements (empty: nothing is stated) are not all the same."""
    different = {statement: citation for statement, citation in reversed(stated) if statement}
    if len(different) > 1:
        yield Conflict(subject, tuple((words, different[words]) for words in reversed(different)))


def _comparable(capacity: Capacity) -> Capacity:
    return Capacity.MEMBER if capacity in _PRESENT else capacity


def _days(meeting: Meeting) -> str:
    dates = meeting.dates
    if dates is None or dates.precision is not Precision.DAY:
        return ""
    first, last = dates.iso()
    return first if first == last else f"{first} to {last}"
