"""An answer holds the names, numbers and kinds of words that were asked for."""

import pytest

from index.assistant import answer
from index.understanding.kinds import kinds_held, kinds_wanted
from index.understanding.wants import wants_of
from tests.index.generations import generation_of

STATEMENT = {
    "nadi.txt": (
        "First Meeting of the Reef Dialogue\n\nNadi, Fiji, 3 June 2015\n\n"
        "UNHCR described shelters for families who had lost their homes.\n\n"
        "Speakers addressed three themes: shelter, water and schools.\n\n"
        "Tonga will give CAD 75 million for schools over six years.\n"
    )
}


@pytest.mark.parametrize(
    ("question", "wants_money"),
    [
        ("what did the group decide about the budget", False),
        ("what is the annual budget of the office", True),
        ("rso budget?", True),
        ("how much will canada contribute", True),
        ("by how much did the oil imports fall", False),
        ("how much did the survey cost", True),
    ],
)
def test_money_is_wanted_where_a_sum_is_asked_for(question: str, wants_money: bool) -> None:
    assert ("money" in kinds_wanted(question)) == wants_money


def test_a_sum_in_a_currency_s_code_is_money() -> None:
    assert "money" in kinds_held("Canada will give CAD 75 million over six years.")


def test_a_verb_that_says_little_need_not_be_told_in_any_form() -> None:
    assert not wants_of("which states spoke on rivers", "", frozenset()).deed
    assert wants_of("which states sank on rivers", "", frozenset()).deed == {"sank"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are the 3 themes that speakers addressed?", "three themes"),
    ],
)
def test_a_number_may_be_a_word(question: str, told: str) -> None:
    found = answer(generation_of(STATEMENT), question)
    assert told in found.text


def test_another_number_than_the_one_asked_for_is_no_answer() -> None:
    assert answer(
        generation_of(STATEMENT), "What are the 4 themes that speakers addressed?"
    ).abstained


def test_a_part_of_an_organisation_is_the_organisation() -> None:
    text = STATEMENT["nadi.txt"].replace(
        "UNHCR", "The United Nations High Commissioner for Refugees"
    )
    asked = "What did the UN describe for families?"
    assert "shelters" in answer(generation_of({"nadi.txt": text}), asked).text
    assert answer(generation_of({"nadi.txt": text}), asked.replace("UN", "IMF")).abstained
