"""Which passages answer whatever the meeting, and what is quoted with them."""

import pytest

from index.answering.items import among
from index.answering.passages import outright_answer
from index.assistant import answer
from index.generation import Generation
from index.understanding.questions import understand
from tests.index.generations import LAGOON, generation_of

HARBOUR = """Harbour Forum, First Meeting

The first meeting of the Harbour Forum was held in Apia, Samoa on 3 March 2016.

Pilots promised to prepare a chart of the reefs for the Third Quay Conference in 2018.

The keepers of the lights asked the pilots for the following:

• a newer chart;
• brighter lamps.
"""


@pytest.fixture(scope="module")
def harbour() -> Generation:
    return generation_of({"harbour.txt": HARBOUR, **LAGOON})


def test_a_sentence_that_says_all_needs_no_meeting_to_be_understood(harbour: Generation) -> None:
    question = "What did pilots promise to prepare for the Third Quay Conference?"
    found = outright_answer(harbour, understand(harbour, question))
    assert found is not None
    assert "chart of the reefs" in found.text


@pytest.mark.parametrize(
    "question",
    [
        "What did pilots promise to prepare for the Fourth Quay Conference?",
        "What did anglers promise to prepare for the Third Quay Conference?",
        "What did pilots promise to prepare for the Third Quay Conference in Suva, Fiji?",
    ],
)
def test_a_sentence_that_lacks_a_name_or_thing_does_not(harbour: Generation, question: str) -> None:
    assert outright_answer(harbour, understand(harbour, question)) is None


def test_a_passage_that_introduces_a_list_is_followed_by_its_items(harbour: Generation) -> None:
    found = answer(harbour, "What did the keepers of the lights ask the pilots for?")
    assert found.text == "The keepers of the lights asked the pilots for the following:"
    assert [line.text for line in found.lines] == ["a newer chart;", "brighter lamps."]
    assert [found.citations[line.sources[0] - 1].quote for line in found.lines] == [
        line.text for line in found.lines
    ]


def test_a_passage_that_introduces_none_stands_alone(harbour: Generation) -> None:
    found = answer(harbour, "What is said of the training of coast guards?")
    assert "coast guards" in found.text
    assert found.lines == ()


@pytest.mark.parametrize("question", ["Who chaired the first meeting of the Harbour Forum?"])
def test_a_chair_who_is_a_person_is_told_by_the_passage(question: str) -> None:
    chaired = HARBOUR.replace(
        "Pilots promised", "Ms Sefina Lafaele chaired the meeting. Pilots promised"
    )
    assert answer(generation_of({"harbour.txt": HARBOUR}), question).abstained
    assert "Sefina Lafaele" in answer(generation_of({"harbour.txt": chaired}), question).text


def test_words_for_a_meeting_mentioned_in_passing_may_name_something_else() -> None:
    mentioning = """Quay Dialogue

The Quay Dialogue met in Suva, Fiji on 2 May 2017. It recalled the Coral Sea Summit in March 2016.

Under the Coral Sea Compact, captains will plant mangroves in Nadi.

Tonga lent two ships to the captains.
"""
    corpus = generation_of({"quay.txt": mentioning})
    asked = understand(corpus, "What was planted after the Coral Sea Summit?")
    texts = [corpus.indexed[number].paragraph.text for number in among(corpus, asked) or ()]
    assert len(texts) == 2
    assert "mangroves" in texts[1]


def test_what_was_said_at_another_meeting_is_no_answer(lagoon: Generation) -> None:
    assert "passport reader" in answer(lagoon, "What did Samoa present in Apia?").text
    assert answer(lagoon, "What did Samoa present in Suva?").abstained
