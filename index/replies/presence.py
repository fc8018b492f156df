"""Who was at which of several meetings, and whether one delegation was at one."""

from collections.abc import Sequence

from corpus.facts import Attendance, Capacity, Delegation, Meeting
from index.answers import Answer, AnswerKind, Line
from index.facts import attendance_of
from index.generation import Generation
from index.quoting import Quoter
from index.replies.attendance import (
    attendance_line,
    attended_as,
    is_present,
    meeting_text,
    nobody_answer,
)
from index.wording import list_text


def common_answer(
    generation: Generation, meetings: Sequence[Meeting], capacities: frozenset[Capacity]
) -> Answer:
    """Who attended every one of `meetings`; the first of them in `capacities`, if any are given."""
    listed = [attendance_of(generation, meeting) for meeting in meetings]
    for meeting, those in zip(meetings, listed, strict=True):
        if not those:
            return nobody_answer(generation, meeting, frozenset(), ())
    present = [
        {each.delegation.name: each for each in those if each.capacity is not Capacity.ABSENT}
        for those in listed
    ]
    first = {name: each for name, each in present[0].items() if attended_as(each, capacities)}
    names = [name for name in first if all(name in those for those in present[1:])]
    quoter = Quoter(generation)
    lines = tuple(_common_line(quoter, [those[name] for those in present]) for name in names)
    where = list_text([meeting_text(meeting) for meeting in meetings])
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"{list_text(names) or 'Nobody'}: listed at {where}.",
        lines=lines,
        citations=quoter.quotations,
        abstained=not names,
        reason="" if names else f"No delegation is listed at {where}.",
        searched=len(generation.documents),
        understood=list_text([meeting.label for meeting in meetings]),
    )


def difference_answer(generation: Generation, one: Meeting, other: Meeting) -> Answer:
    """Who is listed at `one` meeting and not at the `other`, where that lists anybody."""
    for meeting in (one, other):
        if not attendance_of(generation, meeting):
            return nobody_answer(generation, meeting, frozenset(), ())
    elsewhere = {a.delegation.name for a in attendance_of(generation, other) if is_present(a)}
    quoter = Quoter(generation)
    only = [
        each
        for each in attendance_of(generation, one)
        if is_present(each) and each.delegation.name not in elsewhere
    ]
    lines = tuple(attendance_line(quoter, each) for each in only)
    for each in attendance_of(generation, other):
        quoter.cite(each.citation, each.as_written)
    names = list(dict.fromkeys(each.delegation.name for each in only))
    where = f"listed at {meeting_text(one)} and not at {meeting_text(other)}"
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"{list_text(names) or 'Nobody'}: {where}; not listed does not mean absent.",
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"{one.label}, not {other.label}",
    )


def presence_answer(
    generation: Generation,
    meeting: Meeting,
    delegation: Delegation,
    wanted: frozenset[Capacity] = frozenset(),
) -> Answer:
    """Whether a delegation was at a meeting: yes as what, absent, or not listed.

    Where it is asked for in `wanted` capacities, it is told that it is listed in others.
    """
    listed = attendance_of(generation, meeting)
    own = [each for each in listed if each.delegation.name == delegation.name]
    if not own:
        return _not_listed(generation, meeting, delegation.name, "is", listed)
    quoter = Quoter(generation)
    lines = tuple(attendance_line(quoter, each) for each in own)
    absent = all(each.capacity is Capacity.ABSENT for each in own)
    capacities = list_text([each.capacity.value for each in own])
    told = f"{delegation.name} is listed at {meeting_text(meeting)}"
    text = f"Yes: {told} ({capacities})."
    if absent:
        text = f"No: {delegation.name} was absent from {meeting_text(meeting)}."
    elif wanted and not any(attended_as(each, wanted) for each in own):
        asked_as = list_text(sorted(each.value for each in wanted))
        text = f"Not as {asked_as}: {told} as {capacities}."
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=text,
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"{delegation.name}, {meeting.label}",
    )


def presences_answer(
    generation: Generation, meeting: Meeting, delegations: Sequence[Delegation]
) -> Answer:
    """Whether each of several delegations was at a meeting."""
    listed = attendance_of(generation, meeting)
    names = [each.name for each in delegations]
    own = [each for each in listed if each.delegation.name in names]
    there = list(dict.fromkeys(each.delegation.name for each in own if is_present(each)))
    if not there:
        return _not_listed(generation, meeting, list_text(names), "are", listed)
    quoter = Quoter(generation)
    lines = tuple(attendance_line(quoter, each) for each in own)
    missing = list_text([name for name in names if name not in there])
    count = "are" if len(there) > 1 else "is"
    told = f"{list_text(there)} {count} listed at {meeting_text(meeting)}"
    text = f"Yes: {told}." if not missing else f"{told}; {missing} not, which does not mean absent."
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=text,
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"{list_text(names)}, {meeting.label}",
    )


def _common_line(quoter: Quoter, attended: Sequence[Attendance]) -> Line:
    """One delegation at several meetings, each cited."""
    sources = [quoter.cite(each.citation, each.as_written) for each in attended]
    capacities = list_text(list(dict.fromkeys(each.capacity.value for each in attended)))
    name = attended[0].delegation.name
    return Line(f"{name} ({capacities})", tuple(dict.fromkeys(sources)), "At all of them")


def _not_listed(
    generation: Generation, meeting: Meeting, name: str, verb: str, listed: Sequence[Attendance]
) -> Answer:
    quoter = Quoter(generation)
    for each in listed:
        quoter.cite(each.citation, each.as_written)
    if not listed:
        quoter.cite(meeting.citation)
    reason = (
        f"{name} {verb} not listed at {meeting_text(meeting)}; not listed does not mean absent."
    )
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"Not stated: {reason}",
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=f"{name}, {meeting.label}",
    )
