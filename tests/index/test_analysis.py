"""The one analyser: what counts as the same word in documents and questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Citation
from corpus.facts import Acronym
from index.analysis import Analyser, stop_words, terms, with_capitals

NETWORK = Acronym("RLN", "Regional Liaison Network", Citation("x", 1))
OFFICE = Acronym("RSO", "Regional Support Office", Citation("x", 2))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viet Nam", "Vietnam"),
        ("the United States of America", "USA"),
        ("U.S.", "United States"),
        ("Kingdom of Thailand", "Thailand"),
        ("Sri Lankan", "Sri Lanka"),
        ("Sri Lanka’s", "Sri Lanka"),
        ("who came from sri lanka", "Who came from Sri Lanka"),
        ("usa", "USA"),
        ("fifth", "5th"),
        ("Twenty-first", "21st"),
        ("member’s", "members"),
        ("agreed", "agree"),
        ("co-chaired", "Co-Chairs"),
        ("e-learning", "E‑learning"),
        ("1,500", "1500"),
        ("élite", "elite"),
        ("XYZs", "XYZ"),
        ("“portal”", "portal"),
        ("**portal**", "portal"),
    ],
)
def test_forms_of_one_thing_have_the_same_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("2012", "2013"), ("North Korea", "South Korea"), ("Niger", "Nigeria"), ("WHO", "who")],
)
def test_different_things_have_no_term_in_common(one: str, other: str) -> None:
    assert not set(terms(one)) & set(terms(other))


def test_organisation_is_found_by_acronym_and_by_a_word_of_its_name() -> None:
    long_form = terms("Office of the United Nations High Commissioner for Refugees")
    assert set(terms("UNHCR")) < set(long_form)
    assert set(terms("refugees")) < set(long_form)


def test_state_adds_one_term_however_long_its_name() -> None:
    assert len(terms("the Republic of the Union of Myanmar")) == 1


def test_parts_of_a_compound_are_terms_besides_the_whole() -> None:
    assert {*terms("counter"), *terms("terrorism"), *terms("counterterrorism")} == {
        *terms("counter-terrorism")
    }


def test_question_words_are_no_terms() -> None:
    assert terms("Who was it that did what, and where? Please tell us!") == []


def test_meaning_of_an_acronym_in_the_glossary_adds_the_acronym() -> None:
    analyser = Analyser([NETWORK, OFFICE])
    assert "rln" in analyser.terms("the regional liaison networks")
    assert "rso" in analyser.terms("a Regional Support Office")
    assert "rln" not in analyser.terms("a regional network")
    assert analyser.terms("RLNs") == analyser.terms("RLN") == ["rln"]


def test_two_meanings_of_one_acronym_are_both_known() -> None:
    analyser = Analyser([OFFICE, Acronym("RSO", "Road Safety Order", Citation("x", 3))])
    assert "rso" in analyser.terms("the road safety order")
    assert "rso" in analyser.terms("the regional support office")


@given(st.text(max_size=300))
def test_any_text_has_terms_that_are_words(text: str) -> None:
    for term in Analyser([NETWORK]).terms(text):
        assert term.strip() == term != ""
        assert term not in stop_words() or term == "who"


@given(st.text(max_size=200))
def test_capitals_are_added_in_place_and_only_where_there_are_none(text: str) -> None:
    capitalised = with_capitals(text)
    assert len(capitalised) == len(text)
    assert capitalised.lower() == text.lower()
    assert capitalised == text or text.islower()


def test_a_person_who_stands_for_a_state_is_found_by_name_too() -> None:
    assert {"biden", "unit state"} <= set(terms("President Biden opened the session."))
