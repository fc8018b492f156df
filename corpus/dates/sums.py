"""Sums with days, months, quarters and seasons."""

from calendar import monthrange
from datetime import date, timedelta

from corpus.dates import month_range, year_range
from corpus.facts import DateRange, Precision

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # of the north
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2}
_QUARTERS = {"q1": 0, "first": 0, "q2": 1, "second": 1, "q3": 2, "third": 2, "q4": 3, "fourth": 3}


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day; 9999-12 at the latest."""
    count = min(day.year * 12 + day.month - 1 + months, 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: int, unit: str) -> date:
    """A day some days, weeks, fortnights, months, quarters or years later."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        return day + timedelta(days=min(count * days, (date.max - day).days))
    return add_months(day, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def months(year: int, first: int, last: int) -> DateRange:
    """Whole months of a year, 1 to 12; beyond 12 those of the next year."""
    start = month_range(year, first)
    end = month_range(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return DateRange(start.start, end.end, Precision.MONTH)


def season(name: str, year: int) -> DateRange:
    """A season of the northern hemisphere; winter begins in December."""
    first = _SEASONS[name]
    return months(year, first, first + 2)


def part_of(dates: DateRange, part: str) -> DateRange:
    """ "end", "early", "q1", "first quarter", "second half" or a season of a month or a year."""
    if part in {"end", "close"}:
        return DateRange(dates.end, dates.end)
    if dates.precision is not Precision.YEAR:
        return dates
    year = dates.start.year
    if part in _SEASONS:
        return season(part, year)
    if part in _THIRDS:
        return months(year, 4 * _THIRDS[part] + 1, 4 * _THIRDS[part] + 4)
    which, _, unit = part.partition(" ")
    if unit == "half":
        return months(year, 1, 6) if which == "first" else months(year, 7, 12)
    if unit == "quarter" or which in _QUARTERS:
        number = _QUARTERS.get(which, 3)  # "last", "final"
        return months(year, 3 * number + 1, 3 * number + 3)
    return dates


def running(unit: str, day: date) -> DateRange:
    """The week, month, quarter or year that a day stands in."""
    if unit == "year":
        return year_range(day.year)
    if unit == "month":
        return month_range(day.year, day.month)
    if unit == "quarter":
        first = 3 * ((day.month - 1) // 3) + 1
        return months(day.year, first, first + 2)
    monday = day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return DateRange(monday, add(monday, 6, "day"))
