"""Which meetings a question names; no answer speaks of another."""

import pytest

from corpus.facts import Meeting
from index.answering.paragraph_numbers import numbers_about
from index.answers import Answer
from index.assistant import answer
from index.generation import Generation
from index.understanding.named_meetings import named_meetings
from tests.index.generations import generation_of
from tests.index.reefs import REEFS

ASKED = [
    "Who attended the {label} meeting?",
    "Who co-chaired the {label} meeting?",
    "What was agreed on training at the {label} meeting?",
    "Which countries spoke of smuggling at the meeting {label}?",
]


def labels(generation: Generation, question: str) -> set[str]:
    return {meeting.label for meeting in named_meetings(generation, question).found}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Who attended the Apia meeting?", "Apia"),
        ("who was at the talks in samoa", "Apia"),
        ("Was Tonga at the Samoa meeting?", "Apia"),
        ("the 3rd SOM", "Suva"),
        ("When did the senior officials meet for the third time?", "Suva"),
        ("Who attended in September 2014?", "Suva"),
        ("What did the second senior officials' meeting discuss?", "Apia"),
        ("SOM 2 participants", "Apia"),
    ],
)
def test_a_meeting_is_named_by_place_number_body_or_date(
    lagoon: Generation, question: str, place: str
) -> None:
    assert {meeting.city for meeting in named_meetings(lagoon, question).found} == {place}


@pytest.mark.parametrize(
    "question",
    [
        "Who attended the Honiara meeting?",
        "Who was at the meeting in Paris?",
        "What did the 9th SOM decide?",
        "Who attended the Apia meeting of 2011?",
    ],
)
def test_an_unknown_meeting_is_named_but_not_found(lagoon: Generation, question: str) -> None:
    named = named_meetings(lagoon, question)
    assert named.named
    assert not named.found


@pytest.mark.parametrize(
    "question",
    [
        "What did Tonga say about patrol boats?",
        "Where do RILONs exist?",
        "Is the Apia RILON open?",
        "What happens at the next meeting?",
    ],
)
def test_a_question_about_something_else_names_none(lagoon: Generation, question: str) -> None:
    assert not named_meetings(lagoon, question).found


@pytest.mark.parametrize(
    "question",
    [
        "Who attended both the Apia and the Suva meeting?",
        "Who was in Apia as well as in Suva in September 2014?",
        "Which delegations attended the 2nd SOM in Apia and the 3rd SOM in Suva?",
    ],
)
def test_two_meetings_may_be_named_at_once(lagoon: Generation, question: str) -> None:
    assert [meeting.city for meeting in named_meetings(lagoon, question).several] == [
        "Apia",
        "Suva",
    ]


@pytest.mark.parametrize("asked", ASKED)
def test_no_answer_cites_another_meeting_than_the_named_one(
    shipped: Generation, asked: str
) -> None:
    for meeting in shipped.facts.meetings:
        found = answer(shipped, asked.format(label=meeting.label))
        same = [m for m in shipped.facts.meetings if m.label == meeting.label]
        assert cited(shipped, found) <= set(numbers_about(shipped, same)), meeting.label


@pytest.mark.parametrize("asked", ASKED)
def test_no_answer_cites_another_documents_meeting(shipped: Generation, asked: str) -> None:
    reported = {m.id: m for m in shipped.reported.values()}
    for meeting in reported.values():
        found = answer(shipped, asked.format(label=meeting.label))
        for quotation in found.citations:
            other = shipped.reported.get(quotation.citation.document)
            mentioned = quotation.citation in (meeting.citation, *meeting.mentions)
            assert other == meeting or mentioned or names(quotation.text, meeting)


def names(text: str, meeting: Meeting) -> bool:
    return (meeting.city or "") in text or (meeting.body in text)


def cited(generation: Generation, found: Answer) -> set[int]:
    numbers = {each.citation: place for place, each in enumerate(generation.indexed)}
    return {numbers[each.citation] for each in found.citations if each.citation in numbers}


@pytest.fixture(scope="module")
def tides() -> Generation:
    return generation_of(
        {
            "conference.txt": "First Ministerial Conference\n\nLocation: SuvaDate: 3 May 2012\n\n"
            "The first Tides Ministerial Conference took place in Suva, Fiji, on 3 May 2012.\n",
            "workshop.txt": "First Workshop on Buoys\n\nApia, Samoa, 5 June 2013\n\n"
            "The first Workshop on Buoys was held in Apia, Samoa, on 5 June 2013.\n",
            "group.txt": "Second Meeting of the Acoustic Sonar Panel\n\nNadi, Fiji, 7 July 2014\n\n"
            "The second meeting of the Acoustic Sonar Panel was held in Nadi on 7 July 2014.\n",
        }
    )


@pytest.mark.parametrize(
    ("question", "cities"),
    [
        ("Where was the first ministerial conference held?", {"Suva"}),
        ("Who attended the first workshop?", {"Apia"}),
        ("When was the last ministerial conference?", {"Suva"}),
        ("When was the first meeting?", {"Suva", "Apia"}),
        ("Which meetings did Canada attend as an observer?", set()),
    ],
)
def test_where_several_fit_those_of_the_kind_that_is_asked_for_are_meant(
    tides: Generation, question: str, cities: set[str]
) -> None:
    assert {meeting.city for meeting in named_meetings(tides, question).found} == cities


@pytest.fixture(scope="module")
def reefs() -> Generation:
    return generation_of(REEFS)


@pytest.mark.parametrize(
    ("question", "cities"),
    [
        ("CEG-R 3 attendance", {"Apia"}),
        ("Who attended the 4th CEG-R?", {"Nadi"}),
        ("Who chairs CEG-R?", {"Suva", "Apia", "Nadi"}),
        ("Where were the CEG-Rs held?", {"Suva", "Apia", "Nadi"}),
        ("the 9th CEG-R", set()),
    ],
)
def test_the_short_form_that_the_glossary_explains_names_a_body(
    reefs: Generation, question: str, cities: set[str]
) -> None:
    named = named_meetings(reefs, question)
    assert named.named
    assert {meeting.city for meeting in named.found} == cities
