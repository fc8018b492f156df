"""A conversation: a follow-up completed by what was said before, and what to remember."""

from dataclasses import replace

from index.answering.refusals import possible_meetings
from index.answering.small_talk import is_small_talk
from index.answers import Answer, AnswerKind
from index.conversing.completing import FollowUpQuestion
from index.conversing.ellipsis import read_follow_up
from index.conversing.rewriting import without_meeting
from index.conversing.turns import (
    MOST_CITATIONS,
    MOST_MEETINGS,
    MOST_TURNS,
    Context,
    Turn,
    Understood,
    choices_of,
)
from index.finding import find_meeting
from index.generation import Generation
from index.understanding.questions import understand
from index.wordlists import load


def resolve(generation: Generation, context: Context, text: str) -> Understood:
    """Complete a text by its context; one that is whole by itself stays as it is.

    Raises:
        NotFoundError: it means the next or the previous meeting, and there is none.
    """
    alone = Understood("ask", {"question": text})
    if not context.turns or is_small_talk(text):
        return alone
    leaning = read_follow_up(text)
    if leaning.source:
        return _source(context) or alone
    if not context.turns[-1].question and not leaning.item:
        return alone
    return FollowUpQuestion(generation, context, leaning).completed() or alone


def follow(
    generation: Generation, context: Context, understood: Understood, answer: Answer
) -> Context:
    """The context after an answer; showing sources changes nothing.

    Of several questions asked at once, each is a turn.
    """
    if answer.parts:
        for part in answer.parts:
            options = {"question": part.asked} | ({"meeting": part.meeting} if part.meeting else {})
            context = follow(generation, context, Understood("ask", options), part.answer)
        return context
    question = _question_of(understood)
    if not question or answer.kind is AnswerKind.TALK:
        return (
            context if understood.command in ("source", "ask") else _with_sources(context, answer)
        )
    meeting = understood.options.get("meeting")
    asked = understand(generation, question)
    chosen = (find_meeting(generation, meeting),) if meeting else asked.meetings.found
    if not meeting and asked.meeting is not None:
        chosen = (asked.meeting,)
    turn = Turn(
        question=question if meeting or asked.speaks_of_rilons else without_meeting(asked),
        kind=answer.kind,
        meetings=tuple(each.id for each in chosen[:MOST_MEETINGS]),
        shown=_shown(generation, answer),
        delegations=tuple(each.name for each in asked.delegations),
        citations=_cited(answer),
        asked=question,
        lent=meeting or "",
    )
    return Context((*context.turns, turn)[-MOST_TURNS:])


def _shown(generation: Generation, answer: Answer) -> str:
    """The id of the meeting whose document a passage is from, or a whole list; else ""."""
    if answer.abstained:
        return ""
    first = answer.citations[:1] if answer.kind is AnswerKind.PASSAGES else answer.citations
    reported = {generation.reported.get(each.citation.document) for each in first}
    only = reported.pop() if len(reported) == 1 else None
    return only.id if only else ""


def _with_sources(context: Context, answer: Answer) -> Context:
    """The context after an answer that was no question's: what it shows can be asked for."""
    if not answer.citations:
        return context
    *before, last = context.turns or (Turn(""),)
    return Context((*before, replace(last, kind=answer.kind, citations=_cited(answer))))


def _cited(answer: Answer) -> tuple[str, ...]:
    return tuple(str(each.citation) for each in answer.citations[:MOST_CITATIONS])


def _question_of(understood: Understood) -> str:
    """The question that a command stands for; "" where it opens no conversation."""
    if understood.command == "ask":
        return understood.options.get("question", "")
    form: str = load("conversation")["commands"].get(understood.command, "")
    try:
        return form.format(**understood.options)
    except KeyError:
        return ""


def _source(context: Context) -> Understood | None:
    citations = context.turns[-1].citations
    if not citations:
        return None
    return Understood(
        "source", {"citation": " ".join(citations)}, "sources", "of the answer before"
    )


def offered(
    generation: Generation, understood: Understood, answer: Answer
) -> tuple[tuple[str, str], ...]:
    """Other meetings that may be meant: labels and ids.

    They are those of `understood`; of a question that fits several meetings and was not
    answered for that, these.
    """
    if understood.alternatives or understood.command != "ask" or not answer.abstained:
        return understood.alternatives
    if answer.kind is not AnswerKind.MEETING or "meeting" in understood.options:
        return ()
    asked = understand(generation, understood.options["question"])
    found = possible_meetings(generation, asked)
    return choices_of(found) if len(found) > 1 else ()


def choose(generation: Generation, question: str, meeting: str) -> Understood:
    """A question that fits several meetings, about the one that was chosen."""
    asked = understand(generation, question)
    found = find_meeting(generation, meeting)
    options = {"question": without_meeting(asked), "meeting": found.id}
    return Understood("ask", options, found.label, "as chosen")
