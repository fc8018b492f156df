"""Questions about meetings as such: who attended, who chaired, when and where, and which."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import Capacity, DateRange, Meeting, Precision
from index.answering.passages import outright_answer, passages_answer
from index.answering.refusals import not_stated, which_meeting
from index.answers import Answer, AnswerKind
from index.facts import attendance_of
from index.generation import Generation
from index.meeting_names import names_of, overlap
from index.replies.actions import actions_answer
from index.replies.attendance import attendance_answer, meeting_text
from index.replies.brief import brief_answer
from index.replies.delegation import attended_answer
from index.replies.meetings import meeting_answer, meetings_answer
from index.replies.presence import (
    common_answer,
    difference_answer,
    presence_answer,
    presences_answer,
)
from index.understanding.intents import Intent, fits, kinds_of_meeting
from index.understanding.questions import Question
from index.wording import dates_text, list_text

_TWO = 2  # meetings, of which one is taken from the other


def attended(generation: Generation, asked: Question) -> Answer | None:
    """ "Which meetings did the Philippines attend?", "Maldives at meetings?"."""
    if len(asked.delegations) != 1 or asked.meetings.named or not is_plain(asked):
        return None
    if not asked.asks_for(Intent.ATTENDANCE) and not asked.asks_for(Intent.MEETINGS):
        return None
    wanted = asked.capacities - {Capacity.ABSENT, Capacity.ALSO_ATTENDED}
    confirms = asked.wants.confirms and bool(wanted)
    return attended_answer(generation, asked.delegations[0], wanted, confirms=confirms)


def chairs(generation: Generation, asked: Question) -> Answer | None:
    """ "Who co-chaired the Auckland meeting?"."""
    if not asked.asks_for(Intent.CHAIRS) or asked.asks_for(Intent.ACTIONS):
        return None  # "What did the co-chairs agree to do?"
    if not _names_one_plainly(asked):
        return None
    meeting = asked.meeting
    if meeting is None:
        return which_meeting(generation, asked)
    if meeting.co_chairs:
        found = meeting_answer(generation, meeting, chairs_first=True)
        return replace(found, text=f"{_chaired(asked, meeting)}{found.text}")
    told = passages_answer(generation, _of_a_person(asked))
    if not told.abstained:
        return told
    reason = f"No document says who chaired {meeting_text(meeting)}."
    nearest = (meeting.citation,)
    return not_stated(generation, AnswerKind.MEETING, reason, nearest, meeting.label)


def _of_a_person(asked: Question) -> Question:
    """The question, to be answered with the name of a person."""
    return replace(asked, wants=replace(asked.wants, person=True, focus=asked.wants.deed))


def _chaired(asked: Question, meeting: Meeting) -> str:
    """ "Yes: " or "No: " where the question is whether one delegation did."""
    if not asked.wants.confirms or len(asked.delegations) != 1:
        return ""
    return "Yes: " if asked.delegations[0].name in meeting.co_chairs else "No: "


def attendance(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended the Perth meeting?", "Was Canada in Auckland?", "Fiji in Suva?"."""
    named = len(asked.delegations) == 1 and not asked.intents
    members = asked.meeting is not None and fits("membership", asked.plain)
    if not (asked.asks_for(Intent.ATTENDANCE) or asked.capacities or named or members):
        return None
    if not _names_one_plainly(asked):
        return None
    several = asked.meetings.several or _both(asked)
    if several:
        capacities = asked.capacities - {Capacity.ALSO_ATTENDED}
        if fits("except_first", asked.plain) and len(several) == _TWO:
            return difference_answer(generation, *several[::-1])
        if fits("except", asked.plain) and len(several) == _TWO:
            return difference_answer(generation, *several)
        return common_answer(generation, several, capacities)
    meeting = asked.meeting
    if meeting is None:
        return which_meeting(generation, asked)
    if fits("besides", asked.plain):  # those named are known to be there
        return attendance_answer(generation, meeting, asked.capacities)
    if len(asked.delegations) == 1:
        wanted = asked.capacities - {Capacity.ABSENT, Capacity.ALSO_ATTENDED}
        return presence_answer(generation, meeting, asked.delegations[0], wanted)
    if asked.delegations:
        return presences_answer(generation, meeting, asked.delegations)
    counted = "number" in asked.wants.kinds
    return attendance_answer(generation, meeting, asked.capacities, counted=counted)


def outcomes(generation: Generation, asked: Question) -> Answer | None:
    """ "What was agreed in Apia?", "Summarise the Suva meeting", of a meeting as a whole."""
    agreed, told = fits("outcomes", asked.plain), fits("brief", asked.plain)
    about_one = is_plain(asked) and not (asked.delegations or asked.speaks_of_rilons)
    bare = bool(asked.meetings.dates) and not (asked.intents or asked.meetings.named)
    if not (agreed or told or bare) or not about_one or asked.period:
        return None
    if asked.meeting is None and asked.meetings.dates and not asked.meetings.named:
        return _held_then(generation, asked)
    if asked.meeting is None:
        unsaid = asked.meetings.found or not (asked.acronyms or asked.meetings.named)
        return which_meeting(generation, asked) if unsaid else None
    if not agreed:
        return brief_answer(generation, asked.meeting)
    items = [item for item in generation.facts.actions if item.meeting == asked.meeting.id]
    if not items:
        return None
    return actions_answer(generation, items, asked.meeting.label, by_due=False)


def _held_then(generation: Generation, asked: Question) -> Answer:
    """What happened in a time: the one meeting held then on a page, or the list of them."""
    dates = asked.meetings.dates
    held = [m for m in generation.facts.meetings if _held_in(m, dates)]
    if len(held) == 1:
        return brief_answer(generation, held[0])
    when = list_text([dates_text(day) for day in dates])
    if not held:
        return not_stated(
            generation, AnswerKind.MEETING, f"No document knows a meeting held in {when}."
        )
    return replace(meetings_answer(generation, tuple(sorted(held, key=_day))), understood=when)


def _held_in(meeting: Meeting, dates: Sequence[DateRange]) -> bool:
    """Whether a meeting was held in one of these times, as exactly as they are told."""
    if meeting.dates is None:
        return False
    vague = meeting.dates.precision is Precision.YEAR
    return any(
        overlap(each, meeting.dates) and (not vague or each.precision is Precision.YEAR)
        for each in dates
    )


def unsaid_meeting(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended?": of which meeting, only the asker knows."""
    about = {Intent.ATTENDANCE, Intent.CHAIRS, Intent.HELD}.intersection(asked.intents)
    named = asked.meetings.named or asked.delegations or asked.acronyms or asked.meetings.dates
    to_come = bool(asked.wants.coming)  # of a body that is named passages tell, if any do
    if not about or to_come or asked.speaks_of_rilons or not is_plain(asked):
        return None
    if asked.meetings.dates and not (asked.meetings.named or asked.delegations or asked.acronyms):
        return _who_then(generation, asked)
    return None if named else which_meeting(generation, asked)


def _who_then(generation: Generation, asked: Question) -> Answer | None:
    """ "Who attended in 2012?": of the one meeting of the time, else of which."""
    then = [m for m in generation.facts.meetings if _held_in(m, asked.meetings.dates)]
    stated = [m for m in then if attendance_of(generation, m)]
    found = replace(asked, meetings=replace(asked.meetings, found=tuple(stated), named=True))
    if len(stated) != 1:
        return which_meeting(generation, found) if stated else None
    return chairs(generation, found) or attendance(generation, found) or held(generation, found)


def held(generation: Generation, asked: Question) -> Answer | None:
    """ "When and where was the fifth TEWG held?", "the TEWG in Perth"."""
    if asked.delegations or asked.asks_for(Intent.ACTIONS):  # "When will it meet again?"
        return None
    if not (asked.asks_for(Intent.HELD) or _only_names(asked)) or not _names_one_plainly(asked):
        return None
    meeting = asked.meeting
    if meeting is None:
        return which_meeting(generation, asked)
    unknown = [
        word
        for word, known in (("when", meeting.dates), ("where", meeting.city or meeting.country))
        if not known and {"when": "date", "where": "place"}[word] in asked.wants.kinds
    ]
    if not unknown:
        return meeting_answer(generation, meeting)
    place = ", ".join(filter(None, (meeting.city, meeting.country)))
    known = place if unknown == ["when"] and "place" in asked.wants.kinds else ""
    if known:
        text = f"{meeting.label}: {known}; no document says {unknown[0]}."
        return replace(meeting_answer(generation, meeting), text=text)
    reason = f"No document says {unknown[0]} {meeting_text(meeting)} was held."
    nearest = (meeting.citation,)
    return not_stated(generation, AnswerKind.MEETING, reason, nearest, meeting.label)


def meetings(generation: Generation, asked: Question) -> Answer | None:
    """ "What meetings took place in 2011?"."""
    if not asked.asks_for(Intent.MEETINGS) or asked.asks_for(Intent.ACTIONS) or _both(asked):
        return None
    if asked.delegations or not is_plain(asked):
        return None
    found = asked.meetings.every if asked.meetings.named else generation.facts.meetings
    dated = [m for m in found if not asked.meetings.dates or _held_in(m, asked.meetings.dates)]
    if asked.period:
        dated = [m for m in dated if asked.period.holds(m.dates)]
    of_kind = [m for m in dated if kinds_of_meeting(asked.plain) <= names_of(m).words]
    understood = asked.period.told if asked.period else ""
    return replace(
        meetings_answer(generation, tuple(sorted(of_kind, key=_day))), understood=understood
    )


def unknown_meeting(generation: Generation, asked: Question) -> Answer | None:
    """A question about a meeting that no document knows is never answered about another.

    A sentence that names it and says what is asked is about no other.
    """
    if not asked.meetings.named or asked.meetings.found:
        return None
    counted = asked.meetings.ordinals and asked.meetings.near  # "the first" of anything is said
    told = None if counted else outright_answer(generation, asked)
    return told or which_meeting(generation, asked)


def _both(asked: Question) -> tuple[Meeting, ...]:
    """The two meetings of "who attended both committee meetings", where there are two."""
    found = asked.meetings.found
    both = len(found) == _TWO and asked.asks_for(Intent.ATTENDANCE)
    return found if both and "both" in asked.plain.split() else ()


def _only_names(asked: Question) -> bool:
    """Whether a question asks for nothing but the meeting: "the TEWG in Perth"."""
    others = fits("outcomes", asked.plain) or fits("brief", asked.plain)
    return not (asked.intents or others or asked.plain.startswith("who"))


def _names_one_plainly(asked: Question) -> bool:
    return asked.meetings.named and is_plain(asked)


def is_plain(asked: Question) -> bool:
    """Whether a question asks for nothing beside what facts tell: no topic, reason or person."""
    wants = asked.wants
    return not (asked.rest or wants.person or wants.speech or "reason" in wants.kinds)


def _day(meeting: Meeting) -> str:
    return meeting.dates.start.isoformat() if meeting.dates else "9"
