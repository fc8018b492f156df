"""Answers from passages: the best paragraphs for a question, or an honest "not stated"."""

from collections.abc import Sequence
from itertools import islice

from corpus.documents import Citation, Paragraph
from index.answering.answerable import is_answer
from index.answering.concepts import concepts_of
from index.answering.conditions import meets
from index.answering.items import among
from index.answering.judging import Judged, judge
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.quoting import Quoter
from index.understanding.questions import Question
from index.wording import count_text

_CONSIDERED = 5  # passages that may answer: one that ranks lower says it by accident
_SHOWN = 3  # passages quoted: more is a search, not an answer
_ITEMS = 12  # of a list, as many as one message holds
_OUTRIGHT = 0.87  # share of a question in one sentence that needs no meeting to be understood by


def passages_answer(generation: Generation, asked: Question) -> Answer:
    """The best passages, or an abstention with the nearest where none covers the question.

    Beside one that weighs enough stand others that hold as many of the names and kinds of words.
    """
    concepts = concepts_of(generation, asked.about, asked.wants.names)
    judged = judge(generation, asked, concepts, among(generation, asked))
    fitting = [
        each for each in judged[:_CONSIDERED] if meets(generation, each.indexed, concepts, asked)
    ]
    unsure = {each.citation: not is_answer(generation, each, asked) for each in fitting}
    if all(unsure.values()):
        unknown = bool(asked.meetings.words) and not asked.meetings.found
        stated = _outright(generation, asked) if unknown else []  # of a known one, its own tell
        return _answer(generation, asked, stated, judged)
    fitting.sort(key=lambda each: unsure[each.citation])
    return _answer(generation, asked, fitting, judged)


def outright_answer(generation: Generation, asked: Question) -> Answer | None:
    """Passages in any document that say in a sentence all that is asked, names of meetings too."""
    stated = _outright(generation, asked)
    return _answer(generation, asked, stated, stated) if stated else None


def _outright(generation: Generation, asked: Question) -> list[Judged]:
    concepts = concepts_of(generation, asked.text, asked.wants.names)
    return [
        each
        for each in judge(generation, asked, concepts, None)[:_CONSIDERED]
        if each.reading.said_at_once() >= _OUTRIGHT
        and meets(generation, each.indexed, concepts, asked)
    ]


def _answer(
    generation: Generation, asked: Question, fitting: Sequence[Judged], judged: Sequence[Judged]
) -> Answer:
    """Quote what fits; where nothing does, the best of what was judged, as no answer."""
    quoter = Quoter(generation)
    for each in (fitting or judged)[:_SHOWN]:
        quoter.cite(each.citation, each.quote, round(each.score, 4))
    listed = _listed(fitting[0]) if fitting else []
    lines = [Line(item.text, (quoter.cite(where),)) for where, item in listed]
    stated = bool(fitting)
    searched = len(generation.documents)
    reason = "No paragraph holds both what the question is about and what it asks of it."
    return Answer(
        question="",
        kind=AnswerKind.PASSAGES if stated else AnswerKind.NONE,
        text=fitting[0].quote if stated else f"Not stated in {count_text(searched, 'document')}.",
        text_sources=(1,) if stated else (),
        lines=tuple(lines),
        citations=quoter.quotations,
        abstained=not stated,
        reason="" if stated else reason,
        searched=searched,
        understood=asked.meeting.label if asked.meeting else "",
    )


def _listed(judged: Judged) -> list[tuple[Citation, Paragraph]]:
    """The first items of the list that the quote of a passage introduces, if it does."""
    document, paragraph = judged.indexed.document, judged.indexed.paragraph
    below = document.paragraphs[paragraph.ordinal :]
    items = (each for each in below if each.lead_ordinal == paragraph.ordinal)
    said = (each for each in items if judged.quote.endswith(each.lead))
    return [(document.cite(each), each) for each in islice(said, _ITEMS)]
