"""By when something is to be done, as a text says it and in days."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from corpus.calendar_sums import add, add_months, part_of, running, season
from corpus.dates import DateMention, find_dates, year_range
from corpus.facts import DateRange
from corpus.lexicon import Lexicon
from corpus.phrases import alternation
from corpus.typography import fold
from corpus.wordlists import word_list

_BEFORE = 60  # characters before a date in which the words that govern it stand
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "eighteen": 18, "thirty": 30, "sixty": 60, "ninety": 90}
_YEAR = re.compile(r"(?:19|20)\d\d")


class Due(NamedTuple):
    """A due phrase, a slice of the sentence, and its days where they can be told."""

    text: str
    dates: DateRange | None


class _Candidate(NamedTuple):
    rank: int  # 0: a dated deadline; 1: a date; 2: an event; 3: said loosely
    start: int
    end: int
    dates: DateRange | None


def find_due(sentence: str, reference: date | None) -> Due | None:
    """The due phrase of a sentence, as written and in days; a deadline before a mere date.

    Dates that lie before the reference are no due dates. "Before the next meeting" is a due
    phrase whose days only the meetings can tell (`corpus.follow_ups`).

    Args:
        sentence: one or more sentences.
        reference: the last day of the meeting; without it relative phrases have no days.
    """
    folded = fold(sentence)
    cues = list(_cues().find(folded))
    found = [
        *_dated(folded, reference),
        *(_Candidate(3, *each[:2], None) for each in cues if each.value == "loose"),
    ]
    if any(each.value == "span" for each in cues):
        found += _relative(folded, reference)
    if any(each.value == "event" for each in cues):
        found += _events(folded)
    if not found:
        return None
    best = min(found)
    return Due(sentence[best.start : best.end], best.dates)


def _dated(folded: str, reference: date | None) -> Iterator[_Candidate]:
    for mention in find_dates(folded, year=reference.year if reference else None):
        before = folded[max(0, mention.start - _BEFORE) : mention.start]
        governed = _governing().search(before)
        if governed is None or _past().search(before):
            continue
        named = _this_or_next_year(folded, mention, reference)
        part = " ".join((governed["part"] or "").lower().split())
        dates = part_of(named, part)
        deadline = governed["deadline"] is not None
        if deadline if reference is None else dates.end > reference:
            start = mention.start - (len(before) - governed.start())
            start += len("the ") if folded.startswith("the ", start) else 0
            if not (start == 0 and _looks_back(folded, mention, dates, reference)):
                yield _Candidate(0 if deadline else 1, start, mention.end, dates)


def _this_or_next_year(folded: str, mention: DateMention, reference: date | None) -> DateRange:
    """ "October 6", said in November, is of next year."""
    dates = mention.dates
    stated = _YEAR.search(folded, mention.start, mention.end)
    if reference is None or stated or dates.end >= reference:
        return dates
    return replace(dates, start=add_months(dates.start, 12), end=add_months(dates.end, 12))


def _looks_back(
    folded: str, mention: DateMention, dates: DateRange, reference: date | None
) -> bool:
    """ "In 2011, members agreed …" tells when they did."""
    opens = folded[mention.end : mention.end + 1] == ","
    return opens and reference is not None and dates.start <= reference


def _relative(folded: str, reference: date | None) -> Iterator[_Candidate]:
    for match in _span().finditer(folded):
        dates = _reckon(match, reference) if reference else None
        yield _Candidate(0 if dates else 2, *match.span(), dates)
    for match in _this_or_next().finditer(folded):
        dates = _named_span(match, reference) if reference else None
        yield _Candidate(0 if match["deadline"] else 1, *match.span(), dates)
    for match in _part_of_year().finditer(folded):
        dates = _stated_part(match, reference)
        yield _Candidate(0 if match["deadline"] and dates else 1, *match.span(), dates)
    for match in _year_end().finditer(folded):
        unit = (match["unit"] or match["before"]).lower()
        dates = part_of(running(unit, reference), "end") if reference else None
        yield _Candidate(0, *match.span(), dates)


def _reckon(match: re.Match[str], reference: date) -> DateRange:
    """ "within six months", "over the next year", "in six months' time"."""
    number = (match["number"] or "one").lower()
    count = int(number) if number.isdecimal() else _NUMBERS[number]
    unit = match["unit"].lower()
    end = add(reference, count, unit)
    if match["then"]:  # then, and not until then
        return DateRange(end, end) if unit in {"day", "week"} else running("month", end)
    return DateRange(reference, end - timedelta(days=1) if "next" in match[0].lower() else end)


def _named_span(match: re.Match[str], reference: date) -> DateRange:
    """ "this summer", "next year", "by the end of this month"."""
    unit, which = match["unit"].lower(), match["which"].lower()
    if unit in {"day", "week", "month", "quarter", "year"}:
        moment = add(reference, 1, unit) if which not in {"this", "current"} else reference
        dates = running(unit, moment)
    else:
        dates = season(unit, reference.year)
        if dates.end < reference or which == "next":
            dates = season(unit, reference.year + 1)
    return part_of(dates, "end") if match["end"] else dates


def _stated_part(match: re.Match[str], reference: date | None) -> DateRange | None:
    """ "Q2 2017", "in the autumn": of the stated year, else of the next that has it ahead."""
    part = " ".join(match["part"].lower().split())
    if match["year"]:
        return part_of(year_range(int(match["year"])), part)
    if reference is None:
        return None
    dates = part_of(year_range(reference.year), part)
    return dates if dates.end > reference else part_of(year_range(reference.year + 1), part)


def _events(folded: str) -> Iterator[_Candidate]:
    for match in _event().finditer(folded):
        yield _Candidate(2, *match.span(), None)


def _lists() -> dict[str, Any]:
    return word_list("due")


@cache
def _cues() -> Lexicon[str]:
    """The words without which a sentence holds no due phrase of a kind, and the loose phrases."""
    spans = [
        *_lists()["units"],
        *(f"{unit}s" for unit in _lists()["units"]),
        *_lists()["named_parts"],
    ]
    kinds = {
        "span": [*spans, "year-end", "month-end"],
        "event": _lists()["coming"],
        "loose": _lists()["loose"],
    }
    return Lexicon({phrase: kind for kind, phrases in kinds.items() for phrase in phrases})


@cache
def _any(name: str) -> str:
    return alternation(_lists()[name])


@cache
def _governing() -> re.Pattern[str]:
    """What stands before a date: "no later than", "by the end of", "in early"; or nothing."""
    return re.compile(
        rf"(?:\b(?:(?P<deadline>{_any('deadlines')})|(?P<time>{_any('times')}))\s+(?:the\s+)?)?"
        rf"(?:\b(?P<part>{_any('parts')})(?:\s+of|\s+in)?[\s-]+(?:the\s+)?)?$",
        re.IGNORECASE,
    )


@cache
def _past() -> re.Pattern[str]:
    """ "held on …", and "hosted its first workshop in …", but not "hosted in …"."""
    return re.compile(
        rf"\b(?:(?<!be ){_any('past')}\s+(?:on\s+|from\s+)?(?:the\s+)?"
        rf"|{_any('past')}\s+(?:its|the|an?|their|his|her|our)\b[^,;.()]{{0,50}})$",
        re.IGNORECASE,
    )


@cache
def _span() -> re.Pattern[str]:
    count = rf"(?P<number>\d{{1,3}}|{alternation(_NUMBERS)})(?:\s+\(\d{{1,3}}\))?\s+"
    unit = rf"(?:calendar\s+|working\s+)?(?P<unit>{_any('units')})s?\b"
    return re.compile(
        rf"\b(?:{_any('within')}|(?P<then>in)(?=\s+(?:\d|{alternation(_NUMBERS)}\b)))\s+"
        rf"(?:{count})?{unit}(?:(?:'s?)?\s+time\b)?",
        re.IGNORECASE,
    )


@cache
def _this_or_next() -> re.Pattern[str]:
    named = "(?:week|month|quarter|year|summer|spring|autumn|fall|winter)"
    before = rf"(?:(?:(?P<deadline>{_any('deadlines')})|{_any('times')}|later)\s+)?(?:the\s+)?"
    return re.compile(
        rf"\b{before}(?P<end>(?:end|close)\s+of\s+)?(?:the\s+)?"
        rf"(?P<which>this|next|coming|following|current)\s+(?P<unit>{named})(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _part_of_year() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<deadline>{_any('deadlines')})|{_any('times')})\s+(?:the\s+)?"
        rf"(?P<part>{_any('named_parts')})(?:(?:\s+of)?\s+(?P<year>20\d\d))?(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _year_end() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<deadline>{_any('deadlines')})\s+(?:the\s+)?(?:(?:end|close)\s+of\s+the\s+"
        r"(?:calendar\s+)?(?P<unit>week|month|quarter|year)|(?P<before>year|month)(?:'s)?[\s-]end)\b",
        re.IGNORECASE,
    )


@cache
def _event() -> re.Pattern[str]:
    kinds = alternation(_lists()["coming"])
    return re.compile(
        rf"\b{_any('before_events')}\s+(?:the|its|their|our)\s+{kinds}\s+"
        rf"(?:(?!{_any('events')}\b)[\w'()/&-]+\s+){{0,8}}{_any('events')}\b"
        r"(?:\s+of(?:\s+(?:(?:of|to|and|the|on|for)\s+){0,3}(?-i:[A-Z])[\w'-]*){1,10})?",
        re.IGNORECASE,
    )
