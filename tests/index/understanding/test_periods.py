"""The time to which a question bounds a list is read, and its words are taken out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import DateRange
from index.understanding.periods import period_in

APIA = DateRange(date(2014, 3, 4), date(2014, 3, 5))


def days_of(name: str) -> DateRange | None:
    return APIA if "Apia" in name else None


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("meetings since 2012", date(2012, 1, 1), None, "meetings "),
        ("meetings since June 2012?", date(2012, 6, 1), None, "meetings ?"),
        ("meetings after 9 March 2011", date(2011, 3, 10), None, "meetings "),
        ("meetings before 2012", None, date(2011, 12, 31), "meetings "),
        ("meetings until March 2012", None, date(2012, 3, 31), "meetings "),
        ("meetings from 2012 onwards", date(2012, 1, 1), None, "meetings "),
        ("what is due by the end of 2014?", None, date(2014, 12, 31), "what is due ?"),
        ("held between 2010 and 2012?", date(2010, 1, 1), date(2012, 12, 31), "held ?"),
        ("from June 2011 to May 2012", date(2011, 6, 1), date(2012, 5, 31), ""),
        ("meetings before Apia", None, date(2014, 3, 3), "meetings "),
        ("meetings after the Apia meeting?", date(2014, 3, 6), None, "meetings ?"),
    ],
)
def test_a_period_is_read(text: str, start: date | None, end: date | None, rest: str) -> None:
    period, left = period_in(text, days_of)
    assert period is not None
    assert (period.start, period.end) == (start, end)
    assert left == rest
    assert period.words in text


@pytest.mark.parametrize(
    "text", ["Who stood by Fiji?", "since when", "meetings in 2012", "between us", "after lunch"]
)
def test_what_names_no_time_is_left(text: str) -> None:
    assert period_in(text, days_of) == (None, text)


@given(st.text(alphabet="since 0123after betwnd,?", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    period, left = period_in(text, days_of)
    assert period is None or (len(left) < len(text) and period.told)


def test_what_is_not_dated_lies_in_no_period() -> None:
    period, _ = period_in("before 2012", days_of)
    assert period is not None
    assert not period.holds(None)
    assert not period.holds(APIA)
