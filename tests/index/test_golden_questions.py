"""The golden questions, and those kept outside: quotes are verbatim, figures hold a floor."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index.answers import Answer
from index.assistant import answer
from index.evaluation import read_questions, score_questions
from index.evaluation.questions import QuestionScores
from index.generation import Generation
from tests.index.generations import generation_of_folder

GOLDEN = Path(__file__).parents[2] / "corpus" / "golden.json"


@pytest.fixture(scope="module")
def golden(shipped: Generation) -> QuestionScores:
    return score_questions(read_questions(GOLDEN.read_bytes()), asking(shipped))


def asking(generation: Generation) -> Callable[[str], Answer]:
    return lambda question: answer(generation, question)


def test_every_quote_is_a_slice_of_a_paragraph_that_resolves(
    golden: QuestionScores, shipped: Generation
) -> None:
    for result in golden.results:
        for quotation in result.answer.citations:
            resolved = shipped.resolve(quotation.citation)
            assert resolved is not None
            assert quotation.text == resolved[1].text
            assert quotation.quote
            assert quotation.quote in quotation.text


def test_the_first_line_of_a_passage_is_in_the_documents_words(golden: QuestionScores) -> None:
    for result in golden.results:
        if result.answer.kind == "passages":
            texts = [each.text for each in result.answer.citations]
            lines = result.answer.text.split(", ")  # of a signature, each by itself
            said = result.answer.text in texts[0]
            assert said or all(any(line in text for text in texts) for line in lines)


def test_a_refusal_says_so_and_why(golden: QuestionScores) -> None:
    for result in golden.results:
        if result.answer.abstained:
            assert result.answer.reason
            assert not result.answer.text_sources


def test_the_right_paragraph_is_cited(golden: QuestionScores) -> None:
    assert golden.recall(1) >= 0.76
    assert golden.recall(3) >= 0.78
    assert golden.said() >= 0.75


def test_what_is_not_stated_is_refused_and_little_else(golden: QuestionScores) -> None:
    assert golden.abstained_correctly() >= 0.9
    assert golden.wrongly_abstained() <= 0.15


@pytest.mark.parametrize(
    ("folder", "texts", "first", "in_three"),
    [("gold", "corpus", 0.75, 0.9), ("wild", "wild/corpus", 0.75, 0.9)],
)
def test_questions_kept_outside_hold_their_floor(
    folder: str, texts: str, first: float, in_three: float
) -> None:
    shared = os.environ.get("RAPPORTEUR_SHARED")
    if not shared:
        pytest.skip("RAPPORTEUR_SHARED does not name the folder of the questions kept outside")
    generation = generation_of_folder(Path(shared) / texts)
    questions = read_questions((Path(shared) / folder / "questions.json").read_bytes())
    scores = score_questions(questions, asking(generation))
    assert scores.recall(1) >= first
    assert scores.recall(3) >= in_three
    assert scores.said() >= 0.9
    assert scores.abstained_correctly() >= 0.9
    assert scores.wrongly_abstained() <= 0.05
