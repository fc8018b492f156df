"""What a maintainer types into a form becomes details, or is refused in a sentence."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.details import Details
from corpus.documents import Citation
from corpus.facts import DateRange, Meeting, Precision
from index.errors import InputError
from index.publication.detail_texts import DetailTexts, corrected, detail_texts, marks

TODAY = date(2026, 6, 1)
READ = Meeting(
    id="2014-06-03-ahg-som-nadi",
    title="Eighth Meeting",
    body="AHG SOM",
    ordinal=8,
    dates=DateRange(date(2014, 6, 3), date(2014, 6, 4)),
    city="Nadi",
    country="Fiji",
    co_chairs=("Australia", "Fiji"),
    citation=Citation("2014-06-03-ahg-som-nadi", 3),
)
SHOWN = detail_texts(READ)
MARKS = marks(SHOWN)


def typed(**texts: str) -> DetailTexts:
    shown = {name: getattr(SHOWN, name) for name in DetailTexts.__slots__}
    return DetailTexts(**(shown | texts))


def test_what_is_left_as_it_was_shown_is_not_corrected() -> None:
    assert corrected(Details(), MARKS, SHOWN, TODAY) == Details()
    known = Details(title="Another")
    assert corrected(known, MARKS, typed(title="  Eighth   Meeting "), TODAY) == known


def test_a_text_too_long_for_the_form_is_not_corrected_by_leaving_it() -> None:
    shown = detail_texts(replace(READ, title="Meeting " * 60))
    assert corrected(Details(), marks(shown), shown, TODAY) == Details()


def test_what_is_emptied_is_as_read_again() -> None:
    known = Details(title="Another", city="Suva", country="Fiji")
    assert not corrected(known, MARKS, typed(title="", place=""), TODAY).said()


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"dates": "5 June 2014"}, {"dates": DateRange(date(2014, 6, 5), date(2014, 6, 5))}),
        (
            {"dates": "June 2014"},
            {"dates": DateRange(date(2014, 6, 1), date(2014, 6, 30), Precision.MONTH)},
        ),
        ({"place": "Hà Nội, Viet Nam"}, {"city": "Hà Nội", "country": "Vietnam"}),
        ({"place": "Fiji"}, {"country": "Fiji"}),
        ({"place": "Jakarta"}, {"city": "Jakarta", "country": "Indonesia"}),
        ({"co_chairs": "Trinidad and Tobago, and IOM"}, {"co_chairs": 2}),
        ({"body": "TEWG"}, {"body": "TEWG"}),
    ],
)
def test_what_was_typed_is_read_as_a_document_is(
    texts: dict[str, str], said: dict[str, object]
) -> None:
    found = corrected(Details(), MARKS, typed(**texts), TODAY)
    shown = {k: len(v) if k == "co_chairs" else v for k, v in found.said().items()}
    assert shown == said
    assert found.on == TODAY


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"dates": "soon"}, "“soon” is no date"),
        ({"dates": "3 June 2014 and 5 July 2015"}, "is no date"),
        ({"place": "Suva, Atlantis"}, "“Atlantis” is no country"),
        ({"co_chairs": "Fiji and the Atlanteans"}, "“Atlanteans” is no state"),
        ({"title": "x" * 301}, "A title has at most 300 characters."),
    ],
)
def test_what_cannot_be_read_is_refused(texts: dict[str, str], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        corrected(Details(), MARKS, typed(**texts), TODAY)


@given(st.sampled_from(DetailTexts.__slots__), st.text(max_size=400))
def test_anything_typed_is_read_or_refused(name: str, text: str) -> None:
    with suppress(InputError):
        found = corrected(Details(), MARKS, typed(**{name: text}), TODAY)
        assert set(found.said()) <= {"title", "body", "dates", "city", "country", "co_chairs"}
