"""The assistant: a question becomes an answer, a fact where it asks for one, else passages."""

from collections.abc import Callable
from dataclasses import replace

from index.answers import Answer, AnswerKind, Line
from index.errors import InputError
from index.generation import Generation
from index.meeting_names import overlap, words_of
from index.passages import action_passages, passages_answer
from index.questions import Intent, Question, understand
from index.quoting import Quoter
from index.replies.attendance import attendance_answer, meeting_text, presence_answer
from index.replies.delegation import attended_answer, delegation_answer
from index.replies.glossary import glossary_answer
from index.replies.meetings import meeting_answer, meetings_answer
from index.replies.rilons import rilon_answer, rilons_reply

_Handler = Callable[[Generation, Question], Answer | None]


def answer(generation: Generation, question: str, meeting: str | None = None) -> Answer:
    """Answer a question from one generation; `meeting` narrows it to one.

    CPU only, and not for the event loop.

    Raises:
        InputError: the question is empty.
        NotFoundError, AmbiguousError: `meeting` cannot be told.
    """
    if not question.strip():
        raise InputError("Ask a question, such as: Who attended the Perth meeting?")
    asked = understand(generation, question, meeting)
    for handler in _HANDLERS:
        found = handler(generation, asked)
        if found is not None:
            return replace(found, question=question.strip())
    return replace(passages_answer(generation, asked), question=question.strip())


def _glossary(generation: Generation, asked: Question) -> Answer | None:
    """ "What does DESC stand for?", with nothing asked of it but its meaning."""
    if not asked.asks_for(Intent.GLOSSARY) or not asked.acronyms:
        return None
    return glossary_answer(generation, asked.acronyms)


def _rilon(generation: Generation, asked: Question) -> Answer | None:
    """ "Where do RILONs exist?", "Is there a RILON in Pakistan?"."""
    if not asked.speaks_of_rilons or not asked.asks_for(Intent.RILON):
        return None
    if asked.rilon is not None:
        return rilon_answer(generation, asked.rilon)
    if asked.place:
        return _no_rilon(generation, asked.place)
    return rilons_reply(generation)


def _no_rilon(generation: Generation, place: str) -> Answer:
    every = rilons_reply(generation)
    reason = f"No document speaks of a RILON in {place}."
    return replace(
        every,
        text=f"Not stated: no document speaks of a RILON in {place}.",
        abstained=True,
        reason=reason,
        understood=f"RILON {place}",
    )


def _attended(generation: Generation, asked: Question) -> Answer | None:
    """ "Which meetings did the Philippines attend?"."""
    attends = asked.asks_for(Intent.ATTENDANCE) and not asked.meetings.named
    if not attends or len(asked.delegations) != 1 or _topic(asked):
        return None
    return attended_answer(generation, asked.delegations[0])


def _delegation(generation: Generation, asked: Question) -> Answer | None:
    """Just the name of a delegation: "Sri Lanka"."""
    bare = set(words_of(asked.plain)) - set(words_of("the tell me about what of"))
    if len(asked.delegations) != 1 or asked.meetings.named:
        return None
    own = set(words_of(asked.delegations[0].name))
    return delegation_answer(generation, asked.delegations[0]) if bare <= own else None


def _chairs(generation: Generation, asked: Question) -> Answer | None:
    """ "Who co-chaired the Auckland meeting?"."""
    if not asked.asks_for(Intent.CHAIRS) or not asked.meetings.named or _topic(asked):
        return None
    meeting = asked.meeting
    if meeting is None or not meeting.co_chairs:
        return _which(generation, asked) if meeting is None else None
    return meeting_answer(generation, meeting)


def _held(generation: Generation, asked: Question) -> Answer | None:
    """ "When and where was the fifth TEWG held?"."""
    if not asked.asks_for(Intent.HELD) or not asked.meetings.named or _topic(asked):
        return None
    meeting = asked.meeting
    return meeting_answer(generation, meeting) if meeting else _which(generation, asked)


def _meetings(generation: Generation, asked: Question) -> Answer | None:
    """ "What meetings took place in 2011?"."""
    if not asked.asks_for(Intent.MEETINGS) or asked.delegations or _topic(asked, 1):
        return None
    found = asked.meetings.found if asked.meetings.named else generation.facts.meetings
    dated = [m for m in found if all(overlap(d, m.dates) for d in asked.meetings.dates)]
    ordered = sorted(dated, key=lambda m: m.dates.start.isoformat() if m.dates else "9")
    return meetings_answer(generation, tuple(ordered))


def _attendance(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended the Perth meeting?", "Was Canada in Auckland?"."""
    if not asked.asks_for(Intent.ATTENDANCE) and not asked.capacities:
        return None
    if not asked.meetings.named or _topic(asked):
        return None
    meeting = asked.meeting
    if meeting is None:
        return _which(generation, asked)
    if len(asked.delegations) == 1:
        return presence_answer(generation, meeting, asked.delegations[0])
    return attendance_answer(generation, meeting, asked.capacities)


def _actions(generation: Generation, asked: Question) -> Answer | None:
    """ "Which action items are open for the Maldives?", "Who has to write the questionnaire?"."""
    if not asked.asks_for(Intent.ACTIONS):
        return None
    if asked.meetings.named and not asked.meetings.found:
        return _which(generation, asked)
    return action_passages(generation, asked)


def _unknown_meeting(generation: Generation, asked: Question) -> Answer | None:
    """A question about a meeting that no document knows is never answered about another."""
    if asked.meetings.named and not asked.meetings.found:
        return _which(generation, asked)
    return None


def _which(generation: Generation, asked: Question) -> Answer:
    """Abstain: the meeting is unknown, or several fit and the question does not say which."""
    quoter = Quoter(generation)
    found = asked.meetings.found
    lines = tuple(
        Line(meeting_text(meeting), (quoter.cite(meeting.citation),), "Which of these?")
        for meeting in found
    )
    reason = (
        f"The question fits {len(found)} meetings."
        if found
        else "No document knows the meeting that the question names."
    )
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=reason if found else f"Not stated: {reason[0].lower()}{reason[1:]}",
        lines=lines,
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=" or ".join(meeting.label for meeting in found[:3]),
    )


def _topic(asked: Question, allowed: int = 0) -> bool:
    """Whether the question holds words that the intent and the names do not account for."""
    return len(asked.rest) > allowed


_HANDLERS: tuple[_Handler, ...] = (
    _glossary,
    _rilon,
    _attended,
    _delegation,
    _meetings,
    _chairs,
    _attendance,
    _held,
    _actions,
    _unknown_meeting,
)
