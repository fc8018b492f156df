"""Acronyms, RILONs and members are told by facts, counted and dated where that is asked."""

import pytest

from index.answers import AnswerKind
from index.assistant import answer
from index.generation import Generation
from tests.index.generations import generation_of


@pytest.mark.parametrize("question", ["glossary", "List all acronyms", "Which acronyms are used?"])
def test_the_whole_glossary_is_listed(shipped: Generation, question: str) -> None:
    found = answer(shipped, question)
    assert found.kind is AnswerKind.GLOSSARY
    assert len(found.lines) == len(shipped.facts.acronyms)


@pytest.mark.parametrize("question", ["What does XYZQ stand for?", "what is XYZQ?"])
def test_an_acronym_that_no_document_explains_is_named(shipped: Generation, question: str) -> None:
    found = answer(shipped, question)
    assert found.abstained
    assert found.text == "Not stated: no document explains “XYZQ”."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("RILONs", "RILONs are stated to exist in Apia and Suva."),
        ("RILON Kiribati", "Kiribati: considering."),
        ("How many RILONs are there?", "2 RILONs are stated to exist in Apia and Suva."),
        ("Which countries are considering a RILON?", "under consideration in Kiribati"),
        ("Which RILONs met in 1999?", "No document says that of a RILON in 1999"),
    ],
)
def test_rilons_are_counted_and_told_by_where_they_stand(
    lagoon: Generation, question: str, said: str
) -> None:
    assert said.casefold() in answer(lagoon, question).text.casefold()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many times has the RILON in Colombo met?", "met 4 times by date: 11 May 2011"),
        ("Which RILONs met in 2013?", "Kuala Lumpur: met in 2013"),
    ],
)
def test_meetings_of_rilons_are_counted_and_bounded(
    shipped: Generation, question: str, said: str
) -> None:
    assert said in answer(shipped, question).text


def test_what_was_open_for_somebody_is_asked_of_action_items(lagoon: Generation) -> None:
    found = answer(lagoon, "What was open for Japan in 2000?")
    assert found.kind is AnswerKind.ACTIONS
    assert found.abstained
    assert "Japan, open, arisen in 2000" in found.text


@pytest.mark.parametrize("question", ["Who was absent from Suva?", "who wasnt in Suva"])
def test_who_was_absent_where_nobody_is_said_to_be(lagoon: Generation, question: str) -> None:
    assert "no document says who was absent from" in answer(lagoon, question).text


def test_a_capacity_that_a_delegation_had_not_is_denied(lagoon: Generation) -> None:
    assert answer(lagoon, "Was Tuvalu an observer in Apia?").text.startswith("Yes: Tuvalu")
    assert answer(lagoon, "Was Tuvalu an observer?").text.startswith("Yes: Tuvalu is listed as")
    found = answer(lagoon, "Was Fiji an observer in Apia?")
    assert found.text.startswith("Not as observer: Fiji is listed at")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("who wasnt in Suva but was in Apia", "Samoa, Kiribati and IOM: listed at"),
        ("Who attended Apia apart from Fiji?", "6 delegations"),
        ("Who attended in March 2014?", "6 delegations"),
        ("Did Kiribati come in September 2014?", "Not stated: Kiribati is not listed at the only"),
        ("How long did the Apia meeting last?", "Senior Officials' Meeting of the Lagoon Process"),
        ("What did the Apia meeting discuss?", "Senior Officials' Meeting of the Lagoon Process"),
        ("4 - 5 March 2014", "Senior Officials' Meeting of the Lagoon Process Apia 2014"),
    ],
)
def test_attendance_and_meetings_are_told_however_asked(
    lagoon: Generation, question: str, start: str
) -> None:
    found = answer(lagoon, question)
    assert found.text.startswith(start)
    assert "Apia 2014" in found.understood or found.abstained


def test_where_no_more_than_the_chairs_are_named_that_is_said() -> None:
    text = "The Second Reef Forum was held in Suva on 3 May 2016.\n\nIt was co-chaired by Fiji and"
    generation = generation_of({"a.txt": f"Second Reef Forum\n\n{text} Tonga.\n"})
    found = answer(generation, "Who attended the Reef Forum in Suva?")
    assert found.text.startswith("No more than the co-chairs of")
    assert found.text.endswith("are named: Fiji and Tonga.")


def test_action_items_whose_owner_is_not_named_are_listed(lagoon: Generation) -> None:
    found = answer(lagoon, "Which action items have no owner?")
    assert [line for line in found.lines if "newsletter" in line.text]
    assert not [line for line in found.lines if "Fiji will" in line.text]


def test_to_dos_are_action_items(lagoon: Generation) -> None:
    assert answer(lagoon, "to-dos for Fiji").kind is AnswerKind.ACTIONS


def test_the_members_of_a_body_that_met_once_are_those_listed(lagoon: Generation) -> None:
    found = answer(lagoon, "Who were the members at the Suva meeting?")
    assert found.kind is AnswerKind.ATTENDANCE
    assert "Suva 2014" in found.text


@pytest.mark.parametrize("question", ["Is Japan mentioned anywhere?", "Is Japan mentioned?"])
def test_a_delegation_that_no_document_names_is_not_stated(
    lagoon: Generation, question: str
) -> None:
    assert answer(lagoon, question).text == "Not stated: no document names Japan."
