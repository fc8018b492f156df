"""Honest refusals: what is not stated, with the nearest paragraphs."""

from collections.abc import Iterable, Sequence

from corpus.documents import Citation
from corpus.facts import Meeting
from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.quoting import Quoter
from index.replies.attendance import meeting_text
from index.understanding.named_meetings import by_date
from index.understanding.questions import Question

_OPENINGS = ("No", "Nobody", "None", "The")
_SHOWN = 10  # meetings to choose from: more is a list, not a question


def not_stated(
    generation: Generation,
    kind: AnswerKind,
    reason: str,
    nearest: Iterable[Citation] = (),
    understood: str = "",
) -> Answer:
    """Refuse, with the paragraphs that come nearest; `reason` is a whole sentence."""
    quoter = Quoter(generation)
    for citation in nearest:
        quoter.cite(citation)
    return Answer(
        question="",
        kind=kind,
        text=f"Not stated: {_inside(reason)}",
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=understood,
    )


def _inside(reason: str) -> str:
    """A sentence as the second part of one; a name with which it begins keeps its capital."""
    return f"{reason[0].lower()}{reason[1:]}" if reason.split()[0] in _OPENINGS else reason


def which_meeting(generation: Generation, asked: Question) -> Answer:
    """Refuse: the meeting is unknown or unsaid, or several fit and none is told from the others."""
    found = asked.meetings.found
    if found:
        reason, heading = f"The question fits {len(found)} meetings.", "Which of these?"
    elif asked.meetings.named:
        reason = "No document knows the meeting that the question names."
        heading = "Known are"
    else:
        reason, heading = "The question does not say which meeting is meant.", "Which of these?"
        found = possible_meetings(generation, asked)
    quoter = Quoter(generation)
    lines = tuple(
        Line(meeting_text(meeting), (quoter.cite(meeting.citation),), heading)
        for meeting in _newest(found or asked.meetings.near)
    )
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=reason if found else f"Not stated: {_inside(reason)}",
        lines=lines,
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=" or ".join(meeting.label for meeting in asked.meetings.found[:3]),
    )


def possible_meetings(generation: Generation, asked: Question) -> tuple[Meeting, ...]:
    """The meetings that a question may mean: those that fit; where it names none, the reported."""
    if asked.meetings.named:
        return asked.meetings.found
    return tuple(by_date(each for each in generation.facts.meetings if each.reported_by))[::-1]


def _newest(meetings: Sequence[Meeting]) -> Sequence[Meeting]:
    """The meetings to choose from: all if they are few, else the newest."""
    if len(meetings) <= _SHOWN:
        return meetings
    return by_date(meetings)[: -_SHOWN - 1 : -1]
