"""Measuring: answers against a file of questions, facts against a file of facts."""

from index.evaluation.facts import FactScores, GoldFacts, read_facts, score_facts
from index.evaluation.questions import (
    GoldQuestion,
    QuestionScores,
    read_questions,
    score_questions,
    shipped_questions,
)

__all__ = [
    "FactScores",
    "GoldFacts",
    "GoldQuestion",
    "QuestionScores",
    "read_facts",
    "read_questions",
    "score_facts",
    "score_questions",
    "shipped_questions",
]
