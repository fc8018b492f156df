"""Which meeting an answer is about, where a question says it in part, or not at all."""

import pytest

from index.assistant import answer
from index.errors import NotFoundError
from index.generation import Generation
from tests.index.generations import generation_of


def test_a_meeting_chosen_apart_narrows_the_answer(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended?", meeting="Suva")
    assert "Suva 2014" in found.understood
    assert any("Australia" in line.text for line in found.lines)


def test_an_unknown_meeting_chosen_apart_lists_the_nearest(lagoon: Generation) -> None:
    with pytest.raises(NotFoundError) as caught:
        answer(lagoon, "Who attended?", meeting="Honiara")
    assert caught.value.nearest


def test_a_question_about_several_meetings_asks_which(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended the senior officials meeting?")
    assert found.abstained
    assert {line.group for line in found.lines} == {"Which of these?"}


def test_the_last_of_several_meetings_is_the_newest(lagoon: Generation) -> None:
    found = answer(lagoon, "Who co-chaired the last senior officials meeting?")
    assert "Suva 2014" in found.understood


def test_a_meeting_known_to_lie_ahead_is_no_meeting_reported(lagoon: Generation) -> None:
    assert answer(lagoon, "Who will attend the next meeting in Suva?").abstained


@pytest.mark.parametrize("question", ["Who attended?", "where was it held", "What was agreed?"])
def test_a_question_about_an_unsaid_meeting_asks_which(lagoon: Generation, question: str) -> None:
    found = answer(lagoon, question)
    assert found.abstained
    assert "which meeting" in found.text
    assert [line.group for line in found.lines] == ["Which of these?"] * 2


def test_an_unknown_meeting_of_a_known_body_shows_the_known_ones(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended the seventh Senior Officials' Meeting?")
    assert found.abstained
    assert {line.group for line in found.lines} == {"Known are"}
    assert any("Suva" in line.text for line in found.lines)


@pytest.mark.parametrize(
    ("question", "city"),
    [
        ("Who chaired the next meeting after Apia?", "Suva"),
        ("When was the meeting before Suva?", "Apia"),
        ("Where was the first SOM after June 2014?", "Suva"),
    ],
)
def test_a_meeting_is_told_by_the_one_beside_it(
    lagoon: Generation, question: str, city: str
) -> None:
    found = answer(lagoon, question)
    assert not found.abstained
    assert city in found.text


@pytest.mark.parametrize(
    "question", ["When was the next meeting after Suva?", "Who attended the next ABC after Apia?"]
)
def test_no_other_meeting_stands_in_for_one_that_nobody_knows(
    lagoon: Generation, question: str
) -> None:
    assert answer(lagoon, question).abstained


def test_both_meetings_of_a_body_are_compared(lagoon: Generation) -> None:
    found = answer(lagoon, "Who attended both Senior Officials' meetings?")
    assert found.text.startswith("Fiji")
    assert "Tonga" in found.text
    assert "Kiribati" not in found.text


def test_states_in_the_name_of_a_meeting_are_not_asked_about() -> None:
    text = (
        "Third US-EU Energy Council\n\nLocation: Suva, FijiDate: 2 May 2015\n\n"
        "The third US-EU Energy Council met in Suva, Fiji on 2 May 2015. The meeting was"
        " co-chaired by the United States and the European Union.\n"
    )
    found = answer(generation_of({"council.txt": text}), "When was the US-EU Energy Council held?")
    assert "2 May 2015" in found.text
    assert not found.abstained
