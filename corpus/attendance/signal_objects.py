"""Whether a verb of attending speaks of the meeting: what stands before and after it."""

import re
from functools import cache

from corpus.attendance.signals import Object, Signal
from corpus.bodies import event_nouns
from corpus.words.lists import word_list
from corpus.words.patterns import alternation
from corpus.words.vocabulary import vocabulary

_NOTHING = re.compile(
    r" *(?:\Z|[.,;:()-]|(?:as(?! (?:the|one of the) first)|and|or|but|while|along|together|with"
    r"|both|virtually|online|remotely|in (?:person|an?|their|its|the capacity)|ex[ -]officio|by|via"
    r"|respectively|also|from|for the first time|throughout)\b)",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(
    r" +(?:virtually|online|remotely|in|at|on|via|by|again|together|today|from|between|for|to)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?: +(?:in|at|to|of|on|over|with))*"
    r" +(?:(?:the|this|our|its|their|these|both|part|all)\b|[^\W\d_a-z])"
)
_CLAUSE = re.compile(r"[^.,;:]*")
_CLAUSE_LENGTH = 160
_SOME = "(?:an?|another|any|two|three|four|five|six|several|some|many|various|further|other)"
_IN_WHICH = re.compile(r"(?P<what>[^.;:]*?),? +(?:in|at) +which\b[^.;:]*\Z", re.IGNORECASE)


def has_object(
    folded: str, signal: Signal, end: int | None = None, *, indefinite: bool = False
) -> bool:
    """Whether what a signal needs follows it, names apart.

    Args:
        folded: the sentence.
        signal: one of its signals.
        end: where the names after it end; without, they stand before it.
        indefinite: whether "a workshop" may be the meeting, as well as "the workshop".
    """
    at = signal.end if end is None else end
    if signal.object in (Object.ANYTHING, Object.ATTENDANCE):
        return True
    if signal.object is Object.PLACE:
        return _AT_PLACE.match(folded, at) is not None
    if signal.object is Object.EVENT_OR_NOTHING and _NOTHING.match(folded, at):
        return True
    definite = indefinite or _DEFINITE.match(folded, at)
    return bool(definite) and _names_event(folded, at)


def _names_event(folded: str, start: int) -> bool:
    """Whether the clause that goes on at `start` names a meeting, and no other than the one."""
    clause = _CLAUSE.match(folded, start, start + _CLAUSE_LENGTH)
    words = clause[0] if clause else ""
    return bool(_event().search(words)) and not _other_event().search(words)


def names_another(words: str) -> bool:
    """Whether words right before a signal speak of some meeting: "a workshop was hosted by"."""
    return _some_event().search(words) is not None


def in_another(folded: str, start: int) -> bool:
    """Whether the verb that begins at `start` is in a clause on something that is no meeting.

    "the exercise, in which A and B took part" tells of the exercise.
    """
    if "which" not in vocabulary(folded):
        return False
    relative = _IN_WHICH.search(folded, max(0, start - _CLAUSE_LENGTH), start)
    return relative is not None and not _meeting().search(relative["what"])


@cache
def _event() -> re.Pattern[str]:
    plurals = (f"{noun}s" for noun in event_nouns())
    words = (*event_nouns(), *plurals, *word_list("attendance")["events"]["nouns"])
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(event_nouns())}\b", re.IGNORECASE)


@cache
def _some_event() -> re.Pattern[str]:
    words = alternation(event_nouns())
    return re.compile(rf"\b{_SOME}\b(?: +[^\s,.;:]+){{0,6}}? +{words}s?\b[^.;:]*\Z|\bone *\Z", re.I)


@cache
def _other_event() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word_list('attendance')['elsewhere']['words'])}\b", re.I)
