"""The phrases by which a sentence says who attended, and as what."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from corpus.facts import Capacity
from corpus.phrase_book import PhraseBook
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
    r"(?<![\w-])(?:(?:was|were|is|are|has|have|had|having|all|both|each|also|jointly|formally|well"
    r"|actively|physically|virtually|regrettably|unfortunately|however) +)+\Z",
    re.IGNORECASE,
)
_DELEGATION = re.compile(r"\bdelegations?(?: +(?:of|from) +[^,;.:]{1,60})? *\Z", re.IGNORECASE)
_WINDOW = 80  # characters before a signal that tell what it is
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
_LABEL_START = re.compile(r"\A|[.;](?= )")
_CLAUSE = re.compile(r"[^.,;:]*")
_CLAUSE_LENGTH = 160


def find_signals(folded: str) -> tuple[Signal, ...]:
    """The signals and marks of a folded sentence, in order; none that is future or denied."""
    return tuple(_signals(folded))


def _signals(folded: str) -> Iterator[Signal]:
    labels = (Signal(*span, *meaning) for span, meaning in _labels(folded))
    phrases = (
        Signal(_with_auxiliaries(folded, start), end, *meaning)
        for start, end, meaning in _phrases().find(folded)
    )
    for signal in sorted((*labels, *phrases)):
        window = max(0, signal.start - _WINDOW)
        if signal.of_delegation and not _DELEGATION.search(folded, window, signal.start):
            continue
        denied = _IRREALIS.search(folded, window, signal.start)
        if signal.capacity is Capacity.ABSENT or not denied:
            yield signal


def _with_auxiliaries(folded: str, start: int) -> int:
    """Where the verb of a phrase begins: "were all | represented"."""
    before = _AUXILIARIES.search(folded, max(0, start - _WINDOW), start)
    return before.start() if before else start


def _labels(folded: str) -> Iterator[tuple[tuple[int, int], Meaning]]:
    for start in _LABEL_START.finditer(folded):
        label = _label().match(folded, start.end())
        if label:
            yield label.span(), Meaning(Place.AFTER, _label_capacity(label["label"].lower()))


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
    kind = _label_kind(bare)
    if kind == "within":
        kind = "attendance" if within else ""
    return f"{word_list('attendance')['labels'][kind][0]}:" if kind else ""


def names_another(words: str) -> bool:
    """Whether words right before a signal speak of some meeting: "a workshop was hosted by"."""
    return _some_event().search(words) is not None


@cache
def _phrases() -> PhraseBook[Meaning]:
    lists = word_list("attendance")
    signals = ((entry["phrases"], _meaning(entry)) for entry in lists["signals"])
    marks = (
        (entry["phrases"], Meaning(Place.MARK, Capacity(entry["capacity"])))
        for entry in lists["marks"]
    )
    return PhraseBook((*signals, *marks))


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    capacity = Capacity(entry["capacity"]) if "capacity" in entry else None
    wanted = Object(entry.get("object", ""))
    marked, of_delegation = entry.get("marked", False), entry.get("of_delegation", False)
    return Meaning(Place(entry["names"]), capacity, wanted, marked, of_delegation)


@cache
def _label() -> re.Pattern[str]:
    labels = word_list("attendance")["labels"]
    names = alternation(name for names in labels.values() for name in names)
    return re.compile(rf" *(?P<label>{names}) *(?:\([^()]{{0,60}}\) *)?:", re.IGNORECASE)


def _label_capacity(label: str) -> Capacity | None:
    kind = _label_kind(label)
    return Capacity(kind) if kind in set(Capacity) else None


def _label_kind(label: str) -> str:
    labels = word_list("attendance")["labels"]
    return next((kind for kind, names in labels.items() if label in names), "")


@cache
def _event() -> re.Pattern[str]:
    nouns = word_list("bodies")["event_nouns"]
    words = [word for group in nouns.values() for word in group]
    words += [f"{word}s" for word in words] + word_list("attendance")["events"]["nouns"]
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


@cache
def _some_event() -> re.Pattern[str]:
    nouns = word_list("bodies")["event_nouns"]
    words = alternation(word for group in nouns.values() for word in group)
    return re.compile(
        rf"\b(?:a|an|another|any)\b(?: +[^\s,.;:]+){{0,6}}? +{words}\b[^,.;:]*\Z", re.I
    )


@cache
def _other_event() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word_list('attendance')['elsewhere']['words'])}\b", re.I)
