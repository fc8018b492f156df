"""Questions over a series of meetings are answered over all of it, not by asking which."""

import pytest

from index.answers import Answer
from index.assistant import answer
from index.generation import Generation
from tests.index.generations import generation_of
from tests.index.reefs import REEFS


@pytest.fixture(scope="module")
def reefs() -> Generation:
    return generation_of(REEFS)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Has Fiji attended every CEG-R?", "Yes: Fiji is listed at all 3 meetings"),
        ("Has Tonga been to all the CEG-R meetings?", "Not at every one: Tonga is listed at 2 of"),
        ("Did Samoa ever miss a CEG-R meeting?", "Not at every one: Samoa is listed at 2 of"),
        ("Has Kiribati attended all meetings since 2016?", "Yes: Kiribati is listed at both"),
        ("Which CEG-R meetings did Nauru attend?", "Nauru is listed at 2 of the 3"),
        ("Was Nauru at the CEG-R?", "Yes: Nauru is listed at 2 of the 3"),
        ("Did Tonga attend any meeting before 2016?", "Yes: Tonga is listed at the only one"),
        ("Did Samoa attend in 2016?", "Yes: Samoa is listed at the only one"),
        ("Samoa 2016", "Samoa is listed at the only one"),
        ("Which meetings did Kiribati and Nauru attend?", "Kiribati and Nauru are listed together"),
    ],
)
def test_how_often_somebody_attended_is_counted_over_the_series(
    reefs: Generation, question: str, start: str
) -> None:
    found = answer(reefs, question)
    assert found.text.startswith(start)
    assert found.citations
    assert not found.abstained


def test_the_meetings_where_somebody_is_not_listed_are_named(reefs: Generation) -> None:
    found = answer(reefs, "Has Tonga attended every CEG-R?")
    assert in_group(found, "Not listed") == [
        "Coastal Experts Group on Reefs Apia 2016 (6 June 2016)"
    ]
    assert "does not mean absent" in found.text


def test_somebody_listed_nowhere_is_not_stated(reefs: Generation) -> None:
    found = answer(reefs, "Has Japan attended every CEG-R?")
    assert found.abstained
    assert "Japan is not listed at any of the 3" in found.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When did Kiribati first attend?", "Kiribati is first listed at"),
        ("When did Kiribati attend the CEG-R for the first time?", "Apia 2016"),
        ("When did Samoa last attend the CEG-R?", "Apia 2016"),
        ("When was the last time Tonga attended a meeting?", "Nadi 2018"),
        ("Since when has Nauru attended?", "Apia 2016"),
        ("When did Nauru start attending?", "Apia 2016"),
        ("When was Samoa last present?", "Apia 2016"),
    ],
)
def test_the_first_time_somebody_attended_is_not_the_first_meeting(
    reefs: Generation, question: str, said: str
) -> None:
    assert said in everything(answer(reefs, question))


def test_newcomers_are_those_that_no_earlier_meeting_lists(reefs: Generation) -> None:
    found = answer(reefs, "Which countries attended for the first time in Apia?")
    assert found.text.startswith("Kiribati and Nauru: listed at")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        (
            "Who co-chairs the CEG-R?",
            "Fiji and Nauru co-chaired Coastal Experts Group",
        ),
        ("Did Samoa chair the Apia meeting?", "Yes: Fiji and Samoa co-chaired"),
        ("Did Tonga chair the Apia meeting?", "No: Fiji and Samoa co-chaired"),
        ("Who chaired in 2016?", "Fiji and Samoa co-chaired"),
        ("Has Samoa ever chaired a meeting?", "Yes: Samoa co-chaired 1 meeting."),
        ("Was Nauru a co-chair in 2018?", "Yes: Nauru co-chaired 1 meeting held in 2018."),
        ("How many meetings has Fiji co-chaired?", "Fiji co-chaired 3 meetings."),
        ("Has Kiribati ever chaired a meeting?", "Not stated: no document says that Kiribati"),
    ],
)
def test_chairs_are_told_without_a_meeting_being_named(
    reefs: Generation, question: str, start: str
) -> None:
    assert answer(reefs, question).text.startswith(start)


def test_all_chairs_of_a_body_are_dated_newest_first(reefs: Generation) -> None:
    found = answer(reefs, "Who chairs CEG-R?")
    assert [line.text.rsplit(": ", 1)[1] for line in found.lines] == [
        "Fiji and Nauru",
        "Fiji and Samoa",
        "Fiji and Tonga",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Where have the CEG-R meetings been held?",
        "How many times has the CEG-R met?",
        "When was the CEG-R held?",
        "CEG-R",
    ],
)
def test_where_and_when_of_a_body_is_told_of_all_its_meetings(
    reefs: Generation, question: str
) -> None:
    assert answer(reefs, question).text == "3 meetings: Suva 2015, Apia 2016 and Nadi 2018."


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Who attended every CEG-R?", "Fiji: listed at"),
        (
            "When were the 2nd and 3rd CEG-R held?",
            "Coastal Experts Group on Reefs Suva 2015 (4 May",
        ),
        ("Who chaired in Suva and in Apia?", "Coastal Experts Group on Reefs Suva 2015 (4 May"),
        ("Who attended the 2nd CEG-R but not the 3rd?", "Tonga: listed at"),
        ("Who attended both the 3rd and the 4th CEG-R?", "Fiji, Kiribati and Nauru: listed at"),
        ("Were Samoa and Nauru at the 3rd CEG-R?", "Yes: Samoa and Nauru are listed"),
        ("Were Samoa and Tonga at the 3rd CEG-R?", "Samoa is listed"),
        ("Were Japan and Tonga at the 3rd CEG-R?", "Not stated: Japan and Tonga are not listed"),
        ("Did more states attend in Apia than in Suva?", "Listed are 4 delegations at"),
        ("Which came first, Nadi or Suva?", "Coastal Experts Group on Reefs Suva 2015 (4 May"),
        ("Which was the largest CEG-R?", "Coastal Experts Group on Reefs Apia 2016"),
        ("Compare attendance at Suva and Apia", "Listed are 3 delegations at"),
    ],
)
def test_several_meetings_and_delegations_are_set_side_by_side(
    reefs: Generation, question: str, start: str
) -> None:
    assert answer(reefs, question).text.startswith(start)


def in_group(found: Answer, group: str) -> list[str]:
    return [line.text for line in found.lines if line.group == group]


def everything(found: Answer) -> str:
    return "\n".join([found.text, *(line.text for line in found.lines)])
