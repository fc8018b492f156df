"""By when something is to be done, as a text says it and in days."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from corpus.actions.due_forms import (
    NUMBERS,
    cues,
    event,
    governing,
    part_of_year,
    past,
    span,
    this_or_next,
    year_end,
)
from corpus.dates import DateMention, find_dates, year_range
from corpus.dates.sums import add, add_months, part_of, running, season
from corpus.facts import DateRange
from corpus.typography import fold

_BEFORE = 60  # characters before a date in which the words that govern it stand
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
    hints = list(cues().find(folded))
    found = [
        *_dated(folded, reference),
        *(_Candidate(3, *each[:2], None) for each in hints if each.value == "loose"),
    ]
    if any(each.value == "span" for each in hints):
        found += _relative(folded, reference)
    if any(each.value == "event" for each in hints):
        found += _events(folded)
    if not found:
        return None
    best = min(found)
    return Due(sentence[best.start : best.end], best.dates)


def _dated(folded: str, reference: date | None) -> Iterator[_Candidate]:
    for mention in find_dates(folded, year=reference.year if reference else None):
        before = folded[max(0, mention.start - _BEFORE) : mention.start]
        governed = governing().search(before)
        if governed is None or past().search(before):
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
    for match in span().finditer(folded):
        dates = _reckon(match, reference) if reference else None
        yield _Candidate(0 if dates else 2, *match.span(), dates)
    for match in this_or_next().finditer(folded):
        dates = _named_span(match, reference) if reference else None
        yield _Candidate(0 if match["deadline"] else 1, *match.span(), dates)
    for match in part_of_year().finditer(folded):
        dates = _stated_part(match, reference)
        if not match["governed"] and dates and reference and dates.end <= reference:
            continue
        yield _Candidate(0 if match["deadline"] and dates else 1, *match.span(), dates)
    for match in year_end().finditer(folded):
        unit = (match["unit"] or match["before"]).lower()
        dates = part_of(running(unit, reference), "end") if reference else None
        yield _Candidate(0, *match.span(), dates)


def _reckon(match: re.Match[str], reference: date) -> DateRange:
    """ "within six months", "over the next year", "in six months' time"."""
    number = (match["number"] or "one").lower()
    count = int(number) if number.isdecimal() else NUMBERS[number]
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
    return part_of(dates, " ".join((match["part"] or "").lower().split()))


def _stated_part(match: re.Match[str], reference: date | None) -> DateRange | None:
    """ "Q2 2017", "in the autumn": of the stated year, else of the next that has it ahead."""
    part = " ".join(match["part"].lower().split())
    if not match["year"] and reference is None:
        return None
    year = int(match["year"]) if match["year"] else reference.year if reference else 0
    dates = part_of(year_range(year), part)
    if not match["year"] and reference and dates.end <= reference:
        dates = part_of(year_range(year + 1), part)
    return part_of(dates, "end") if match["end"] else dates


def _events(folded: str) -> Iterator[_Candidate]:
    for match in event().finditer(folded):
        yield _Candidate(2, *match.span(), None)
