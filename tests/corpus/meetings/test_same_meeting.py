from dataclasses import replace
from datetime import date

import pytest

from corpus.dates import month_range, year_range
from corpus.documents import Citation
from corpus.facts import DateRange, Meeting
from corpus.meetings.same_meeting import is_same, together

CITATION = Citation("one", 1)


def days(first: str, last: str = "") -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


def meeting(body: str = "Salmon Forum", **fields: object) -> Meeting:
    empty = Meeting("", "", body, None, None, None, None, (), CITATION, mentions=(CITATION,))
    return replace(empty, **fields)  # type: ignore[arg-type]


MAY = days("2012-05-03", "2012-05-04")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (meeting(dates=MAY), meeting(dates=MAY, city="Oslo")),
        (meeting(dates=MAY), meeting(dates=month_range(2012, 5))),
        (meeting(ordinal=3, dates=MAY), meeting(ordinal=3)),
        (meeting(ordinal=3, dates=MAY), meeting(ordinal=3, dates=days("2012-06-09"))),
        (meeting(dates=MAY, city="Oslo"), meeting("", dates=MAY, city="Oslo")),
        (meeting("workshop", dates=MAY, city="Oslo"), meeting("workshop", dates=MAY)),
        (meeting("workshop", dates=MAY, city="Oslo"), meeting(dates=MAY, city="Oslo")),
        (
            meeting("U.S.-EU Task Force on Energy Security", dates=MAY),
            meeting("U.S.-EU Energy Security Task Force", dates=MAY),
        ),
        (meeting("RILON", dates=MAY, city="Colombo"), meeting("RILON", dates=MAY)),
        (
            meeting("North Atlantic Salmon Forum", ordinal=3, dates=MAY),
            meeting("Salmon Forum", ordinal=3, dates=MAY),
        ),
    ],
)
def test_two_tellings_of_one_meeting_are_the_same(one: Meeting, other: Meeting) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (meeting(dates=MAY), meeting(dates=days("2012-05-10"))),
        (meeting(dates=MAY), meeting("Trout Forum", dates=MAY)),
        (meeting(ordinal=3, dates=MAY), meeting(ordinal=4, dates=year_range(2012))),
        (meeting(ordinal=3, dates=MAY), meeting(ordinal=3, dates=days("2019-05-03"))),
        (meeting(dates=MAY, country="Norway"), meeting(dates=MAY, country="Chile")),
        (
            meeting("workshop", dates=MAY, city="Oslo"),
            meeting("workshop", dates=month_range(2012, 5)),
        ),
        (
            meeting("RILON", ordinal=1, dates=MAY, city="Colombo"),
            meeting("RILON", ordinal=1, dates=days("2012-09-01"), city="Bangkok"),
        ),
        (meeting("TEWG", dates=MAY, city="Bali"), meeting("AHG SOM", dates=MAY, city="Bali")),
        (meeting(), meeting()),
    ],
)
def test_tellings_of_different_meetings_are_not(one: Meeting, other: Meeting) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)


def test_the_leading_telling_is_believed_and_the_other_fills_in() -> None:
    leading = meeting(dates=month_range(2012, 5), city="Oslo", co_chairs=("Norway",))
    other = meeting(dates=MAY, ordinal=3, city="Bergen", country="Norway", co_chairs=("Chile",))
    both = together(leading, replace(other, mentions=(Citation("two", 4),)))
    assert both.dates == MAY
    assert (both.ordinal, both.city, both.co_chairs) == (3, "Oslo", ("Norway",))
    assert both.mentions == (CITATION, Citation("two", 4))


def test_a_mere_kind_gives_way_to_the_name_that_holds_it() -> None:
    named = meeting("Caribbean Task Force on Sargassum", dates=MAY)
    assert together(meeting("task force", dates=MAY), named).body == named.body
