"""A paragraph and an action item are found by the number that is shown of them."""

import pytest

from index.answers import AnswerKind
from index.assistant import answer
from index.generation import Generation


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("What does paragraph 24 of the Auckland statement say?", "TEWG Auckland 2013, para 24"),
        ("para. 24 Auckland", "TEWG Auckland 2013, para 24"),
        ("Outcome 4 of the Auckland meeting", "TEWG Auckland 2013, Outcome 4"),
        ("show me ¶7 of the KL meeting", "TEWG Kuala Lumpur 2012, ¶7"),
    ],
)
def test_a_paragraph_is_quoted_whole_by_its_number(
    shipped: Generation, question: str, label: str
) -> None:
    found = answer(shipped, question)
    assert found.understood == label
    assert [cited.label for cited in found.citations] == [label]
    assert found.text == found.citations[0].text


def test_a_number_that_no_paragraph_has_is_no_reference(shipped: Generation) -> None:
    assert answer(shipped, "para 9999 Auckland").understood == "TEWG Auckland 2013"


@pytest.mark.parametrize("question", ["{}", "Is {} done?", "who owns {}"])
def test_an_action_item_is_told_in_full_by_its_id(lagoon: Generation, question: str) -> None:
    item = lagoon.facts.actions[0]
    found = answer(lagoon, question.format(item.id))
    assert found.kind is AnswerKind.ACTIONS
    assert item.text in found.text


def test_an_unknown_id_is_no_reference(lagoon: Generation) -> None:
    assert answer(lagoon, "Is A-QQQQ done?").kind is not AnswerKind.ACTIONS
