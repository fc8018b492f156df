"""The one date parser: days, ranges of days, months and years in English text.

A date is read as one or two points with a joining word between them. A point is any of
"9 March 2011", "March 9", "March 2011" or, beside another point, a lone "9"; what one point
lacks the other supplies. Numbers with slashes ("09/03/2011") are read only where the order of
day and month cannot be mistaken; with full stops ("09.03.2011") the day comes first.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from re import Match
from typing import NamedTuple

from corpus.dates.forms import (
    ANY_YEAR,
    BEFORE_MONTH,
    BEFORE_YEAR,
    MONTH,
    MONTH_NUMBERS,
    NUMERIC,
    POINT_GROUPS,
    WRITTEN,
    YEARS,
)
from corpus.dates.ordinals import ordinal_of
from corpus.facts import DateRange, Precision
from corpus.typography import fold
from corpus.words.spans import Spans

__all__ = ["DateMention", "find_dates", "find_years", "month_range", "ordinal_of", "year_range"]

_NEXT_DAY = timedelta(days=1)
_DIGIT = re.compile("[0-9]")
_SEPARATED = re.compile("[0-9][-/.][0-9]")
_CENTURY = re.compile("(?:19|20|21)(?=[0-9])")  # with which the years begin that are read
_REACH = 60  # characters beside a month that can belong to its date
_BEFORE = 24  # characters before a year that tell whether it is a date: "throughout the year "


class DateMention(NamedTuple):
    """Days that a text names, and where: offsets in the text as given."""

    start: int
    end: int
    dates: DateRange


class _Point(NamedTuple):
    """One end of a range, as far as the text tells it."""

    day: int | None
    month: int | None
    year: int | None

    def days(self) -> DateRange | None:
        """The days it spans; None where it is incomplete or not in the calendar."""
        if self.month is None or self.year is None:
            return None
        if self.day is None:
            return month_range(self.year, self.month)
        return _day(self.year, self.month, self.day)


def month_range(year: int, month: int) -> DateRange:
    """All days of a month (1 to 12)."""
    last = monthrange(year, month)[1]
    return DateRange(date(year, month, 1), date(year, month, last), Precision.MONTH)


def year_range(year: int) -> DateRange:
    """All days of a year."""
    return DateRange(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


@lru_cache(maxsize=1024)  # several readers look at the same sentence
def find_dates(text: str, *, year: int | None = None) -> tuple[DateMention, ...]:
    """The dates and ranges of dates in `text`, in order, none overlapping another.

    Args:
        text: any length; cost grows linearly with it.
        year: completes dates that are written without one; without it they are left out.

    Returns:
        One mention for each date or range: "24-27 June 2013" is one, "11 May 2011, 22 August
        2011" are two. Dates that no calendar has are left out.
    """
    if not _DIGIT.search(text):
        return tuple(_written(fold(text), year)) if year else ()
    folded = fold(text)
    found = [*_joined(folded, _numeric(folded)), *_written(folded, year)]
    years = tuple(_bare_years(folded))
    taken = Spans(each[:2] for each in found) if years else Spans(())
    found += [each for each in years if not taken.overlap(*each[:2])]
    return tuple(sorted(found))


def find_years(text: str) -> tuple[int, ...]:
    """Every plausible year (1900 to 2100) that stands alone in `text`, in order."""
    return tuple(int(match["year"]) for match in ANY_YEAR.finditer(fold(text)))


def _numeric(folded: str) -> Iterator[DateMention]:
    if not _SEPARATED.search(folded):
        return
    for match in NUMERIC.finditer(folded):
        if match["y"]:
            days = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        else:
            days = _from_numbers(int(match["a"]), int(match["b"]), int(match["y2"]), match["s2"])
        if days:
            yield DateMention(match.start(), match.end(), days)


def _joined(folded: str, mentions: Iterable[DateMention]) -> list[DateMention]:
    """Make one range of two dates with a dash or "to" between them."""
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        between = folded[last.end : mention.start].strip() if last else ""
        if last and between in {"-", "--", "to", "until"} and last.dates < mention.dates:
            dates = DateRange(last.dates.start, mention.dates.end)
            joined[-1] = DateMention(last.start, mention.end, dates)
        else:
            joined.append(mention)
    return joined


def _from_numbers(first: int, second: int, year: int, mark: str) -> DateRange | None:
    if mark == "." or first == second or first > 12:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return None  # day or month first? The text does not tell.


def _written(folded: str, year: int | None) -> Iterator[DateMention]:
    for start, end in _around_months(folded):
        for match in WRITTEN.finditer(folded, start, end):
            first = _read_point(match, 1)
            if match["join"] is None:
                yield from _single(folded, match.span(), first, year)
            else:
                yield from _pair(folded, match, first, _read_point(match, 2), year)


def _around_months(folded: str) -> list[tuple[int, int]]:
    """The stretches in which written dates can stand: no other part of a text is searched."""
    stretches: list[tuple[int, int]] = []
    for month in MONTH.finditer(folded):
        start, end = max(0, month.start() - _REACH), month.end() + _REACH
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def _single(
    folded: str, span: tuple[int, int], point: _Point, year: int | None
) -> Iterator[DateMention]:
    lone_month = point.day is None and point.year is None
    if lone_month and not BEFORE_MONTH.search(folded, max(0, span[0] - 20), span[0]):
        return
    days = point._replace(year=point.year or year).days()
    if days:
        yield DateMention(*span, days)


def _pair(
    folded: str, match: Match[str], first: _Point, second: _Point, year: int | None
) -> Iterator[DateMention]:
    """One range, or two dates where "and" joins days apart from each other."""
    if first.day is None and second.month is None:  # "June 2012-13"
        yield from _single(folded, (match.start(), match.start("middle")), first, year)
        return
    start, end = (point.days() for point in _completed(first, second, year))
    together = start and end and start.start <= end.end
    if start and end and together and _is_range(folded, match, start, end):
        precision = max(start.precision, end.precision, key=list(Precision).index)
        yield DateMention(*match.span(), DateRange(start.start, end.end, precision))
        return
    join = match.span("join")
    if start and together:
        yield DateMention(match.start(), join[0], start)
    if end and second.month:
        yield DateMention(join[1], match.end(), end)


def _is_range(folded: str, match: Match[str], start: DateRange, end: DateRange) -> bool:
    if match["middle"] or match["join"].strip() not in {"and", "&", "/"}:
        return True
    before = folded[max(0, match.start() - 12) : match.start()].lower().split()
    return before[-1:] == ["between"] or end.start - start.end <= _NEXT_DAY


def _completed(first: _Point, second: _Point, year: int | None) -> tuple[_Point, _Point]:
    """Give each point what only the other states; a range may run over New Year."""
    start = first._replace(
        month=first.month or second.month,
        year=first.year or second.year or year,
    )
    end = second._replace(month=second.month or start.month, year=second.year or start.year)
    over_new_year = start.month and end.month and start.year == end.year and end.month < start.month
    if over_new_year and start.year and end.year:
        if first.year is None:
            start = start._replace(year=start.year - 1)
        elif second.year is None:
            end = end._replace(year=end.year + 1)
    return start, end


def _read_point(match: Match[str], side: int) -> _Point:
    day, month_name, year = (
        next(filter(None, match.group(*names)), "") for names in POINT_GROUPS[side]
    )
    day = "".join(filter(str.isdecimal, day))
    month = MONTH_NUMBERS.get(month_name[:3].lower())
    return _Point(int(day) if day else None, month, int(year) if year else None)


def _bare_years(folded: str) -> Iterator[DateMention]:
    for match in _years(folded):
        if not BEFORE_YEAR.search(folded, max(0, match.start() - _BEFORE), match.start()):
            continue
        first = int(match["year"])
        last = int(str(first)[: 4 - len(match["last"])] + match["last"]) if match["last"] else first
        if last >= first:
            dates = replace(year_range(first), end=date(last, 12, 31))
            end = match.end("last" if match["last"] else "year")
            yield DateMention(match.start("year"), end, dates)


def _years(folded: str) -> Iterator[Match[str]]:
    """The matches of `YEARS`; a search for its first figures is several times as fast."""
    position = 0
    for century in _CENTURY.finditer(folded):
        match = YEARS.match(folded, century.start()) if century.start() >= position else None
        if match:
            position = match.end()
            yield match


def _day(year: int, month: int, day: int) -> DateRange | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return DateRange(only, only)
