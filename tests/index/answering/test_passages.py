"""Which passages answer whatever the meeting: a sentence that says all that is asked."""

import pytest

from index.answering.passages import outright_answer
from index.generation import Generation
from index.understanding.questions import understand
from tests.index.generations import LAGOON, generation_of

HARBOUR = """Harbour Forum, First Meeting

The first meeting of the Harbour Forum was held in Apia, Samoa on 3 March 2016.

Pilots promised to prepare a chart of the reefs for the Third Quay Conference in 2018.
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
