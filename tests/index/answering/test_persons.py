"""Who a person is, is told by the lines below a signature or by a sentence, and by nothing else."""

import pytest

from index.assistant import answer
from index.generation import Generation
from tests.index.generations import LAGOON, generation_of

SIGNED = """Fourth Senior Officials' Meeting of the Lagoon Process

Location: Honiara, Solomon IslandsDate: 3 - 4 March 2015

The fourth Senior Officials' Meeting of the Lagoon Process was held in Honiara.

Mr Peter Wilmot, Director of Immigration of Solomon Islands, opened the meeting.

Participants met. The next Senior Officials' Meeting is to be held in Apia in May 2016.

Anna Leota

Ambassador for Border Matters

Ministry of Foreign Affairs

Samoa
"""


@pytest.fixture(scope="module")
def signed() -> Generation:
    return generation_of({**LAGOON, "honiara.txt": SIGNED})


@pytest.mark.parametrize(
    "question",
    [
        "Who is Anna Leota?",
        "who is anna leota",
        "What is Anna Leota's post?",
        "Which position does Ms Anna Leota hold?",
    ],
)
def test_a_signatory_is_told_by_the_post_below_the_name(signed: Generation, question: str) -> None:
    found = answer(signed, question)
    assert found.text.startswith("Anna Leota, Ambassador for Border Matters")
    assert all(quotation.text in found.text for quotation in found.citations)
    assert found.citations[0].text == "Ambassador for Border Matters"


def test_a_person_in_the_text_is_told_by_the_sentence(signed: Generation) -> None:
    found = answer(signed, "Who is Peter Wilmot?")
    assert "Director of Immigration" in found.text
    assert found.text in found.citations[0].text


def test_nobody_else_is_told(signed: Generation) -> None:
    assert answer(signed, "Who is Frank Sinatra?").abstained


@pytest.mark.parametrize(
    ("question", "abstained"),
    [
        ("When is the next Senior Officials' Meeting?", False),
        ("When is the next ministerial conference?", True),
        ("When is the next meeting?", True),
        ("Which company built the patrol boats?", True),
        ("Which hotel was the Apia meeting in?", True),
    ],
)
def test_what_is_to_come_or_named_by_its_kind_must_be_said(
    signed: Generation, question: str, abstained: bool
) -> None:
    found = answer(signed, question)
    assert found.abstained is abstained
    if not abstained:
        assert "May 2016" in found.text
