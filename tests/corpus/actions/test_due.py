"""Due phrases, reckoned from a meeting that ended on 14 June 2012."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actions.due import Due, find_due

_ENDED = date(2012, 6, 14)


def _found(sentence: str, reference: date | None = _ENDED) -> tuple[str, tuple[str, str] | None]:
    due = find_due(sentence, reference)
    assert due is not None
    return due.text, due.dates.iso() if due.dates else None


@pytest.mark.parametrize(
    ("sentence", "text", "days"),
    [
        ("to be ready by the end of March 2017", "by the end of March 2017", "2017-03-31"),
        ("reports are due no later than 30 June", "no later than 30 June", "2012-06-30"),
        ("drafts before 1 March 2013", "before 1 March 2013", "2013-03-01"),
        ("a study by August 2012", "by August 2012", "2012-08"),
        ("a summit in June", "in June", "2012-06"),
        ("at the March 6 meeting of Ministers", "March 6", "2013-03-06"),
        ("host a workshop in 2014", "in 2014", "2014"),
        ("reconvene in six months time", "in six months time", "2012-12"),
        ("reconvene in six months’ time", "in six months’ time", "2012-12"),
        ("respond in ten days", "in ten days", "2012-06-24"),
        ("meet again no later than 2014", "no later than 2014", "2014"),
        ("a forum at the end of the year", "at the end of the year", "2012-12-31"),
        ("a review by year-end", "by year-end", "2012-12-31"),
        ("a review by the end of the year", "by the end of the year", "2012-12-31"),
        ("by the end of next year", "by the end of next year", "2013-12-31"),
        ("next month", "next month", "2012-07"),
    ],
)
def test_a_phrase_names_a_day_a_month_or_a_year(sentence: str, text: str, days: str) -> None:
    assert _found(sentence) == (text, (days, days))


@pytest.mark.parametrize(
    ("sentence", "text", "start", "end"),
    [
        ("within six months", "within six months", "2012-06-14", "2012-12-14"),
        ("within 30 days", "within 30 days", "2012-06-14", "2012-07-14"),
        ("within twelve (12) months", "within twelve (12) months", "2012-06-14", "2013-06-14"),
        ("over the next year", "over the next year", "2012-06-14", "2013-06-13"),
        ("by the first half of next year", "by the first half of next year", "2013-01", "2013-06"),
        ("report early next year", "early next year", "2013-01", "2013-04"),
        ("issue a paper (Q4 2020)", "Q4 2020", "2020-10", "2020-12"),
        ("in the first quarter of 2020", "in the first quarter of 2020", "2020-01", "2020-03"),
        ("by Q2 2013", "by Q2 2013", "2013-04", "2013-06"),
        ("in early 2013", "in early 2013", "2013-01", "2013-04"),
        ("by mid-2014", "by mid-2014", "2014-05", "2014-08"),
        ("in the second half of 2013", "in the second half of 2013", "2013-07", "2013-12"),
        ("meet again this summer", "this summer", "2012-06", "2012-08"),
        ("in the spring", "in the spring", "2013-03", "2013-05"),
    ],
)
def test_a_phrase_spans_days(sentence: str, text: str, start: str, end: str) -> None:
    assert _found(sentence) == (text, (start, end))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("a paper before the next meeting", "before the next meeting"),
        ("endorsement (before the 19th AHG SOM)", "before the 19th AHG SOM"),
        (
            "a draft at least six weeks prior to the Ministerial Consultation",
            "at least six weeks prior to the Ministerial Consultation",
        ),
        ("consult partners by the Fifteenth Meeting", "by the Fifteenth Meeting"),
        ("a draft for adoption at the 21st AHG SOM", "for adoption at the 21st AHG SOM"),
        ("present it at the next RCGM", "at the next RCGM"),
        ("a form, to be circulated intersessionally", "intersessionally"),
        ("a paper prior to the next TEWG meeting.", "prior to the next TEWG meeting"),
        (
            "at the next session of the Council on Data",
            "at the next session of the Council on Data",
        ),
        ("reconvene when necessary", "when necessary"),
        ("report annually", "annually"),
    ],
)
def test_a_phrase_without_days_is_kept_as_written(sentence: str, text: str) -> None:
    assert _found(sentence) == (text, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "to establish the paper presented in Manila on 22 to 23 November 2010",
        "the workshop held on 14-16 November 2011 agreed to it",
        "In 2012, members agreed to host it",
        "to implement the 2030 Agenda",
        "India hosted its first network in October 2012",
        "to share templates",
    ],
)
def test_what_lies_behind_or_names_a_thing_is_no_due_date(sentence: str) -> None:
    assert find_due(sentence, _ENDED) is None


def test_a_deadline_comes_before_a_mere_date() -> None:
    sentence = "circulated in July 2012, with an expected result by August 2012"
    assert _found(sentence)[0] == "by August 2012"


def test_without_a_reference_only_what_the_text_dates_has_days() -> None:
    assert _found("within six months", None) == ("within six months", None)
    assert _found("by 3 May 2013", None) == ("by 3 May 2013", ("2013-05-03", "2013-05-03"))
    assert find_due("a workshop on 3 May 2013", None) is None


def test_the_last_of_a_month_is_kept_within_the_calendar() -> None:
    assert _found("within one month", date(2013, 1, 31))[1] == ("2013-01-31", "2013-02-28")


@given(st.text(max_size=300), st.none() | st.dates())
def test_any_text_is_read_and_quoted(text: str, reference: date | None) -> None:
    due = find_due(text, reference)
    assert due is None or due.text in text


@given(
    st.sampled_from(["within", "over the next", "in", "no later than"]),
    st.integers(0, 999),
    st.sampled_from(["days", "weeks", "months", "quarters", "years"]),
    st.dates(),
)
def test_every_span_stays_within_the_calendar(
    word: str, count: int, unit: str, reference: date
) -> None:
    due = find_due(f"report {word} {count} {unit}", reference)
    assert isinstance(due, Due)
    assert due.dates is not None
