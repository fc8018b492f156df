"""Which meeting an answer is about, where a question says it in part, or not at all."""

import pytest

from index.assistant import answer
from index.errors import NotFoundError
from index.generation import Generation
from tests.index.generations import generation_of
from tests.index.reefs import REEFS


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


@pytest.mark.parametrize(
    "question",
    [
        "What is the most recent meeting?",
        "the last one",
        "Who attended the last meeting?",
        "What was the latest meeting about?",
    ],
)
def test_the_last_meeting_of_no_body_is_the_newest_of_all(
    lagoon: Generation, question: str
) -> None:
    found = answer(lagoon, question)
    assert "Suva 2014" in found.understood
    assert not found.abstained


@pytest.fixture(scope="module")
def reefs() -> Generation:
    return generation_of(REEFS)


def test_a_number_that_no_meeting_has_is_told_with_those_that_are_known(reefs: Generation) -> None:
    found = answer(reefs, "Who attended the 11th CEG-R?")
    assert found.abstained
    assert "no document knows the 11th Coastal Experts Group on Reefs" in found.text
    assert "known are the 2nd to 4th" in found.text
    assert [line.text[:5] for line in found.lines] == ["2nd: ", "3rd: ", "4th: "]


@pytest.mark.parametrize(
    "question",
    [
        "When will the CEG-R reconvene?",
        "When is the next CEG-R?",
        "When does the CEG-R meet again?",
    ],
)
def test_of_a_meeting_to_come_that_nothing_announces_the_last_is_told(
    reefs: Generation, question: str
) -> None:
    found = answer(reefs, question)
    assert found.abstained
    assert "after Coastal Experts Group on Reefs Nadi 2018" in found.text


def test_a_meeting_announced_for_later_than_any_document_is_the_next() -> None:
    announced = "\nThe fifth CEG-R meeting will be held in Apia, Samoa, in May 2019.\n"
    generation = generation_of(REEFS | {"3.txt": REEFS["3.txt"] + announced})
    found = answer(generation, "When will the CEG-R meet again?")
    assert "May 2019" in found.text
    assert announced.strip() in found.citations[0].text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What happened on 6 June 2016?", "Apia 2016 (6 June 2016): brief"),
        ("What was discussed in May 2015?", "Suva 2015 (4 May 2015): brief"),
        ("What happened in 1999?", "no document knows a meeting held in 1999"),
        ("What was the Nadi meeting about?", "Nadi 2018 (8 July 2018): brief"),
    ],
)
def test_what_happened_at_a_time_is_what_met_then(
    reefs: Generation, question: str, said: str
) -> None:
    assert said in answer(reefs, question).text


def test_several_meetings_of_a_time_are_listed(lagoon: Generation) -> None:
    found = answer(lagoon, "What happened in 2014?")
    assert found.text == "2 meetings, each with a document of its own."


def test_the_place_is_told_where_no_document_says_when() -> None:
    undated = (
        "The fifth meeting of the Coastal Experts Group on Reefs was held in Perth, Australia.\n"
    )
    generation = generation_of(REEFS | {"4.txt": f"Statement on reefs\n\n{undated}"})
    found = answer(generation, "When and where was the 5th CEG-R?")
    assert found.text.endswith("Perth, Australia; no document says when.")


def test_a_meeting_lent_by_the_question_before_bounds_the_passages(lagoon: Generation) -> None:
    found = answer(lagoon, "Who bought the passport reader?", meeting="Suva")
    assert found.abstained


def test_a_place_that_no_document_states_is_no_place_that_a_sentence_holds(
    shipped: Generation,
) -> None:
    found = answer(shipped, "Where did the 4th BRMC take place?")
    assert found.text.startswith("Not stated: no document says where")


def test_an_unknown_number_is_not_taken_for_the_first_of_anything(shipped: Generation) -> None:
    found = answer(shipped, "When was the first meeting of the AHG SOM?")
    assert "no document knows the 1st AHG SOM" in found.text


def test_what_co_chairs_agreed_to_do_is_not_who_they_were(lagoon: Generation) -> None:
    found = answer(lagoon, "What did the co-chairs agree to do in Apia?")
    assert "co-chaired" not in found.text
