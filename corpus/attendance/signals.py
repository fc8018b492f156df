"""The phrases by which a sentence says who attended, and as what."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from corpus.attendance.labels import find_labels
from corpus.facts import Capacity
from corpus.words.lists import word_list
from corpus.words.phrase_book import PhraseBook


class Place(StrEnum):
    """Where the names stand that a signal speaks of."""

    BEFORE = "before"  # "A attended"
    AFTER = "after"  # "was attended by A"
    BOTH = "both"  # "A hosted B"
    INSIDE = "inside"  # "representing A were"
    MARK = "mark"  # "as observers": on either side, and no signal by itself


class Object(StrEnum):
    """What must follow a signal for it to speak of a meeting."""

    ANYTHING = ""
    EVENT = "event"
    EVENT_OR_NOTHING = "event or nothing"
    PLACE = "place"
    NAMES = "names"
    ATTENDANCE = "attendance"  # another signal in the sentence


class Meaning(NamedTuple):
    """What a phrase says of the names beside it.

    Attributes:
        capacity: as what they attended, if the phrase says so.
        marked: it counts only where a mark of capacity follows the names.
        of_delegation: its subject must be a delegation: "the Canadian delegation included".
    """

    place: Place
    capacity: Capacity | None = None
    object: Object = Object.ANYTHING
    marked: bool = False
    of_delegation: bool = False


class Signal(NamedTuple):
    """A phrase at its place in a sentence, and what it means (see `Meaning`)."""

    start: int
    end: int
    place: Place
    capacity: Capacity | None
    object: Object
    marked: bool
    of_delegation: bool


_IRREALIS = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|to|must|not|if|when)"
    r"(?: +(?:also|then|jointly|be|have|been|subsequently|again|next))*\s*\Z",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    r"(?<![\w-])(?:(?:was|were|is|are|has|have|had|having|all|both|each|also|jointly|formally"
    r"|actively|physically|virtually|regrettably|unfortunately|however) +)+\Z",
    re.IGNORECASE,
)
_LIKENESS = re.compile(r"\b(?:well|such) +\Z", re.IGNORECASE)  # "as well as observers"
_DELEGATION = re.compile(r"\bdelegations?(?: +(?:of|from) +[^,;.:]{1,60})? *\Z", re.IGNORECASE)
_WINDOW = 80  # characters before a signal that tell what it is


def find_signals(folded: str) -> tuple[Signal, ...]:
    """The signals and marks of a folded sentence, in order; none that is future or denied."""
    return tuple(_signals(folded))


def has_signals(folded: str) -> bool:
    """Whether a text may hold a signal: a cheap look before it is read."""
    return any(_phrases().find(folded)) or any(find_labels(folded))


def _signals(folded: str) -> Iterator[Signal]:
    labels = (
        Signal(start, end, *Meaning(Place.AFTER, capacity))
        for start, end, capacity in find_labels(folded)
    )
    phrases = (
        Signal(_with_auxiliaries(folded, start), end, *_with_mark(folded[start:end], meaning))
        for start, end, meaning in _phrases().find(folded)
    )
    for signal in sorted((*labels, *phrases)):
        window = max(0, signal.start - _WINDOW)
        if signal.of_delegation and not _DELEGATION.search(folded, window, signal.start):
            continue
        if signal.place is Place.MARK and _LIKENESS.search(folded, window, signal.start):
            continue
        denied = _IRREALIS.search(folded, window, signal.start)
        if signal.capacity is Capacity.ABSENT or not denied:
            yield signal


def _with_mark(phrase: str, meaning: Meaning) -> Meaning:
    """The meaning with the capacity of a mark inside: "also present, as observers, were"."""
    if meaning.place is not Place.AFTER:
        return meaning
    mark = next(_marks().find(phrase), None)
    return meaning._replace(capacity=mark.meaning.capacity) if mark else meaning


def _with_auxiliaries(folded: str, start: int) -> int:
    """Where the verb of a phrase begins: "were all | represented"."""
    before = _AUXILIARIES.search(folded, max(0, start - _WINDOW), start)
    return before.start() if before else start


@cache
def _phrases() -> PhraseBook[Meaning]:
    lists = word_list("attendance")
    signals = ((entry["phrases"], _meaning(entry)) for entry in lists["signals"])
    return PhraseBook((*signals, *_mark_entries()))


@cache
def _marks() -> PhraseBook[Meaning]:
    return PhraseBook(_mark_entries())


def _mark_entries() -> Iterator[tuple[list[str], Meaning]]:
    for entry in word_list("attendance")["marks"]:
        yield entry["phrases"], Meaning(Place.MARK, Capacity(entry["capacity"]))


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    capacity = Capacity(entry["capacity"]) if "capacity" in entry else None
    wanted = Object(entry.get("object", ""))
    marked, of_delegation = entry.get("marked", False), entry.get("of_delegation", False)
    return Meaning(Place(entry["names"]), capacity, wanted, marked, of_delegation)
