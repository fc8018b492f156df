"""The facts of a whole corpus: the extracts of its documents put together, each thing once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from corpus.actions import distinct_ids
from corpus.facts import Acronym, ActionItem, Attendance, Conflict, Extract, Facts, Meeting
from corpus.follow_ups import follow_up
from corpus.meetings.same_meeting import Nearby, is_same, telling, together
from corpus.merging.conflicts import action_conflicts, attendance_conflicts, meeting_conflicts
from corpus.merging.revisions import superseded
from corpus.rilons import merge_rilons
from corpus.slugs import distinct, meeting_slug

_Key = tuple[str, str]  # a document's id, and the id that it gave a meeting


@dataclass(frozen=True, slots=True)
class _Meetings:
    """The meetings of a corpus, and which of them each document means by its own ids."""

    meetings: tuple[Meeting, ...]
    ids: Mapping[_Key, str]
    conflicts: tuple[Conflict, ...]
    replaced: Mapping[str, str]


def merge(extracts: Sequence[Extract]) -> Facts:
    """Put the extracts of all documents together.

    Tellings of one meeting become one, under one id; the document that reports it is believed
    first. Where a document has replaced an earlier text (`corpus.merging.revisions`), attendance
    and action items are the later one's. What documents state differently is kept as a conflict.

    Args:
        extracts: one for each document, ids of documents distinct, oldest first.
    """
    merged = _merge_meetings(extracts)
    attendance = tuple(_attendance(extracts, merged))
    actions = follow_up(distinct_ids(_actions(extracts, merged)), extracts, merged.meetings)
    conflicts = (
        *merged.conflicts,
        *attendance_conflicts(merged.meetings, _all_attendance(extracts, merged)),
        *action_conflicts(actions),
    )
    return Facts(
        meetings=merged.meetings,
        attendance=attendance,
        actions=actions,
        rilons=merge_rilons([each.rilons for each in extracts]),
        acronyms=tuple(_acronyms(extracts)),
        conflicts=conflicts,
    )


def _merge_meetings(extracts: Sequence[Extract]) -> _Meetings:
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
    merged.sort(key=lambda each: _age(each[0]))
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
        for conflict in meeting_conflicts(meeting, group)
    ]
    return _Meetings(tuple(meetings), ids, tuple(conflicts), replaced)


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
        else:
            groups[number].append(meeting)
            together_so_far[number] = together(together_so_far[number], meeting)
        near.add(number, meeting)
    return groups


def _rank(meeting: Meeting, replaced: Mapping[str, str]) -> tuple[bool, ...]:
    return (meeting.citation.document not in replaced, *telling(meeting))


def _age(meeting: Meeting) -> tuple[date, str, str]:
    return (meeting.dates.start if meeting.dates else date.max, meeting.body, meeting.title)


def _attendance(extracts: Sequence[Extract], merged: _Meetings) -> Iterator[Attendance]:
    """Each delegation once in each capacity, from the texts that stand."""
    listed = {each.document.id for each in extracts if each.attendance}
    seen = set()
    for entry in _all_attendance(extracts, merged):
        if merged.replaced.get(entry.citation.document) in listed:
            continue
        key = (entry.meeting, entry.delegation, entry.capacity)
        if key not in seen:
            seen.add(key)
            yield entry


def _all_attendance(extracts: Sequence[Extract], merged: _Meetings) -> Iterator[Attendance]:
    for extract in extracts:
        for entry in extract.attendance:
            yield replace(entry, meeting=_new_id(extract, entry.meeting, merged))


def _actions(extracts: Sequence[Extract], merged: _Meetings) -> Iterator[ActionItem]:
    for extract in extracts:
        if extract.document.id not in merged.replaced:
            for item in extract.actions:
                yield replace(item, meeting=_new_id(extract, item.meeting, merged))


def _new_id(extract: Extract, meeting_id: str, merged: _Meetings) -> str:
    return merged.ids.get((extract.document.id, meeting_id), meeting_id)


def _acronyms(extracts: Iterable[Extract]) -> Iterator[Acronym]:
    """Each meaning of each acronym once, where it is first given."""
    seen = set()
    for extract in extracts:
        for acronym in extract.acronyms:
            key = (acronym.acronym, " ".join(acronym.meaning.casefold().split()))
            if key not in seen:
                seen.add(key)
                yield acronym
