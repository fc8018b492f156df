"""The time to which a question bounds a list: "since 2012", "before Auckland", "by June 2014"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from corpus.dates import find_dates, year_range
from corpus.facts import DateRange
from index.wording import day_text
from index.wordlists import load

_DAY = timedelta(days=1)
_LONGEST_NAME = 60  # characters behind a bound in which the meeting that it means is named
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_TRAILING = re.compile(r"[\s,]+(?:on|onwards?)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:the\s+)?(?:(?:start|beginning|end)\s+of\s+)?", re.IGNORECASE)

# The days on which a text behind a bound stands, and how many characters of it tell them.
Anchor = tuple[DateRange, int]


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a question asks about, both ends included; None leaves an end open.

    Attributes:
        words: as the question puts it: "since 2012".
    """

    start: date | None
    end: date | None
    words: str = ""

    def holds(self, dates: DateRange | None) -> bool:
        """Whether something lies in it; what is not dated lies nowhere."""
        if dates is None:
            return False
        begun = self.start is None or dates.start >= self.start
        return begun and (self.end is None or dates.end <= self.end)

    @property
    def told(self) -> str:
        """Its words, and the days that they are taken for."""
        ends = [f"from {day_text(self.start)}"] if self.start else []
        ends += [f"to {day_text(self.end)}"] if self.end else []
        return f"{self.words} ({' '.join(ends)})"


def period_in(
    text: str, meeting_days: Callable[[str], DateRange | None]
) -> tuple[Period | None, str]:
    """The period that a question names, and the question without it.

    `meeting_days` gives the days of the meeting that a text names, or None; "before Auckland"
    means the days before that meeting.
    """
    for found in _between().finditer(text):
        first, last = _dated(found["first"]), _dated(text[found.end() :])
        if first and last:
            end = found.end() + last[1]
            words = text[found.start() : end]
            return Period(first[0].start, last[0].end, words), text[: found.start()] + text[end:]
    for name, found in _bounds_in(text):
        behind = text[found.end() :]
        anchor = _dated(behind) or _of_meeting(behind, meeting_days)
        if anchor:
            days, length = anchor
            end = found.end() + length
            trailing = _TRAILING.match(text, end)
            end = trailing.end() if trailing else end
            words = text[found.start() : end].strip()
            return _bounded(name, days, words), text[: found.start()] + text[end:]
    return None, text


def _bounded(name: str, days: DateRange, words: str) -> Period:
    if name == "since":
        return Period(days.start, None, words)
    if name == "after":
        return Period(days.end + _DAY, None, words)
    if name == "before":
        return Period(None, days.start - _DAY, words)
    return Period(None, days.end, words)


def _dated(text: str) -> Anchor | None:
    """The date with which a text begins, and where it ends."""
    article = _ARTICLE.match(text)
    start = article.end() if article else 0
    found = next((each for each in find_dates(text) if each.start == start), None)
    if found:
        return found.dates, found.end
    year = _YEAR.match(text, start)
    return (year_range(int(year[0])), year.end()) if year else None


def _of_meeting(text: str, meeting_days: Callable[[str], DateRange | None]) -> Anchor | None:
    """The days of the meeting that the words right behind a bound name."""
    name = re.split(r"[?,;]", text[:_LONGEST_NAME])[0]
    days = meeting_days(name)
    return (days, len(name)) if days else None


def _bounds_in(text: str) -> list[tuple[str, re.Match[str]]]:
    return [(name, found) for name, bound in _bounds() for found in bound.finditer(text)]


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    bounds: dict[str, list[str]] = load("periods")["bounds"]
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(words)})\s+", re.IGNORECASE))
        for name, words in bounds.items()
    )


@cache
def _between() -> re.Pattern[str]:
    between = load("periods")["between"]
    opens, joins = "|".join(between["opens"]), "|".join(between["joins"])
    return re.compile(rf"\b(?:{opens})\s+(?P<first>[^?]{{2,40}}?)\s+(?:{joins})\s+", re.IGNORECASE)
