"""How dates, lists and counts are put into words."""

from collections.abc import Sequence
from datetime import date

from corpus.facts import DateRange, Precision

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def dates_text(dates: DateRange | None) -> str:
    """ "11–14 June 2012", "30 May – 1 June 2011", "March 2011", "2010"; "undated" for None."""
    if dates is None:
        return "undated"
    start, end = dates.start, dates.end
    if dates.precision is Precision.YEAR:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if dates.precision is Precision.MONTH:
        first, last = f"{_month(start)} {start.year}", f"{_month(end)} {end.year}"
        return first if first == last else f"{first} – {last}"
    if start == end:
        return day_text(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_text(end)}"
    if start.year == end.year:
        return f"{start.day} {_month(start)} – {day_text(end)}"
    return f"{day_text(start)} – {day_text(end)}"


def day_text(day: date) -> str:
    """ "14 June 2012"; written out, since %d and %B vary with platform and locale."""
    return f"{day.day} {_month(day)} {day.year}"


def list_text(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def count_text(count: int, noun: str, plural: str = "") -> str:
    """ "1 meeting", "3 meetings", "no meetings"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count or 'no'} {plural or noun + 's'}"


def ordinal_text(number: int) -> str:
    """ "1st", "2nd", "11th"."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]
