"""Sums with days, months, quarters and seasons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import month_range, year_range
from corpus.dates.sums import add, add_months, part_of, running, season


def test_a_month_later_never_leaves_its_month() -> None:
    assert add_months(date(2012, 1, 31), 1) == date(2012, 2, 29)
    assert add_months(date(2012, 8, 31), 6) == date(2013, 2, 28)


@given(st.dates(), st.integers(0, 40_000), st.sampled_from(["day", "week", "month", "year"]))
def test_sums_stay_within_the_calendar(day: date, count: int, unit: str) -> None:
    assert day <= add(day, count, unit) <= date.max


@pytest.mark.parametrize(
    ("part", "days"),
    [
        ("end", ("2013-12-31", "2013-12-31")),
        ("early", ("2013-01", "2013-04")),
        ("late", ("2013-09", "2013-12")),
        ("third quarter", ("2013-07", "2013-09")),
        ("last quarter", ("2013-10", "2013-12")),
        ("q2", ("2013-04", "2013-06")),
        ("first half", ("2013-01", "2013-06")),
        ("summer", ("2013-06", "2013-08")),
        ("", ("2013", "2013")),
    ],
)
def test_a_year_has_parts(part: str, days: tuple[str, str]) -> None:
    assert part_of(year_range(2013), part).iso() == days


def test_a_month_has_an_end_and_no_other_part() -> None:
    assert part_of(month_range(2013, 2), "end").iso() == ("2013-02-28", "2013-02-28")
    assert part_of(month_range(2013, 2), "early") == month_range(2013, 2)


def test_winter_runs_into_the_next_year() -> None:
    assert season("winter", 2013).iso() == ("2013-12", "2014-02")


@given(st.dates(), st.sampled_from(["week", "month", "quarter", "year"]))
def test_a_day_stands_in_its_running_unit(day: date, unit: str) -> None:
    dates = running(unit, day)
    assert dates.start <= day <= dates.end
