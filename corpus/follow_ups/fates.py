"""What became of action items: later sentences that may tell their fate.

A candidate shares the item's object, and beside that its owner, its place, its time or the
meeting where it arose. It makes an item "followed up", never "done": only people say that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from corpus.actions import distinct_ids
from corpus.actions.phrases import table
from corpus.documents import Document
from corpus.facts import ActionItem, DateRange, Evidence, Extract, Meeting, Status, Strength
from corpus.follow_ups.traces import Trace, Traces, object_words
from corpus.sentences import sentence_spans
from corpus.words.lists import word_list
from corpus.words.patterns import whole_words

_MOST_EVIDENCE = 3
_LEAST_SHARED = 2  # terms
_LEAST_WEIGHT = 0.9  # of the shared terms together; one that is unique weighs 1
_ENOUGH = 0.75  # the score from which a sentence is evidence
_NO_DATE = "neither the meeting nor the document is dated, so no document is known to be later"
_NEXT = re.compile(r"\b(?:next|upcoming|forthcoming)\b", re.IGNORECASE)


class _Candidate(NamedTuple):
    score: float
    trace: Trace
    why: str


@dataclass(frozen=True, slots=True)
class _Quest:
    """An item and what is known of it."""

    item: ActionItem
    after: date
    words: dict[str, str]  # what it is about, by stem
    meeting: Meeting | None


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
    by_id = {each.id: each for each in reversed(known)}
    documents = {each.document.id: each.document for each in extracts}
    dated = sorted(each.date for each in documents.values() if each.date)
    traces = Traces(extracts, known)
    followed = []
    for item in resolve_next_meeting(distinct_ids(actions), known):
        document = documents[item.citation.document]
        meeting = by_id.get(item.meeting)
        after = meeting.dates.end if meeting and meeting.dates else document.date
        if after is None:
            followed.append(replace(item, status=Status.OPEN, reason=_NO_DATE, evidence=()))
            continue
        quest = _Quest(item, after, _object_of(item, document), meeting)
        later = len(dated) - bisect_right(dated, after)
        followed.append(_with_fate(item, _evidence(quest, traces, known), later))
    return tuple(followed)


def resolve_next_meeting(
    actions: Sequence[ActionItem], meetings: Sequence[Meeting]
) -> tuple[ActionItem, ...]:
    """Items due by "the next meeting" get the days of the next meeting of the same body."""
    by_id = {each.id: each for each in reversed(meetings)}
    resolved = []
    for item in actions:
        following = None
        if item.due is None and _NEXT.search(item.due_text) and item.meeting in by_id:
            following = _next_of_body(by_id[item.meeting], meetings)
        resolved.append(replace(item, due=following.dates) if following else item)
    return tuple(resolved)


def _next_of_body(meeting: Meeting, meetings: Sequence[Meeting]) -> Meeting | None:
    """The first meeting of the same body after this one, as far as the corpus knows."""
    if not meeting.dates or not meeting.body:
        return None
    end = meeting.dates.end
    later = [
        each
        for each in meetings
        if each.body == meeting.body and each.dates and each.dates.start > end
    ]
    return min(later, key=lambda each: (_start(each), each.reported_by is None), default=None)


def _start(meeting: Meeting) -> date:
    return meeting.dates.start if meeting.dates else date.max


def _with_fate(item: ActionItem, evidence: tuple[Evidence, ...], searched: int) -> ActionItem:
    if evidence:
        passages = "1 later passage" if len(evidence) == 1 else f"{len(evidence)} later passages"
        reason = f"{passages} may tell what became of it"
        return replace(item, status=Status.FOLLOWED_UP, reason=reason, evidence=evidence)
    reason = f"no later document reports completion (searched {searched})"
    return replace(item, status=Status.OPEN, reason=reason, evidence=())


def _evidence(quest: _Quest, traces: Traces, meetings: Sequence[Meeting]) -> tuple[Evidence, ...]:
    """The best candidates, one a paragraph, best first."""
    found = sorted(
        [*_reconvened(quest, traces, meetings), *_candidates(quest, traces)],
        key=lambda each: (-each.score, each.trace.told, each.trace.citation),
    )
    best = {each.trace.citation: each for each in reversed(found)}
    chosen = [each for each in found if best[each.trace.citation] is each][:_MOST_EVIDENCE]
    return tuple(Evidence(each.trace.citation, each.trace.quote, each.why) for each in chosen)


def _reconvened(quest: _Quest, traces: Traces, meetings: Sequence[Meeting]) -> Iterator[_Candidate]:
    """ "Participants will reconvene": the next meeting of the same body."""
    if quest.meeting is None or not _meets_again().search(quest.item.text):
        return
    following = _next_of_body(quest.meeting, meetings)
    if following:
        for trace in traces.sentences:
            if trace.citation == following.citation:
                yield _Candidate(
                    9.0, trace, f"the next meeting of the same body ({following.label})"
                )
                return


def _candidates(quest: _Quest, traces: Traces) -> Iterator[_Candidate]:
    for trace, shared in traces.sharing(quest.words, _LEAST_SHARED):
        later = trace.told > quest.after and trace.citation != quest.item.citation
        if later and not _is_old(quest, trace):
            candidate = _judge(quest, trace, shared, traces)
            if candidate:
                yield candidate


def _judge(
    quest: _Quest, trace: Trace, shared: frozenset[str], traces: Traces
) -> _Candidate | None:
    """Weigh a sentence; the object alone is not enough."""
    item = quest.item
    asked = item.strength is Strength.RECOMMENDATION
    weight = traces.weight(shared)
    if weight < _LEAST_WEIGHT or (trace.promises and not asked):
        return None
    owners = sorted(trace.names().intersection(item.owners))
    links = {
        f"same owner or place ({', '.join(owners)})": 0.3 if owners else 0.0,
        "the meeting where it arose": 0.6 if item.meeting in trace.about else 0.0,
        "within its due date": 0.2 if _within(trace.dates(), item.due) else 0.0,
        "such an event": 0.4 if trace.event and _is_event(shared) else 0.0,
        "taken up": 0.3 if trace.promises and len(shared) > 2 else 0.0,
        "the same deed": 0.3 if not trace.promises and shared & trace.deeds() else 0.0,
    }
    bonus = sum(links.values())
    likeness = weight / min(traces.weight(quest.words), traces.weight(trace.terms))
    if not bonus or likeness + bonus < _ENOUGH:
        return None
    thing = ", ".join(word for term, word in quest.words.items() if term in shared)
    reasons = [f"same object ({thing})", *(name for name, worth in links.items() if worth)]
    return _Candidate(likeness + bonus, trace, "; ".join(reasons))


def _is_event(shared: frozenset[str]) -> bool:
    """Whether what is shared is an event, and two words that tell which."""
    return len(shared) >= 3 and not shared.isdisjoint(_event_stems())


def _within(dates: Sequence[DateRange], due: DateRange | None) -> bool:
    return due is not None and any(
        each.start <= due.end and due.start <= each.end for each in dates
    )


def _is_old(quest: _Quest, trace: Trace) -> bool:
    """Whether a sentence tells only of what is older than the item."""
    dates = trace.dates()
    before = bool(dates) and all(each.end <= quest.after for each in dates)
    return before and quest.item.meeting not in trace.about


def _object_of(item: ActionItem, document: Document) -> dict[str, str]:
    """What an item is about; where it points back ("the topic"), with the sentence before."""
    words = object_words(item.text)
    paragraph = document.paragraph(item.citation.ordinal)
    if paragraph is None or not _points_back().search(item.text):
        return words
    start = paragraph.text.find(item.text)
    before = [span for span in sentence_spans(paragraph.text) if span.end <= start]
    return object_words(before[-1].of(paragraph.text)) | words if before else words


@cache
def _meets_again() -> re.Pattern[str]:
    return whole_words(table("fates")["meets_again"])


@cache
def _points_back() -> re.Pattern[str]:
    return whole_words(table("fates")["points_back"])


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(term for event in word_list("due")["events"] for term in object_words(event))
