"""Sentences of made-up processes: what is undertaken, and by whom."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actions.clauses import read_sentence
from corpus.actions.undertakings import find_undertaking, may_undertake
from corpus.facts import Strength

_CASES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("made_up_undertakings.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", _CASES["undertaken"], ids=lambda case: case["sentence"][:50])
def test_a_sentence_tells_its_strength_and_owners(case: dict[str, Any]) -> None:
    found = find_undertaking(read_sentence(case["sentence"]))
    assert found is not None
    assert found.strength == Strength(case["strength"])
    assert sorted(found.owners) == sorted(case["owners"])


@pytest.mark.parametrize("sentence", _CASES["none"]["sentences"])
def test_what_is_only_told_is_no_undertaking(sentence: str) -> None:
    assert find_undertaking(read_sentence(sentence)) is None


def test_we_are_those_attending_where_they_are_few() -> None:
    sentence = read_sentence("We will publish the indicators.", ("Chile", "Peru"))
    found = find_undertaking(sentence)
    assert found is not None
    assert found.owners == ("Chile", "Peru")


def test_three_governments_are_not_two_delegations() -> None:
    sentence = read_sentence("The three governments will publish a list.", ("Chile", "Peru"))
    found = find_undertaking(sentence)
    assert found is not None
    assert found.owners == ()


def test_it_means_whom_the_sentence_before_named() -> None:
    before = read_sentence("The Steering Group met in March.").topic()
    found = find_undertaking(read_sentence("It will review the budget.", antecedent=before))
    assert found is not None
    assert found.owners == ("Steering Group",)


def test_it_that_means_nobody_undertakes_nothing() -> None:
    assert find_undertaking(read_sentence("It will take time to review the budget.")) is None


@given(st.text(max_size=400))
def test_any_text_is_read_without_error(text: str) -> None:
    found = find_undertaking(read_sentence(text))
    assert found is None or 0 <= found.at < len(text)


@given(
    st.lists(st.sampled_from("members will agreed to that , Fiji host should be held by".split()))
)
def test_what_is_undertaken_holds_an_action_verb(words: list[str]) -> None:
    text = " ".join(words)
    assert may_undertake(text) or find_undertaking(read_sentence(text)) is None
