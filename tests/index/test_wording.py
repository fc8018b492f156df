"""Dates and lists in words."""

from datetime import date

import pytest

from corpus.facts import DateRange, Precision
from index.wording import count_text, dates_text, list_text, ordinal_text


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        (date(2012, 6, 11), date(2012, 6, 14), Precision.DAY, "11–14 June 2012"),
        (date(2011, 5, 30), date(2011, 6, 1), Precision.DAY, "30 May – 1 June 2011"),
        (date(2011, 12, 31), date(2012, 1, 2), Precision.DAY, "31 December 2011 – 2 January 2012"),
        (date(2011, 3, 9), date(2011, 3, 9), Precision.DAY, "9 March 2011"),
        (date(2011, 3, 1), date(2011, 3, 31), Precision.MONTH, "March 2011"),
        (date(2012, 7, 1), date(2012, 8, 31), Precision.MONTH, "July 2012 – August 2012"),
        (date(2010, 1, 1), date(2010, 12, 31), Precision.YEAR, "2010"),
    ],
)
def test_a_date_is_worded_as_precisely_as_it_is_known(
    start: date, end: date, precision: Precision, text: str
) -> None:
    assert dates_text(DateRange(start, end, precision)) == text


def test_no_date_is_said_to_be_none() -> None:
    assert dates_text(None) == "undated"


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), ("ABC", "A, B and C")]
)
def test_names_are_joined_as_in_a_sentence(names: list[str], text: str) -> None:
    assert list_text(names) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "no meetings"), (1, "1 meeting"), (2, "2 meetings")]
)
def test_counts_agree_with_their_noun(count: int, text: str) -> None:
    assert count_text(count, "meeting") == text


def test_ordinals_end_as_they_are_spoken() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)
    told = [ordinal_text(number) for number in numbers]
    assert told == "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th".split()
