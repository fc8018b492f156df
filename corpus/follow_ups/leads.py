"""What speaks for a later sentence telling the fate of an action item.

A lead shares the item's object, and beside that its owner, its place, its time or the meeting
where it arose. All of that lies in the two texts; how rare the shared words are in the corpus
is weighed apart (`corpus.follow_ups.fates`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.actions.phrases import table
from corpus.documents import Document
from corpus.facts import ActionItem, DateRange, Strength
from corpus.follow_ups.traces import Trace, object_words
from corpus.sentences import sentence_spans
from corpus.words.lists import word_list
from corpus.words.patterns import whole_words


@dataclass(frozen=True, slots=True)
class Quest:
    """An item and what is known of it.

    Attributes:
        after: the day after which its fate is told.
        words: what it is about, by stem.
        reconvenes: whether it says that they will meet again.
    """

    item: ActionItem
    after: date
    words: dict[str, str]
    reconvenes: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence, the terms that it shares with an item, and what links both besides."""

    trace: Trace
    shared: frozenset[str]
    bonus: float
    links: tuple[str, ...]


def quest_of(item: ActionItem, after: date, document: Document) -> Quest:
    """What an item is about; where it points back ("the topic"), with the sentence before."""
    words = object_words(item.text)
    paragraph = document.paragraph(item.citation.ordinal)
    if paragraph is not None and _points_back().search(item.text):
        start = paragraph.text.find(item.text)
        before = [span for span in sentence_spans(paragraph.text) if span.end <= start]
        words = object_words(before[-1].of(paragraph.text)) | words if before else words
    return Quest(item, after, words, _meets_again().search(item.text) is not None)


def find_lead(quest: Quest, trace: Trace) -> Lead | None:
    """What links a sentence with an item; None where nothing does, or it is too old."""
    item = quest.item
    asked = item.strength is Strength.RECOMMENDATION
    if trace.told <= quest.after or trace.citation == item.citation:
        return None
    if (trace.promises and not asked) or _is_old(quest, trace):
        return None
    shared = trace.terms & quest.words.keys()
    owners = sorted(trace.names().intersection(item.owners))
    links = {
        f"same owner or place ({', '.join(owners)})": 0.3 if owners else 0.0,
        "the meeting where it arose": 0.6 if item.meeting in trace.about else 0.0,
        "within its due date": 0.2 if _within(trace.dates(), item.due) else 0.0,
        "such an event": 0.4 if trace.event and _is_event(shared) else 0.0,
        "taken up": 0.3 if trace.promises and len(shared) > 2 else 0.0,
        "the same deed": 0.3 if not trace.promises and shared & trace.deeds() else 0.0,
    }
    named = tuple(name for name, worth in links.items() if worth)
    return Lead(trace, shared, sum(links.values()), named) if named else None


def _is_old(quest: Quest, trace: Trace) -> bool:
    """Whether a sentence tells only of what is older than the item."""
    dates = trace.dates()
    before = bool(dates) and all(each.end <= quest.after for each in dates)
    return before and quest.item.meeting not in trace.about


def _within(dates: Sequence[DateRange], due: DateRange | None) -> bool:
    return due is not None and any(
        each.start <= due.end and due.start <= each.end for each in dates
    )


def _is_event(shared: frozenset[str]) -> bool:
    """Whether what is shared is an event, and two words that tell which."""
    return len(shared) >= 3 and not shared.isdisjoint(_event_stems())


@cache
def _meets_again() -> re.Pattern[str]:
    return whole_words(table("fates")["meets_again"])


@cache
def _points_back() -> re.Pattern[str]:
    return whole_words(table("fates")["points_back"])


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(term for event in word_list("due")["events"] for term in object_words(event))
