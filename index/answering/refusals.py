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
from index.wording import list_text, ordinal_text

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
        reason, heading = _unknown(asked), "Known are"
    else:
        reason, heading = "The question does not say which meeting is meant.", "Which of these?"
        found = possible_meetings(generation, asked)
    quoter = Quoter(generation)
    lines = tuple(
        Line(_counted(meeting, asked), (quoter.cite(meeting.citation),), heading)
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


def _unknown(asked: Question) -> str:
    """Why no meeting is found: "No document knows the 9th SOM; the 2nd, 3rd and 5th are known."."""
    near, ordinals = asked.meetings.near, sorted(asked.meetings.ordinals)
    bodies = {meeting.body for meeting in near}
    if len(bodies) != 1 or len(ordinals) != 1:
        return "No document knows the meeting that the question names."
    known = sorted({meeting.ordinal for meeting in near if meeting.ordinal})
    verb = "is" if len(known) == 1 else "are"
    told = f"; known {verb} the {_numbers(known)}" if known else ""
    return f"No document knows the {ordinal_text(ordinals[0])} {bodies.pop()}{told}."


def _numbers(ordinals: Sequence[int]) -> str:
    """ "2nd, 3rd and 5th", "2nd to 7th"."""
    first, last = ordinals[0], ordinals[-1]
    if last - first + 1 == len(ordinals) > 2:
        return f"{ordinal_text(first)} to {ordinal_text(last)}"
    return list_text([ordinal_text(each) for each in ordinals])


def _counted(meeting: Meeting, asked: Question) -> str:
    """A meeting, with its number where the question counts meetings."""
    number = meeting.ordinal if asked.meetings.ordinals else None
    return f"{ordinal_text(number)}: {meeting_text(meeting)}" if number else meeting_text(meeting)


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
