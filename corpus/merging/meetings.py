"""The tellings of each meeting put together, over all documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from corpus.facts import Conflict, Extract, Meeting
from corpus.meetings.same_meeting import Nearby, is_same, telling, together
from corpus.merging.conflicts import meeting_conflicts
from corpus.merging.revisions import superseded
from corpus.slugs import distinct, meeting_slug

_Key = tuple[str, str]  # a document's id, and the id that it gave a meeting


@dataclass(frozen=True, slots=True)
class MergedMeetings:
    """The meetings of a corpus, and which of them each document means by its own ids.

    Attributes:
        replaced: the documents that a later text has replaced, with that text's.
    """

    meetings: tuple[Meeting, ...]
    ids: Mapping[_Key, str]
    conflicts: tuple[Conflict, ...]
    replaced: Mapping[str, str]


def merge_meetings(extracts: Sequence[Extract]) -> MergedMeetings:
    """Put the tellings of each meeting together; ids of documents are distinct, oldest first."""
    groups = _grouped(extracts)
    reporting = {
        meeting.citation.document: str(number)
        for number, group in enumerate(groups)
        for meeting in group
        if meeting.reported_by
    }
    replaced = superseded([each.document for each in extracts], reporting)
    merged = []
    for group in groups:
        leading, *others = sorted(group, key=lambda each: _rank(each, replaced), reverse=True)
        merged.append((reduce(together, others, leading), group))
    merged.sort(key=lambda each: meeting_order(each[0])[:3])
    ids: dict[_Key, str] = {}
    meetings: list[Meeting] = []
    taken: set[str] = set()
    for meeting, group in merged:
        new = distinct(meeting_slug(meeting), taken)
        taken.add(new)
        meetings.append(replace(meeting, id=new))
        ids |= {(each.citation.document, each.id): new for each in group}
    conflicts = [
        conflict
        for meeting, (_, group) in zip(meetings, merged, strict=True)
        if len(group) > 1
        for conflict in meeting_conflicts(meeting, group)
    ]
    in_order = tuple(sorted(meetings, key=meeting_order))
    return MergedMeetings(in_order, ids, tuple(conflicts), replaced)


def _grouped(extracts: Sequence[Extract]) -> list[list[Meeting]]:
    """The tellings of each meeting, those that tell most first."""
    tellings = [meeting for each in extracts for meeting in each.meetings]
    groups: list[list[Meeting]] = []
    together_so_far: list[Meeting] = []
    near = Nearby()
    for meeting in sorted(tellings, key=telling, reverse=True):
        candidates = near.candidates(meeting)
        found = (number for number in candidates if is_same(together_so_far[number], meeting))
        number = next(found, len(groups))
        if number == len(groups):
            groups.append([meeting])
            together_so_far.append(meeting)
            near.add(number, meeting)
        else:
            groups[number].append(meeting)
            together_so_far[number] = together(together_so_far[number], meeting)
            near.add(number, meeting, together_so_far[number])
    return groups


def _rank(meeting: Meeting, replaced: Mapping[str, str]) -> tuple[bool, ...]:
    return (meeting.citation.document not in replaced, *telling(meeting))


def meeting_order(meeting: Meeting) -> tuple[date, str, str, str]:
    """By which merged meetings are sorted: their first day, body and title, then their id."""
    first = meeting.dates.start if meeting.dates else date.max
    return first, meeting.body, meeting.title, meeting.id
