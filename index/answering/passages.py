"""Answers from passages: the best paragraphs for a question, or an honest "not stated"."""

from collections.abc import Sequence

from index.answering.concepts import Concept, concepts_of
from index.answering.conditions import meets, speaks_of
from index.answering.items import among
from index.answering.judging import Judged, judge
from index.answers import Answer, AnswerKind
from index.generation import Generation
from index.quoting import Quoter
from index.understanding.questions import Question
from index.wording import count_text

_CONSIDERED = 5  # passages that may answer: one that ranks lower says it by accident
_SHOWN = 3  # passages quoted: more is a search, not an answer
_COVERED = 0.35  # share of a question's weight that a paragraph must express to answer it
_COVERED_TO_CONFIRM = 0.4  # and where "yes" or "no" would answer
_COVERED_BY_KEYWORDS = 0.5  # and of words that are no question
_COVERED_BESIDE_FOCUS = 0.7  # and where the very thing that is asked for is not named
_ALIKE = 0.5  # cosine from which a sentence says in other words what the question asks
_IN_OTHER_WORDS = 0.2  # less of its own words that it must hold then


def passages_answer(generation: Generation, asked: Question) -> Answer:
    """The best passages, or an abstention with the nearest where none covers the question."""
    concepts = concepts_of(generation, asked.about, asked.wants.names)
    judged = judge(generation, asked, concepts, among(generation, asked))
    fitting = [each for each in judged[:_CONSIDERED] if _answers(generation, each, concepts, asked)]
    quoter = Quoter(generation)
    for each in fitting[:_SHOWN] or judged[:_SHOWN]:
        quoter.cite(each.citation, each.quote, round(each.score, 4))
    searched = len(generation.documents)
    stated = bool(fitting)
    reason = "No paragraph holds both what the question is about and what it asks of it."
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES if stated else AnswerKind.NONE,
        text=fitting[0].quote if stated else f"Not stated in {count_text(searched, 'document')}.",
        text_sources=(1,) if stated else (),
        citations=quoter.quotations,
        abstained=not stated,
        reason="" if stated else reason,
        searched=searched,
        understood=asked.meeting.label if asked.meeting else "",
    )


def _answers(
    generation: Generation, judged: Judged, concepts: Sequence[Concept], asked: Question
) -> bool:
    """Whether a passage says enough of what was asked, and holds all that an answer must."""
    least = _COVERED_TO_CONFIRM if asked.wants.confirms else _COVERED
    if not asked.wants.asks:
        least = _COVERED_BY_KEYWORDS
    if not speaks_of(judged.indexed, asked.wants.focus):
        least = _COVERED_BESIDE_FOCUS
    if judged.alike >= _ALIKE:
        least -= _IN_OTHER_WORDS
    return judged.covered >= least and meets(generation, judged.indexed, concepts, asked)
