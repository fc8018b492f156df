"""The phrases by which a sentence says who attended, and as what."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from corpus.facts import Capacity
from corpus.phrase_patterns import any_phrase
from corpus.phrases import alternation
from corpus.typography import fold
from corpus.wordlists import word_list


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


class Signal(NamedTuple):
    """A phrase at its place in a sentence.

    Attributes:
        capacity: as what they attended, if the phrase says so.
        marked: it counts only where a mark of capacity follows the names.
    """

    start: int
    end: int
    place: Place
    capacity: Capacity | None
    object: Object
    marked: bool


_IRREALIS = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|to|must|not|if|when)"
    r"(?: +(?:also|then|jointly|be|have|been|subsequently|again|next))*\s*\Z",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r" *(?:\Z|[.,;:()-]|(?:as|and|or|but|while|along|together|with|both|virtually|online|remotely|in"
    r" (?:person|an?|their|its)|by|via|respectively|also|from|for the first time|throughout)\b)",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(
    r" +(?:virtually|online|remotely|in|at|on|via|by|again|together|today|from|between|for)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?: +(?:in|at|to|of|on|over|with))*"
    r" +(?:(?:the|this|our|its|their|these|both|part|all)\b|[^\W\d_a-z])"
)
_ANNEX = re.compile(
    r"(?:annex|annexure|appendix|attachment)\b[ a-z0-9]{0,4}[:.-]* *", re.IGNORECASE
)
_CLAUSE = re.compile(r"[^.,;:]*")
_CLAUSE_LENGTH = 160


def find_signals(folded: str) -> tuple[Signal, ...]:
    """The signals and marks of a folded sentence, in order; none that is future or denied."""
    return tuple(_signals(folded))


def _signals(folded: str) -> Iterator[Signal]:
    for match in _pattern().finditer(folded):
        place, capacity, needed, marked = _entries()[match.lastgroup or ""]
        absent = capacity is Capacity.ABSENT
        if absent or not _IRREALIS.search(folded, max(0, match.start() - 40), match.start()):
            yield Signal(match.start(), match.end(), place, capacity, needed, marked)


def has_object(folded: str, signal: Signal, *, indefinite: bool = False) -> bool:
    """Whether what a signal needs follows it, names apart.

    Args:
        folded: the sentence.
        signal: one of its signals.
        indefinite: whether "a workshop" may be the meeting, as well as "the workshop".
    """
    if signal.object is Object.ANYTHING:
        return True
    if signal.object is Object.PLACE:
        return _AT_PLACE.match(folded, signal.end) is not None
    if signal.object is Object.EVENT_OR_NOTHING and _NOTHING.match(folded, signal.end):
        return True
    definite = indefinite or _DEFINITE.match(folded, signal.end)
    return bool(definite) and names_event(folded, signal.end)


def names_event(folded: str, start: int) -> bool:
    """Whether the clause that goes on at `start` names a meeting, and no other than the one."""
    clause = _CLAUSE.match(folded, start, start + _CLAUSE_LENGTH)
    words = clause[0] if clause else ""
    return bool(_event().search(words)) and not _other_event().search(words)


def label_of(heading: str, *, within: bool) -> str:
    """The label that a heading puts over a list of those who attended, or "".

    Args:
        heading: the whole heading: "Annex 2: List of participants".
        within: whether such a list has begun, where "Member States" heads a part of it.
    """
    bare = _ANNEX.sub("", " ".join(fold(heading).split())).strip(" :.-").lower()
    labels = word_list("attendance")["labels"]
    kind = next((kind for kind, names in labels.items() if bare in names), "")
    if kind == "within":
        kind = "attendance" if within else ""
    return f"{labels[kind][0]}:" if kind else ""


@cache
def _entries() -> dict[str, tuple[Place, Capacity | None, Object, bool]]:
    """What each group of the pattern means."""
    lists = word_list("attendance")
    entries = {
        f"signal{number}": (
            Place(entry["names"]),
            Capacity(entry["capacity"]) if "capacity" in entry else None,
            Object(entry.get("object", "")),
            entry.get("marked", False),
        )
        for number, entry in enumerate(lists["signals"])
    }
    entries |= {
        f"mark{number}": (Place.MARK, Capacity(entry["capacity"]), Object.ANYTHING, False)
        for number, entry in enumerate(lists["marks"])
    }
    entries |= {
        f"label{number}": (
            Place.AFTER,
            Capacity(kind) if kind in set(Capacity) else None,
            Object.ANYTHING,
            False,
        )
        for number, kind in enumerate(lists["labels"])
    }
    return entries


@cache
def _pattern() -> re.Pattern[str]:
    lists = word_list("attendance")
    groups = [
        rf"(?P<label{n}>(?:\A|(?<=[.;]) ) *{alternation(labels)} *(?:\([^()]{{0,60}}\) *)?:)"
        for n, labels in enumerate(lists["labels"].values())
    ]
    groups += [f"(?P<signal{n}>{any_phrase(e['phrases'])})" for n, e in enumerate(lists["signals"])]
    groups += [f"(?P<mark{n}>{any_phrase(e['phrases'])})" for n, e in enumerate(lists["marks"])]
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _event() -> re.Pattern[str]:
    nouns = word_list("bodies")["event_nouns"]
    words = [word for group in nouns.values() for word in group]
    words += [f"{word}s" for word in words] + word_list("attendance")["events"]["nouns"]
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


@cache
def _other_event() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word_list('attendance')['elsewhere']['words'])}\b", re.I)
