"""When two tellings are of one meeting, and what they tell together."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from corpus.bodies import is_kind, is_local, known_body
from corpus.facts import DateRange, Meeting, Precision

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"on", "of", "the", "and", "for", "in"})
_ONE_YEAR = timedelta(days=366)
_ORDER = list(Precision)


class Nearby:
    """Numbered meetings, found again by what the same meeting must share with one of them."""

    def __init__(self) -> None:
        self._numbers: defaultdict[object, set[int]] = defaultdict(set)

    def add(self, number: int, *tellings: Meeting) -> None:
        """Enter further tellings of the meeting with this number, and what they say together."""
        for meeting in tellings:
            for key in _keys(meeting):
                self._numbers[key].add(number)

    def candidates(self, meeting: Meeting) -> list[int]:
        """The numbers of all that can be the same meeting, the lowest first."""
        return sorted({number for key in _keys(meeting) for number in self._numbers.get(key, ())})


def _keys(meeting: Meeting) -> Iterator[object]:
    """Two meetings are the same only if they share one of these: see `is_same`.

    That is their body and ordinal, their body and a month of their dates, or their very days.
    """
    body = meeting.body.casefold()
    if body and meeting.ordinal is not None:
        yield body, meeting.ordinal
    if meeting.dates is None:
        return
    yield meeting.dates.start, meeting.dates.end
    if body:
        ends = (meeting.dates.start, meeting.dates.end)
        first, last = (12 * day.year + day.month for day in ends)
        yield from ((body, "month", month) for month in range(first, last + 1))


def is_same(one: Meeting, other: Meeting) -> bool:
    """Whether both tell of one meeting.

    They do with the same body on the same days, with the same body and ordinal within a year
    (a printed date may be wrong), or on exactly the same days where the one names no series
    or words the other's differently, and the cities do not differ.
    """
    if _differ(one.country, other.country) or (
        is_local(one.body) and _differ(one.city, other.city)
    ):
        return False
    same_body = one.body.casefold() == other.body.casefold() and one.body != ""
    if same_body and _same_ordinal(one, other) and _can_be_numbered(one, other):
        return _within_a_year(one.dates, other.dates)
    if not overlap(one.dates, other.dates) or _differ(one.city, other.city):
        return False
    if _differ(one.ordinal, other.ordinal):
        return same_body and _exact(one, other) and one.city == other.city
    if same_body:
        return not is_kind(one.body) or one.city == other.city or _exact(one, other)
    return _exact(one, other) and _can_be_called(one, other)


def together(leading: Meeting, other: Meeting) -> Meeting:
    """What two tellings of one meeting say; `leading` is believed where they differ."""
    return replace(
        leading,
        body=_fuller(leading.body, other.body),
        ordinal=leading.ordinal if leading.ordinal is not None else other.ordinal,
        dates=_closer(leading.dates, other.dates),
        city=leading.city or _unless_differs(leading.country, other.country, other.city),
        country=leading.country
        or (other.country if not _differ(leading.city, other.city) else None),
        co_chairs=leading.co_chairs or other.co_chairs,
        reported_by=leading.reported_by or other.reported_by,
        mentions=tuple(dict.fromkeys((*leading.mentions, *other.mentions))),
        corrected=leading.corrected or other.corrected,
    )


def telling(meeting: Meeting) -> tuple[bool, ...]:
    """How much a telling says, for comparison: the greater tells more."""
    dates = meeting.dates
    return (
        meeting.reported_by is not None,
        dates is not None and dates.precision is Precision.DAY,
        meeting.ordinal is not None,
        meeting.city is not None,
        bool(meeting.co_chairs),
        bool(meeting.body),
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _same_ordinal(one: Meeting, other: Meeting) -> bool:
    return one.ordinal is not None and one.ordinal == other.ordinal


def _can_be_numbered(one: Meeting, other: Meeting) -> bool:
    """Whether an ordinal tells meetings of this body apart: not those counted for each city."""
    if is_kind(one.body):
        return False
    return not is_local(one.body) or (one.city is not None and one.city == other.city)


def _within_a_year(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return True
    return one.start - other.end <= _ONE_YEAR and other.start - one.end <= _ONE_YEAR


def overlap(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether both are known and share a day."""
    return bool(one and other and one.start <= other.end and other.start <= one.end)


def _exact(one: Meeting, other: Meeting) -> bool:
    exact = one.dates is not None and one.dates.precision is Precision.DAY
    return exact and one.dates == other.dates


def _can_be_called(one: Meeting, other: Meeting) -> bool:
    """Whether two bodies may be one: a mere kind and a name, or a name in other words."""
    if not one.body or not other.body:
        return True
    if known_body(one.body) and known_body(other.body):
        return False
    same_city = one.city is not None and one.city == other.city
    is_mere_kind = is_kind(one.body) or is_kind(other.body)
    words, others = (set(_WORD.findall(each.body.lower())) - _SMALL for each in (one, other))
    if is_mere_kind or _same_ordinal(one, other):
        shortened = _same_ordinal(one, other) and (words <= others or others <= words)
        return same_city or shortened or (is_mere_kind and _same_ordinal(one, other))
    return 2 * len(words & others) > min(len(words), len(others))


def _closer(leading: DateRange | None, other: DateRange | None) -> DateRange | None:
    if leading is None or other is None:
        return leading or other
    closer = _ORDER.index(other.precision) - _ORDER.index(leading.precision)
    longer = closer == 0 and other.start <= leading.start and leading.end <= other.end
    return other if longer or (closer < 0 and overlap(leading, other)) else leading


def _fuller(leading: str, other: str) -> str:
    """The body's name; a mere kind ("task force") gives way to a name that holds it."""
    if is_kind(leading) and leading in other.casefold():
        return other
    return leading


def _unless_differs(one: str | None, other: str | None, value: str | None) -> str | None:
    return None if _differ(one, other) else value
