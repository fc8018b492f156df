from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_dates, find_years
from corpus.facts import Precision


def found(text: str, year: int | None = None) -> list[tuple[str, str, str]]:
    return [
        (text[each.start : each.end], *each.dates.iso()) for each in find_dates(text, year=year)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("9 March 2011", "2011-03-09", "2011-03-09"),
        ("the 12th of October, 2011", "2011-10-12", "2011-10-12"),
        ("May 22, 2023", "2023-05-22", "2023-05-22"),
        ("Monday, 26 September 2022", "2022-09-26", "2022-09-26"),
        ("Monday, September 26, 2022", "2022-09-26", "2022-09-26"),
        ("Mar 5, 2013", "2013-03-05", "2013-03-05"),
        ("12-Oct-2011", "2011-10-12", "2011-10-12"),
        ("14June2012", "2012-06-14", "2012-06-14"),
        ("1ST MAY 2012", "2012-05-01", "2012-05-01"),
        ("24-27 June 2013", "2013-06-24", "2013-06-27"),
        ("24–27 JUNE 2013", "2013-06-24", "2013-06-27"),
        ("3rd to 5th of July 2014", "2014-07-03", "2014-07-05"),
        ("22 to 23 November 2010", "2010-11-22", "2010-11-23"),
        ("10 and 11 May 2011", "2011-05-10", "2011-05-11"),
        ("30/31 May 2011", "2011-05-30", "2011-05-31"),
        ("5, 6 and 7 December 2023", "2023-12-05", "2023-12-07"),
        ("January 9-10, 2023", "2023-01-09", "2023-01-10"),
        ("December 5 and 6, 2023", "2023-12-05", "2023-12-06"),
        ("June 24th through 27th, 2013", "2013-06-24", "2013-06-27"),
        ("Tuesday 5 to Thursday 7 March 2013", "2013-03-05", "2013-03-07"),
        ("28 February – 2 March 2017", "2017-02-28", "2017-03-02"),
        ("November 30 - December 1, 2019", "2019-11-30", "2019-12-01"),
        ("October 31–-November 1, 2023", "2023-10-31", "2023-11-01"),
        ("31 December 2011 - 2 January 2012", "2011-12-31", "2012-01-02"),
        ("2011-03-09", "2011-03-09", "2011-03-09"),
        ("2013-04-15 to 2013-04-19", "2013-04-15", "2013-04-19"),
        ("19/03/2011", "2011-03-19", "2011-03-19"),
        ("3/19/2011", "2011-03-19", "2011-03-19"),
        ("09.03.2011", "2011-03-09", "2011-03-09"),
        ("March 2011", "2011-03", "2011-03"),
        ("Sept. 2012", "2012-09", "2012-09"),
        ("September-October 2012", "2012-09", "2012-10"),
    ],
)
def test_a_date_is_read_whole_in_every_written_form(text: str, first: str, last: str) -> None:
    assert found(f"It was held on {text}, and ended.") == [(text, first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31 December - 2 January 2012", "2011-12-31", "2012-01-02"),
        ("December 31, 2011 - January 2", "2011-12-31", "2012-01-02"),
    ],
)
def test_a_range_over_new_year_needs_but_one_year(text: str, first: str, last: str) -> None:
    assert found(text) == [(text, first, last)]


def test_between_makes_a_range_and_and_alone_two_dates() -> None:
    assert found("Between 11 and 14 June 2012") == [
        ("11 and 14 June 2012", "2012-06-11", "2012-06-14")
    ]
    assert [each[1] for each in found("10 May 2011 and 22 August 2011")] == [
        "2011-05-10",
        "2011-08-22",
    ]


def test_dates_between_commas_stay_apart() -> None:
    assert len(find_dates("(11 May 2011, 22 August 2011, 29 February 2012)")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2012",
        "Resolution 1373",
        "they may 10 times march on",
        "09/03/2011",
        "a limit of 1.5 degrees",
        "in June",
        "October 6",
        "COP 26",
        "more than 2010 persons",
        "",
    ],
)
def test_what_is_no_certain_date_is_left_out(text: str) -> None:
    assert find_dates(text) == ()


def test_a_given_year_completes_dates_without_one() -> None:
    assert found("on December 5 and 6", year=2023) == [
        ("December 5 and 6", "2023-12-05", "2023-12-06")
    ]
    assert found("agreed in June", year=2012) == [("June", "2012-06", "2012-06")]


def test_a_written_year_stands_before_the_given_one() -> None:
    assert found("on 5 May 2011", year=2023)[0][1] == "2011-05-05"


def test_a_bare_year_counts_after_a_preposition_or_in_brackets() -> None:
    assert found("in 2010")[0][1:] == ("2010", "2010")
    assert found("Group (2012)")[0][1:] == ("2012", "2012")
    assert found("in 2011-12")[0][1:] == ("2011", "2012")
    assert find_dates("in 2011")[0].dates.precision is Precision.YEAR


def test_a_number_before_a_dash_does_not_spoil_the_date_behind_it() -> None:
    assert found("Item 30 – 2 March 2017") == [("2 March 2017", "2017-03-02", "2017-03-02")]


def test_years_are_found_in_titles_and_resolutions_are_not() -> None:
    assert find_years("Initiative 2023 Joint Statement (2012), Resolution 1373") == (2023, 2012)


MONTHS = "January February March April May June July August September October November December"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.booleans())
def test_every_day_is_read_in_both_orders(day: date, american: bool) -> None:
    month = MONTHS.split()[day.month - 1]
    text = f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
    assert [each.dates.start for each in find_dates(f"on {text}.")] == [day]


@given(st.text(st.sampled_from("0123456789 -–/.,adefhlnoprtuyJMADN\u00a0"), max_size=200))
def test_mentions_are_ordered_slices_that_do_not_overlap(text: str) -> None:
    mentions = find_dates(text, year=2020)
    assert all(each.dates.start <= each.dates.end for each in mentions)
    assert all(0 <= each.start < each.end <= len(text) for each in mentions)
    starts = [each.start for each in mentions]
    ends = [each.end for each in mentions]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
