"""Answers from passages: the best paragraphs for a question, or an honest "not stated"."""

from collections.abc import Iterable, Sequence

from corpus.facts import ActionItem
from index.answers import Answer, AnswerKind
from index.concepts import Concept, concepts_of
from index.conditions import meets, speaks_of
from index.generation import Generation
from index.judging import Judged, judge
from index.questions import Question
from index.quoting import Quoter
from index.replies.actions import action_line, actions_answer
from index.wording import count_text

_SHOWN = 3  # passages quoted: more is a search, not an answer
_COVERED = 0.5  # share of a question's weight that a paragraph must express to answer it
_COVERED_TO_CONFIRM = 0.55  # and where "yes" or "no" would answer
_COVERED_BESIDE_FOCUS = 0.7  # and where the very thing that is asked for is not named


def passages_answer(generation: Generation, asked: Question) -> Answer:
    """The best passages, or an abstention with the nearest where none covers the question."""
    concepts = concepts_of(generation, asked.about)
    judged = judge(generation, asked, concepts, _among(generation, asked))
    fitting = [each for each in judged if _answers(generation, each, concepts, asked)]
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


def action_passages(generation: Generation, asked: Question) -> Answer | None:
    """The action items that a question asks for; None where it is about something else."""
    items = _asked_items(generation, asked)
    if not asked.rest:
        by_due = not asked.meetings.found  # of one meeting, the order of its text says more
        understood = _understood(asked)
        return actions_answer(generation, items, understood, by_due=by_due) if items else None
    cited = {item.citation for item in items}
    numbers = [n for n, each in enumerate(generation.indexed) if each.citation in cited]
    judged = judge(generation, asked, concepts_of(generation, asked.topic), numbers)
    ranked = [
        item
        for each in judged
        if each.covered >= _COVERED
        for item in items
        if item.citation == each.citation and _overlap(item.text, each.quote)
    ][:_SHOWN]
    if not ranked:
        return None
    quoter = Quoter(generation)
    lines = tuple(action_line(quoter, item, item.status.value.capitalize()) for item in ranked)
    return Answer(
        question="",
        kind=AnswerKind.ACTIONS,
        text=ranked[0].text,
        text_sources=lines[0].sources[:1],
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=_understood(asked),
    )


def _overlap(one: str, other: str) -> bool:
    """Whether one slice of a paragraph holds the other."""
    return one in other or other in one


def _among(generation: Generation, asked: Question) -> list[int] | None:
    """The paragraphs of the meeting that the question names; None for all."""
    meeting = asked.meeting
    if meeting is None:
        return None
    mentions = {meeting.citation, *meeting.mentions}
    own = {d for d, reported in generation.reported.items() if reported.id == meeting.id}
    if not own:
        return None
    return [
        number
        for number, each in enumerate(generation.indexed)
        if each.document.id in own or each.citation in mentions
    ]


def _answers(
    generation: Generation, judged: Judged, concepts: Sequence[Concept], asked: Question
) -> bool:
    """Whether a passage says enough of what was asked, and holds all that an answer must."""
    least = _COVERED_TO_CONFIRM if asked.wants.confirms else _COVERED
    if not speaks_of(judged.indexed, asked.wants.focus):
        least = _COVERED_BESIDE_FOCUS
    return judged.covered >= least and meets(generation, judged.indexed, concepts, asked)


def _asked_items(generation: Generation, asked: Question) -> list[ActionItem]:
    items: Iterable[ActionItem] = generation.facts.actions
    if asked.meetings.found:
        wanted = {meeting.id for meeting in asked.meetings.found}
        own = {d for d, reported in generation.reported.items() if reported.id in wanted}
        items = [item for item in items if item.meeting in wanted]
        items.sort(key=lambda item: item.citation.document not in own)
    owners = {delegation.name for delegation in asked.delegations}
    return [item for item in items if not owners or owners.intersection(item.owners)]


def _understood(asked: Question) -> str:
    parts = [delegation.name for delegation in asked.delegations]
    parts += [asked.meeting.label] if asked.meeting else []
    return ", ".join(parts)
