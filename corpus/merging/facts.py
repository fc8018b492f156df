"""The facts of a whole corpus: the extracts of its documents put together, each thing once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from threading import Lock

from corpus.actions import distinct_ids
from corpus.facts import Acronym, ActionItem, Attendance, Conflict, Extract, Facts, Meeting
from corpus.follow_ups import FollowUps
from corpus.merging.conflicts import action_conflicts, attendance_conflicts
from corpus.merging.meetings import MergedMeetings, merge_meetings
from corpus.rilons import merge_rilons


def merge(extracts: Sequence[Extract]) -> Facts:
    """Put the extracts of all documents together.

    Tellings of one meeting become one, under one id; the document that reports it is believed
    first. Where a document has replaced an earlier text (`corpus.merging.revisions`), attendance
    and action items are the later one's. What documents state differently is kept as a conflict.

    Args:
        extracts: one for each document, ids of documents distinct, oldest first.
    """
    return Merger().merge(extracts)


@dataclass(frozen=True, slots=True)
class _Own:
    """What one document states of the merged meetings.

    Attributes:
        ids: of the merged meetings, in the order of the extract's.
        attended: the meetings that it lists who attended.
        distinct: its attendance, each delegation once in each capacity.
    """

    extract: Extract
    ids: tuple[str, ...]
    attendance: tuple[Attendance, ...]
    distinct: tuple[Attendance, ...]
    attended: frozenset[str]
    actions: tuple[ActionItem, ...]


class Merger:
    """Merges a corpus, and again when documents have changed, at a fraction of the cost.

    What it tells is what `merge` would; facts that stay are the same objects as before. Extracts
    should be, too: that they are unchanged is then seen at once. One thread merges at a time.
    """

    def __init__(self) -> None:
        self._merging = Lock()
        self._forget()

    def merge(self, extracts: Sequence[Extract]) -> Facts:
        """What `merge` tells of these extracts."""
        with self._merging:
            try:
                return self._merge(extracts)
            except BaseException:
                self._forget()  # what was broken off halfway is worth nothing
                raise

    def _forget(self) -> None:
        self._follow_ups = FollowUps()
        self._owns: dict[str, _Own] = {}
        self._facts = Facts()

    def _merge(self, extracts: Sequence[Extract]) -> Facts:
        merged = merge_meetings(extracts)
        meetings = _kept(merged.meetings, self._facts.meetings)
        owns = [self._own(each, merged) for each in extracts]
        self._owns = {each.extract.document.id: each for each in owns}
        stated = distinct_ids(_actions(owns, merged))
        actions = self._follow_ups.follow_up(stated, extracts, meetings)
        times = Counter(chain.from_iterable(each.attended for each in owns))
        shared = frozenset(meeting for meeting, documents in times.items() if documents > 1)
        self._facts = Facts(
            meetings=meetings,
            attendance=tuple(_attendance(owns, merged, shared)),
            actions=actions,
            rilons=merge_rilons([each.rilons for each in extracts]),
            acronyms=tuple(_acronyms(extracts)),
            conflicts=tuple(_conflicts(owns, merged, shared, actions)),
        )
        return self._facts

    def _own(self, extract: Extract, merged: MergedMeetings) -> _Own:
        """What a document states, as before where neither it nor its meetings have changed."""
        name = extract.document.id
        ids = tuple(merged.ids[name, each.id] for each in extract.meetings)
        known = self._owns.get(name)
        # Compared as parts of tuples: the same object need not be looked into.
        if known and (known.extract, known.ids) == (extract, ids):
            return known if known.extract is extract else replace(known, extract=extract)
        new = dict(zip((each.id for each in extract.meetings), ids, strict=True))
        attendance = tuple(
            replace(each, meeting=new.get(each.meeting, each.meeting))
            for each in extract.attendance
        )
        return _Own(
            extract,
            ids,
            attendance,
            tuple(_distinct(attendance, set())),
            frozenset(each.meeting for each in attendance),
            tuple(
                replace(each, meeting=new.get(each.meeting, each.meeting))
                for each in extract.actions
            ),
        )


def _distinct(
    attendance: Iterable[Attendance], seen: set[tuple[object, ...]]
) -> Iterator[Attendance]:
    for each in attendance:
        if _entry(each) not in seen:
            seen.add(_entry(each))
            yield each


def _entry(each: Attendance) -> tuple[object, ...]:
    return each.meeting, each.delegation, each.capacity


def _kept(meetings: Iterable[Meeting], before: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """These meetings, as the objects that they were before where they are the same."""
    old = {each.id: each for each in before}
    return tuple(old[each.id] if old.get(each.id) == each else each for each in meetings)


def _attendance(
    owns: Sequence[_Own], merged: MergedMeetings, shared: frozenset[str]
) -> Iterator[Attendance]:
    """Each delegation once in each capacity, from the texts that stand."""
    listed = {each.extract.document.id for each in owns if each.attendance}
    seen: set[tuple[object, ...]] = set()
    for own in owns:
        if merged.replaced.get(own.extract.document.id) in listed:
            continue
        if own.attended.isdisjoint(shared):
            yield from own.distinct
        else:
            yield from _distinct(own.distinct, seen)


def _actions(owns: Iterable[_Own], merged: MergedMeetings) -> Iterator[ActionItem]:
    for own in owns:
        if own.extract.document.id not in merged.replaced:
            yield from own.actions


def _conflicts(
    owns: Iterable[_Own],
    merged: MergedMeetings,
    shared: frozenset[str],
    actions: Sequence[ActionItem],
) -> Iterator[Conflict]:
    several = (each.attendance for each in owns if not each.attended.isdisjoint(shared))
    yield from merged.conflicts
    yield from attendance_conflicts(merged.meetings, chain.from_iterable(several))
    yield from action_conflicts(actions)


def _acronyms(extracts: Iterable[Extract]) -> Iterator[Acronym]:
    """Each meaning of each acronym once, where it is first given."""
    seen = set()
    for extract in extracts:
        for acronym in extract.acronyms:
            key = (acronym.acronym, " ".join(acronym.meaning.casefold().split()))
            if key not in seen:
                seen.add(key)
                yield acronym
