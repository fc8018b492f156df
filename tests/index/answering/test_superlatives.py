"""What is the most of something is counted from facts, and every count is cited."""

import pytest

from index.answers import Answer
from index.assistant import answer
from index.generation import Generation


def lines(found: Answer) -> list[str]:
    return [line.text for line in found.lines]


@pytest.mark.parametrize(
    ("question", "start", "first"),
    [
        ("What was the largest meeting?", "Apia 2014", "6 delegations"),
        ("which meeting had the most delegations", "Apia 2014", "6 delegations"),
        ("Who attended the most meetings?", "Fiji", "2 meetings"),
        ("Who chaired most meetings?", "Fiji: 2 meetings", "2 meetings"),
        ("Who owns the most action items?", "Fiji: 1 action item", "1 action item"),
        ("What was the largest meeting since June 2014?", "Suva 2014", "4 delegations"),
    ],
)
def test_the_most_is_named_and_counted(
    lagoon: Generation, question: str, start: str, first: str
) -> None:
    found = answer(lagoon, question)
    assert not found.abstained
    assert start in found.text
    assert first in lines(found)[0]
    assert all(line.sources for line in found.lines)


def test_who_is_absent_is_not_counted(lagoon: Generation) -> None:
    found = answer(lagoon, "What was the largest meeting?")
    assert "7 delegations" not in found.text  # Nauru sent its apologies


def test_equals_are_named_together(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended the most meetings?")
    assert "Fiji" in found.text
    assert "Tonga" in found.text
    assert "2 meetings each" in found.text


def test_a_superlative_with_a_topic_is_no_ranking(lagoon: Generation) -> None:
    assert "patrol boats" not in answer(lagoon, "What was the largest meeting?").text
    found = answer(lagoon, "Which meeting had the most delegations on zeppelins?")
    assert found.abstained
