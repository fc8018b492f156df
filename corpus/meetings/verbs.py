"""Verbs around the names of meetings: of taking place, and of what a meeting did."""

import re
from functools import cache

from corpus.bodies import event_nouns
from corpus.dates.ordinals import ordinal_of
from corpus.words.lists import word_list

MAX_GAP = 300  # characters between a meeting's name and its date or place

_FUNCTION_WORDS = frozenset(
    "of on in at from between during the a an and by with which that was were is are be been being"
    " will would to for also recently its our their jointly together first virtually remotely who"
    " has time have had since then here there it occasion margins"
    " over one two three four five day days session sessions part parts"
    " city cities town capital hotel centre center margin sidelines"
    " online virtual hybrid person format video videoconference teleconference via both".split()
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
_HELD = re.compile(
    r"\b(?:(?:was|were|has been)(?: \w+ly)? (?:co-?)?"
    r"(?:held|hosted|convened|organi[sz]ed|conducted|opened|attended|co-?chaired)"
    r"|took place|occurred|ran (?=from |for |on |over |between )|met|meets?|convened"
    r"|gathered|assembled"
    r"|(?:opened|began|concluded|ended)(?= (?:here|in|on|at|today|yesterday)\b))\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:co-?)?(?:participating|gathering|meeting (?:at|in|on|for)"
    r"|hosted|convened|chaired|held|met|meet|gathered|assembled|organi[sz]ed|attended"
    r"|inaugurated|launch|(?:is|are|was|were) (?:co-?)?(?:hosting|convening|holding|organi[sz]ing))"
    r"\b[^;]{0,160}$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:met|gathered|assembled|convened)(?= )|(?<=, )meeting(?= (?:in|on|at) )", re.IGNORECASE
)
# "The Ministers of Chad and Mali meeting on 3 May in Niamey, …", and not "the meeting on 3 May".
_DELEGATES_MEETING = re.compile(
    r"\s*(?:We, )?(?:The )?(?:Representatives|Ministers|Vice-Ministers|Senior Officials|Heads)"
    r" (?:and [^,]{1,60} )?of\b[^;]{1,900}?(?P<verb>(?<=[^\W\d_]) meeting(?= (?:on|in|at) ))",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words of a text without its numbers, hyphenated ones whole."""
    return _WORD.findall(text)


def content_words(text: str) -> list[str]:
    """The lower-case words that say something: neither names, ordinals nor function words."""
    return [
        word
        for word in words(text)
        if word.islower() and word not in _FUNCTION_WORDS and ordinal_of(word) is None
    ]


def is_event_verb(word: str) -> bool:
    """Whether a verb says that a meeting takes place: "held", "convened"."""
    return word in _verbs("event_verbs")


def is_event_word(word: str) -> bool:
    """Whether a word is of taking place: "held", or the noun of "held two meetings"."""
    return is_event_verb(word) or word.removesuffix("s") in event_nouns()


def reports(text: str) -> bool:
    """Whether a text says what a meeting did: "agreed", "noted"."""
    reporting, events = _verbs("reporting_verbs"), _verbs("event_verbs")
    return any(word in reporting and word not in events for word in words(text.lower()))


def held_in(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, which follows a meeting's name, says that it was held."""
    found = _HELD.search(text, start, min(end, start + MAX_GAP))
    return found is not None and not reports(text[start : found.start()])


def holds(text: str) -> bool:
    """Whether a text that leads to a meeting's name says that somebody held or joined it."""
    return _HOLDS.search(text) is not None


def meeting_verb(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the verb of persons who meet stands: "Ministers met in Seoul"."""
    found = _MEETS.search(text, start, end)
    if found:
        return found.span()
    delegates = _DELEGATES_MEETING.match(text, start, end)
    return delegates.span("verb") if delegates else None


@cache
def _verbs(kind: str) -> frozenset[str]:
    return frozenset(word_list("bodies")[kind]["words"])
