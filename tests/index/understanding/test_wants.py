"""What an answer must hold, read from the question."""

import pytest

from index.generation import Generation
from index.understanding.kinds import kinds_held, kinds_wanted
from index.understanding.questions import understand
from index.understanding.wants import Wants


def wants(generation: Generation, question: str) -> Wants:
    return understand(generation, question).wants


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When was it bought?", "date"),
        ("On which day was it bought?", "day"),
        ("How many boats are there?", "number"),
        ("How much did it cost?", "money"),
        ("How often does it appear?", "frequency"),
        ("Why was it amended?", "reason"),
        ("In which city is the office?", "place"),
        ("What is a RILON?", "definition"),
    ],
)
def test_a_question_wants_a_kind_of_words(question: str, kind: str) -> None:
    assert kind in kinds_wanted(question.lower())


def test_when_in_a_clause_wants_no_date() -> None:
    assert "date" not in kinds_wanted("was it open when officials came?")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It was bought on 3 May 2014.", {"date", "day"}),
        ("It was bought in May 2014.", {"date"}),
        ("Four boats were bought.", {"number"}),
        ("It cost 40,000 dollars.", {"number", "money"}),
        ("A monthly bulletin is sent.", {"frequency"}),
        ("It was closed because of rain.", {"reason"}),
        ("It lies in Apia.", {"place"}),
        ("It was welcomed.", set()),
    ],
)
def test_a_sentence_holds_kinds_of_words(sentence: str, kinds: set[str]) -> None:
    assert kinds_held(sentence) == kinds


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("Which hotel did delegates stay at?", {"hotel"}),
        ("Which hotel put up the delegates?", {"hotel"}),
        ("Who is the director of the centre?", {"director"}),
        ("What did Tonga say?", set()),
        ("Which country was absent?", set()),
    ],
)
def test_the_thing_asked_for_must_be_spoken_of(
    lagoon: Generation, question: str, focus: set[str]
) -> None:
    assert wants(lagoon, question).focus == focus


def test_what_is_counted_stands_beside_a_number(lagoon: Generation) -> None:
    assert wants(lagoon, "How many patrol boats does Tonga have?").counted == {"patrol", "boat"}


def test_names_and_numbers_must_be_spoken_of(lagoon: Generation) -> None:
    asked = wants(lagoon, "What did Zorbul say about resolution 1325?")
    assert asked.names == {"zorbul"}
    assert asked.numbers == {"1325"}
    assert wants(lagoon, "What did Tonga say in Apia in 2014?").names == frozenset()


def test_the_deed_of_a_state_must_be_told(lagoon: Generation) -> None:
    assert wants(lagoon, "Which states ratified the treaty?").deed == {"ratifi"}
    assert wants(lagoon, "Which states are members?").deed == frozenset()


@pytest.mark.parametrize(
    ("typed", "asks"),
    [("who was there", True), ("tell me of boats", True), ("patrol boats", False)],
)
def test_key_words_are_no_question(lagoon: Generation, typed: str, asks: bool) -> None:
    assert wants(lagoon, typed).asks is asks


def test_the_thing_whose_it_is_must_be_spoken_of(lagoon: Generation) -> None:
    assert wants(lagoon, "What is the password of the portal?").focus == {"password"}
