"""What became of action items: later sentences that may tell their fate.

A candidate makes an item "followed up", never "done": only people say that.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from corpus.actions import distinct_ids
from corpus.facts import ActionItem, Evidence, Extract, Meeting, Status
from corpus.follow_ups.pursuit import Pursued, Pursuit
from corpus.follow_ups.traces import Trace

_MOST_EVIDENCE = 3
_LEAST_WEIGHT = 0.9  # of the shared terms together; one that is unique weighs 1
_ENOUGH = 0.75  # the score from which a sentence is evidence
_RECONVENED = 9.0  # more than any other
_NO_DATE = "neither the meeting nor the document is dated, so no document is known to be later"
_NEXT = re.compile(r"\b(?:next|upcoming|forthcoming)\b", re.IGNORECASE)

_Series = Mapping[str, Sequence[Meeting]]  # meetings by body


class _Candidate(NamedTuple):
    score: float
    trace: Trace
    why: str


def follow_up(
    actions: Sequence[ActionItem], extracts: Sequence[Extract], meetings: Sequence[Meeting] = ()
) -> tuple[ActionItem, ...]:
    """The same items in the same order with status, reason and evidence, each id once.

    Args:
        actions: of the whole corpus; `meeting` holds ids of `meetings`.
        extracts: of all documents, in any order.
        meetings: merged over documents; those of the extracts where it is left out. With
            them, "before the next TEWG meeting" gets that meeting's days as its due date.
    """
    known = tuple(meetings) or tuple(each for extract in extracts for each in extract.meetings)
    return FollowUps().follow_up(distinct_ids(actions), extracts, known)


class FollowUps:
    """Follows up the action items of a corpus, and again when documents have changed.

    Texts that stay are not read again. What is told is what a new one would tell.
    """

    def __init__(self) -> None:
        self._pursuit = Pursuit()
        self._told: dict[str, tuple[ActionItem, ActionItem]] = {}  # as stated, and followed up

    def follow_up(
        self,
        actions: Sequence[ActionItem],
        extracts: Sequence[Extract],
        meetings: Sequence[Meeting],
    ) -> tuple[ActionItem, ...]:
        """What `follow_up` tells, of items whose ids are distinct."""
        by_id = {each.id: each for each in reversed(meetings)}
        documents = {each.document.id: each.document for each in extracts}
        dated = sorted(each.date for each in documents.values() if each.date)
        series = _by_body(meetings)
        self._pursuit.keep_up(extracts, meetings)
        told = {}
        for item in resolve_next_meeting(actions, meetings):
            document = documents[item.citation.document]
            meeting = by_id.get(item.meeting)
            after = meeting.dates.end if meeting and meeting.dates else document.date
            evidence: tuple[Evidence, ...] = ()
            if after is not None:
                pursued = self._pursuit.pursue(item, after, document)
                found = [*self._reconvened(pursued, meeting, series), *self._candidates(pursued)]
                evidence = _evidence(found)
            reason = _reason(evidence, len(dated) - bisect_right(dated, after) if after else None)
            told[item.id] = item, self._with_fate(item, evidence, reason)
        self._told = told
        self._pursuit.forget_others()
        return tuple(followed for _, followed in told.values())

    def _with_fate(
        self, item: ActionItem, evidence: tuple[Evidence, ...], reason: str
    ) -> ActionItem:
        """The item followed up; the same object as before where all is as it was."""
        stated, before = self._told.get(item.id, (None, item))
        if stated == item and (before.evidence, before.reason) == (evidence, reason):
            return before
        status = Status.FOLLOWED_UP if evidence else Status.OPEN
        return replace(item, status=status, reason=reason, evidence=evidence)

    def _reconvened(
        self, pursued: Pursued, meeting: Meeting | None, series: _Series
    ) -> Iterator[_Candidate]:
        """ "Participants will reconvene": the next meeting of the same body."""
        if meeting is None or not pursued.quest.reconvenes:
            return
        following = _next_of_body(meeting, series)
        trace = self._pursuit.first_of(following.citation) if following else None
        if following and trace:
            why = f"the next meeting of the same body ({following.label})"
            yield _Candidate(_RECONVENED, trace, why)

    def _candidates(self, pursued: Pursued) -> Iterator[_Candidate]:
        """Weigh the leads; the object alone is not enough."""
        words = pursued.quest.words
        whole = self._pursuit.weight(words) if pursued.leads else 0.0
        for lead in pursued.leads.values():
            weight = self._pursuit.weight(lead.shared)
            if weight < _LEAST_WEIGHT:
                continue
            score = weight / min(whole, self._pursuit.weight(lead.trace.terms)) + lead.bonus
            if score >= _ENOUGH:
                thing = ", ".join(word for term, word in words.items() if term in lead.shared)
                why = "; ".join((f"same object ({thing})", *lead.links))
                yield _Candidate(score, lead.trace, why)


def resolve_next_meeting(
    actions: Sequence[ActionItem], meetings: Sequence[Meeting]
) -> tuple[ActionItem, ...]:
    """Items due by "the next meeting" get the days of the next meeting of the same body."""
    by_id = {each.id: each for each in reversed(meetings)}
    series = _by_body(meetings)
    resolved = []
    for item in actions:
        following = None
        if item.due is None and item.meeting in by_id and _NEXT.search(item.due_text):
            following = _next_of_body(by_id[item.meeting], series)
        resolved.append(replace(item, due=following.dates) if following else item)
    return tuple(resolved)


def _by_body(meetings: Sequence[Meeting]) -> _Series:
    series: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        series[meeting.body].append(meeting)
    return series


def _next_of_body(meeting: Meeting, series: _Series) -> Meeting | None:
    """The first meeting of the same body after this one, as far as the corpus knows."""
    if not meeting.dates or not meeting.body:
        return None
    end = meeting.dates.end
    later = [each for each in series[meeting.body] if each.dates and each.dates.start > end]
    return min(later, key=lambda each: (_start(each), each.reported_by is None), default=None)


def _start(meeting: Meeting) -> date:
    return meeting.dates.start if meeting.dates else date.max


def _evidence(found: Sequence[_Candidate]) -> tuple[Evidence, ...]:
    """The best candidates, one a paragraph, best first."""
    if not found:  # as of most items, each time
        return ()
    ranked = sorted(
        found,
        key=lambda each: (-each.score, each.trace.told, each.trace.citation, each.trace.start),
    )
    best = {each.trace.citation: each for each in reversed(ranked)}
    chosen = [each for each in ranked if best[each.trace.citation] is each][:_MOST_EVIDENCE]
    return tuple(Evidence(each.trace.citation, each.trace.quote, each.why) for each in chosen)


def _reason(evidence: Sequence[Evidence], searched: int | None) -> str:
    """Why the status is what it is; `searched` is None where nothing is dated."""
    if searched is None:
        return _NO_DATE
    if not evidence:
        return f"no later document reports completion (searched {searched})"
    passages = "1 later passage" if len(evidence) == 1 else f"{len(evidence)} later passages"
    return f"{passages} may tell what became of it"
