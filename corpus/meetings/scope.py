"""Whether a sentence speaks of one meeting, or of another."""

import re
from functools import cache

from corpus.dates import find_dates
from corpus.dates.ordinals import ordinal_of, ordinal_pattern
from corpus.facts import DateRange, Meeting, Precision
from corpus.typography import fold
from corpus.words.lists import word_list
from corpus.words.patterns import alternation
from corpus.words.vocabulary import first_run, vocabulary


def _counted_nouns() -> frozenset[str]:
    nouns = word_list("bodies")["event_nouns"]
    return frozenset({*nouns["plain"], *nouns["naming"]} - _PARTS)


_PARTS = frozenset({"session", "sitting", "plenary"})  # counted within a meeting


def speaks_of(sentence: str, meeting: Meeting) -> bool | None:
    """Whether a sentence tells by its dates, ordinals or city that it speaks of a meeting.

    Returns:
        True if one of its dates or ordinals is the meeting's or it names its city, False if it
        has dates or ordinals of meetings and none is, None if it does not tell.
    """
    year = meeting.dates.start.year if meeting.dates else None
    dates = [
        each.dates
        for each in find_dates(sentence, year=year)
        if each.dates.precision is not Precision.YEAR
    ]
    if any(_overlap(each, meeting.dates) for each in dates):
        return True
    ordinals = _ordinals(sentence) if meeting.ordinal else ()
    if meeting.ordinal in ordinals:
        return True
    if (dates and meeting.dates) or ordinals:
        return False
    return True if meeting.city and meeting.city in sentence else None


def _ordinals(sentence: str) -> tuple[int | None, ...]:
    if _nouns().isdisjoint(vocabulary(sentence)):
        return ()
    return tuple(ordinal_of(match["ordinal"]) for match in _counted().finditer(fold(sentence)))


def _overlap(dates: DateRange, others: DateRange | None) -> bool:
    return others is not None and dates.start <= others.end and others.start <= dates.end


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(first_run, _counted_nouns()))


@cache
def _counted() -> re.Pattern[str]:
    """An ordinal and, within a few words, the noun of a meeting that is counted."""
    words = alternation(_counted_nouns())
    return re.compile(
        rf"(?<![\w'-])(?P<ordinal>{ordinal_pattern()}) +(?:[^\s,;.]+ +){{0,7}}?{words}\b",
        re.IGNORECASE,
    )
