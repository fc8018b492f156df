"""Answers are measured by what they cite, what they say, and what they refuse."""

import json
from functools import partial
from typing import Any

import pytest

from index.assistant import answer
from index.errors import InputError
from index.evaluation import QuestionScores, read_questions, score_questions
from index.generation import Generation

CITED: dict[str, Any] = {
    "question": "What did Tonga say about patrol boats?",
    "kind": "passages",
    "file": "apia.txt",
    "snippet": "patrol boats are too few",
    "answer": ["northern islands"],
}
REFUSED: dict[str, Any] = {"question": "Who won the World Cup?", "kind": "none"}


def scored(generation: Generation, *questions: dict[str, Any]) -> QuestionScores:
    gold = read_questions(json.dumps(questions).encode())
    return score_questions(gold, partial(answer, generation))


def test_a_right_answer_and_a_right_refusal_count(lagoon: Generation) -> None:
    scores = scored(lagoon, CITED, REFUSED)
    assert scores.misses() == ()
    assert scores.summary() == {
        "questions": 2,
        "recall@1": 1,
        "recall@3": 1,
        "recall@10": 1,
        "mrr": 1,
        "said": 1,
        "answered": 1,
        "abstained_correctly": 1,
        "wrongly_abstained": 0,
    }


def test_each_style_of_wording_has_figures_of_its_own(lagoon: Generation) -> None:
    missed = {**CITED, "style": "paraphrase", "snippet": "no such words"}
    scores = scored(lagoon, {**CITED, "style": "plain"}, missed, REFUSED)
    assert scores.styles() == ("plain", "paraphrase")
    assert scores.of_style("plain").recall(1) == 1
    assert scores.of_style("paraphrase").recall(1) == 0


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ({"snippet": "no such words"}, "recall@10"),
        ({"file": "suva.txt"}, "recall@1"),
        ({"answer": ["southern islands"]}, "said"),
    ],
)
def test_a_wrong_answer_is_a_miss(lagoon: Generation, change: dict[str, Any], figure: str) -> None:
    scores = scored(lagoon, {**CITED, **change})
    assert scores.summary()[figure] == 0
    assert len(scores.misses()) == 1


def test_refusing_what_is_stated_is_counted(lagoon: Generation) -> None:
    scores = scored(lagoon, {**REFUSED, "kind": "passages"})
    assert scores.wrongly_abstained() == 1


def test_answering_what_is_not_stated_is_counted(lagoon: Generation) -> None:
    scores = scored(lagoon, {**CITED, "kind": "none", "snippet": None, "answer": None})
    assert scores.abstained_correctly() == 0


def test_another_snippet_may_answer_as_well(lagoon: Generation) -> None:
    other = {"snippet": "no such words", "alt_snippets": ["patrol boats are too few"]}
    assert scored(lagoon, {**CITED, **other}).recall(1) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"[3]", b'[{"kind": "none"}]'])
def test_no_list_of_questions_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_questions(content)
