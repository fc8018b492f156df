"""Who attended a meeting, and in what capacity."""

from collections.abc import Sequence

from corpus.facts import Attendance, Capacity, Delegation, DelegationKind, Meeting
from index.answers import Answer, AnswerKind, Line
from index.facts import attendance_of
from index.finding import find_meeting
from index.generation import Generation
from index.quoting import Quoter, disagreements
from index.wording import count_text, dates_text, list_text

CAPACITY_HEADINGS = {
    Capacity.CO_CHAIR: "Co-chairs",
    Capacity.MEMBER: "Members",
    Capacity.PARTICIPANT: "Participants",
    Capacity.ORGANISATION: "Organisations",
    Capacity.OBSERVER: "Observers",
    Capacity.SPECIAL_GUEST: "Special guests",
    Capacity.ALSO_ATTENDED: "Also attended",
    Capacity.ABSENT: "Absent, by the text's own words",
}


def attendance_reply(generation: Generation, meeting: str) -> Answer:
    """Who attended the meeting of this name.

    Raises:
        NotFoundError, AmbiguousError: the meeting cannot be told.
    """
    return attendance_answer(generation, find_meeting(generation, meeting))


def attendance_answer(
    generation: Generation, meeting: Meeting, capacities: frozenset[Capacity] = frozenset()
) -> Answer:
    """Who attended `meeting`; only in some capacities where any are given."""
    listed = attendance_of(generation, meeting)
    chosen = [each for each in listed if _attended_as(each, capacities)]
    if not chosen:
        return _nobody(generation, meeting, capacities, listed)
    order = list(CAPACITY_HEADINGS)
    chosen.sort(key=lambda each: order.index(each.capacity))
    quoter = Quoter(generation)
    lines = tuple(_line(quoter, each) for each in chosen)
    names = list(dict.fromkeys(each.delegation.name for each in chosen))
    present = sum(each.capacity is not Capacity.ABSENT for each in chosen)
    listing = f"{count_text(present, 'delegation')} listed at {meeting_text(meeting)}."
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"{list_text(names)}: {meeting_text(meeting)}." if capacities else listing,
        lines=lines,
        conflicts=disagreements(generation, quoter, meeting.label),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def common_answer(
    generation: Generation, meetings: Sequence[Meeting], capacities: frozenset[Capacity]
) -> Answer:
    """Who attended every one of `meetings`; the first of them in `capacities`, if any are given."""
    listed = [attendance_of(generation, meeting) for meeting in meetings]
    for meeting, those in zip(meetings, listed, strict=True):
        if not those:
            return _nobody(generation, meeting, frozenset(), ())
    present = [
        {each.delegation.name: each for each in those if each.capacity is not Capacity.ABSENT}
        for those in listed
    ]
    first = {name: each for name, each in present[0].items() if _attended_as(each, capacities)}
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


def presence_answer(generation: Generation, meeting: Meeting, delegation: Delegation) -> Answer:
    """Whether a delegation was at a meeting: yes as what, absent, or not listed."""
    listed = attendance_of(generation, meeting)
    own = [each for each in listed if each.delegation.name == delegation.name]
    if not own:
        return _not_listed(generation, meeting, delegation, listed)
    quoter = Quoter(generation)
    lines = tuple(_line(quoter, each) for each in own)
    absent = all(each.capacity is Capacity.ABSENT for each in own)
    capacities = list_text([each.capacity.value for each in own])
    text = (
        f"No: {delegation.name} was absent from {meeting_text(meeting)}."
        if absent
        else f"Yes: {delegation.name} is listed at {meeting_text(meeting)} ({capacities})."
    )
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=text,
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"{delegation.name}, {meeting.label}",
    )


def meeting_text(meeting: Meeting) -> str:
    """A meeting for a sentence: "TEWG Kuala Lumpur 2012 (11–14 June 2012)"."""
    return f"{meeting.label} ({dates_text(meeting.dates)})"


def _line(quoter: Quoter, attendance: Attendance) -> Line:
    name, written = attendance.delegation.name, attendance.as_written
    as_written = f" (as written: {written})" if written not in (name, f"the {name}") else ""
    source = quoter.cite(attendance.citation, written)
    return Line(f"{name}{as_written}", (source,), CAPACITY_HEADINGS[attendance.capacity])


def _common_line(quoter: Quoter, attended: Sequence[Attendance]) -> Line:
    """One delegation at several meetings, each cited."""
    sources = [quoter.cite(each.citation, each.as_written) for each in attended]
    capacities = list_text(list(dict.fromkeys(each.capacity.value for each in attended)))
    name = attended[0].delegation.name
    return Line(f"{name} ({capacities})", tuple(dict.fromkeys(sources)), "At all of them")


def _attended_as(attendance: Attendance, capacities: frozenset[Capacity]) -> bool:
    """Whether in one of these capacities; every organisation counts as "organisation"."""
    if not capacities or attendance.capacity in capacities:
        return True
    is_organisation = attendance.delegation.kind is DelegationKind.ORGANISATION
    return is_organisation and Capacity.ORGANISATION in capacities


def _nobody(
    generation: Generation,
    meeting: Meeting,
    capacities: frozenset[Capacity],
    listed: Sequence[Attendance],
) -> Answer:
    quoter = Quoter(generation)
    for each in listed or ():
        quoter.cite(each.citation, each.as_written)
    if not listed:
        quoter.cite(meeting.citation)
    wanted = f" as {list_text(sorted(c.value for c in capacities))}" if capacities else ""
    reason = f"No document says who was at {meeting_text(meeting)}{wanted}."
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"Not stated: {reason[0].lower()}{reason[1:]}",
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def _not_listed(
    generation: Generation, meeting: Meeting, delegation: Delegation, listed: Sequence[Attendance]
) -> Answer:
    quoter = Quoter(generation)
    for each in listed:
        quoter.cite(each.citation, each.as_written)
    if not listed:
        quoter.cite(meeting.citation)
    reason = (
        f"{delegation.name} is not listed at {meeting_text(meeting)};"
        " not listed does not mean absent."
    )
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"Not stated: {reason}",
        citations=quoter.quotations,
        abstained=True,
        reason=reason,
        searched=len(generation.documents),
        understood=f"{delegation.name}, {meeting.label}",
    )
