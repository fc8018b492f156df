"""The written forms of due phrases, as patterns over folded text."""

import re
from functools import cache
from typing import Any

from corpus.dates.ordinals import ordinal_pattern
from corpus.words.lexicon import Lexicon
from corpus.words.lists import word_list
from corpus.words.patterns import alternation

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "eighteen": 18, "thirty": 30, "sixty": 60, "ninety": 90}


def _lists() -> dict[str, Any]:
    return word_list("due")


@cache
def cues() -> Lexicon[str]:
    """The words without which a sentence holds no due phrase of a kind, and the loose phrases."""
    spans = [
        *_lists()["units"],
        *(f"{unit}s" for unit in _lists()["units"]),
        *_lists()["named_parts"],
    ]
    kinds = {
        "span": [*spans, "year-end", "month-end"],
        "event": [*_lists()["coming"], *_lists()["before_named_events"], "by the", "at the"],
        "loose": _lists()["loose"],
    }
    return Lexicon({phrase: kind for kind, phrases in kinds.items() for phrase in phrases})


@cache
def _any(name: str) -> str:
    return alternation(_lists()[name])


@cache
def governing() -> re.Pattern[str]:
    """What stands before a date: "no later than", "by the end of", "in early"; or nothing."""
    return re.compile(
        rf"(?:\b(?:(?P<deadline>{_any('deadlines')})|(?P<time>{_any('times')}))\s+(?:the\s+)?)?"
        rf"(?:\b(?P<part>{_any('parts')})(?:\s+of|\s+in)?[\s-]+(?:the\s+)?)?$",
        re.IGNORECASE,
    )


@cache
def past() -> re.Pattern[str]:
    """ "held on …", and "hosted its first workshop in …", but not "hosted in …"."""
    return re.compile(
        rf"\b(?:(?<!be ){_any('past')}\s+(?:on\s+|from\s+)?(?:the\s+)?"
        rf"|{_any('past')}\s+(?:its|the|an?|their|his|her|our)\b[^,;.()]{{0,50}})$",
        re.IGNORECASE,
    )


@cache
def span() -> re.Pattern[str]:
    """ "within six months", "in six months' time", "over the next year"."""
    count = rf"(?P<number>\d{{1,3}}|{alternation(NUMBERS)})(?:\s+\(\d{{1,3}}\))?\s+"
    unit = rf"(?:calendar\s+|working\s+)?(?P<unit>{_any('units')})s?\b"
    return re.compile(
        rf"\b(?:{_any('within')}|(?P<then>in)(?=\s+(?:\d|{alternation(NUMBERS)}\b)))\s+"
        rf"(?:{count})?{unit}(?:(?:'s?)?\s+time\b)?",
        re.IGNORECASE,
    )


@cache
def this_or_next() -> re.Pattern[str]:
    """ "this summer", "by the end of next year"."""
    named = "(?:week|month|quarter|year|summer|spring|autumn|fall|winter)"
    before = rf"(?:(?:(?P<deadline>{_any('deadlines')})|{_any('times')}|later)\s+)?(?:the\s+)?"
    return re.compile(
        rf"\b{before}(?:(?P<part>{_any('parts')})(?:\s+of|\s+in)?[\s-]+)?(?:the\s+)?"
        rf"(?P<which>this|next|coming|following|current)\s+(?P<unit>{named})(?![\w-]|'s)",
        re.IGNORECASE,
    )


@cache
def part_of_year() -> re.Pattern[str]:
    """ "in Q2 2017", "by the autumn", and a bare "Q2 2017"."""
    return re.compile(
        rf"\b(?P<governed>(?:(?P<deadline>{_any('deadlines')})|{_any('times')})\s+(?:the\s+)?)?"
        r"(?P<end>(?:end|close)\s+of\s+(?:the\s+)?)?"
        rf"(?P<part>{_any('named_parts')})(?:(?:\s+of)?\s+(?P<year>20\d\d))?"
        r"(?(governed)|(?<=20\d\d))(?![\w-]|\s+of\s+(?:this|next|the)\b)",
        re.IGNORECASE,
    )


@cache
def year_end() -> re.Pattern[str]:
    """ "by year-end", "before the end of the month"."""
    return re.compile(
        rf"\b(?:{_any('deadlines')}|at|towards|around)\s+(?:the\s+)?(?:(?:end|close)\s+of\s+the\s+"
        r"(?:calendar\s+)?(?P<unit>week|month|quarter|year)|(?P<before>year|month)(?:'s)?[\s-]end)\b",
        re.IGNORECASE,
    )


@cache
def event() -> re.Pattern[str]:
    """ "prior to the next TEWG meeting", "six weeks ahead of the Ministerial Consultation"."""
    kinds = alternation(_lists()["coming"])
    span = rf"(?:at least\s+)?(?:\d{{1,3}}|{alternation(NUMBERS)})\s+{_any('units')}s?\s+"
    named = rf"(?:{span})?{_any('before_named_events')}\s+(?:the|its|their|our)\s+(?=[A-Z\d])"
    return re.compile(
        rf"\b(?:{_any('before_events')}\s+(?:the|its|their|our)\s+{kinds}\s+|(?-i:{named})"
        r"|(?:by|for\s+(?:adoption|approval|endorsement|consideration|discussion)\s+(?:at|by))"
        rf"\s+(?:the|its|their|our)\s+(?={ordinal_pattern()}\b))"
        rf"(?:(?!{_any('events')}\b)[\w'()/&-]+\s+){{0,8}}"
        rf"(?:{_any('events')}\b(?:\s+{_any('events')}\b)?|(?-i:[A-Z]{{3,9}})\b)"
        r"(?:\s+of(?:\s+(?:(?:of|to|and|the|on|for)\s+){0,3}(?-i:[A-Z])[\w'-]*){1,10})?",
        re.IGNORECASE,
    )
