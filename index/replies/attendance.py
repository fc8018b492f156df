"""Who attended a meeting, and in what capacity."""

from collections.abc import Mapping, Sequence

from corpus.facts import Attendance, Capacity, DelegationKind, Meeting
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
    generation: Generation,
    meeting: Meeting,
    capacities: frozenset[Capacity] = frozenset(),
    *,
    counted: bool = False,
) -> Answer:
    """Who attended `meeting`; only in some capacities where any are given.

    The first line gives their numbers, states and organisations apart; for some capacities
    it names them, and is `counted` only if that is wanted.
    """
    listed = attendance_of(generation, meeting)
    chosen = [each for each in listed if attended_as(each, capacities)]
    if not chosen:
        return nobody_answer(generation, meeting, capacities, listed)
    order = list(CAPACITY_HEADINGS)
    chosen.sort(key=lambda each: order.index(each.capacity))
    quoter = Quoter(generation)
    lines = tuple(attendance_line(quoter, each) for each in chosen)
    names = list(dict.fromkeys(each.delegation.name for each in chosen))
    listing = f"{_numbers(chosen)} listed at {meeting_text(meeting)}."
    if all(each.capacity is Capacity.CO_CHAIR for each in chosen):
        listing = f"No more than the co-chairs of {meeting_text(meeting)} are named: "
        listing += f"{list_text(names)}."
    count = f"{len(names)}: " if counted else ""
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"{count}{list_text(names)}: {meeting_text(meeting)}." if capacities else listing,
        lines=lines,
        conflicts=disagreements(generation, quoter, meeting.label),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def numbers_answer(generation: Generation, meetings: Sequence[Meeting]) -> Answer:
    """How many are listed at each of several meetings, and who at one of them alone."""
    listed = {m: [a for a in attendance_of(generation, m) if is_present(a)] for m in meetings}
    for meeting, those in listed.items():
        if not those:
            return nobody_answer(generation, meeting, frozenset(), ())
    quoter = Quoter(generation)
    lines = tuple(_only_line(quoter, meeting, listed) for meeting in meetings)
    counts = [f"{_numbers(those)} at {meeting_text(m)}" for m, those in listed.items()]
    return Answer(
        question="",
        kind=AnswerKind.ATTENDANCE,
        text=f"Listed are {list_text(counts)}.",
        text_sources=tuple(dict.fromkeys(source for line in lines for source in line.sources)),
        lines=lines,
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=list_text([meeting.label for meeting in meetings]),
    )


def _only_line(
    quoter: Quoter, meeting: Meeting, listed: Mapping[Meeting, Sequence[Attendance]]
) -> Line:
    """Who of several meetings is listed at this one alone."""
    others = {a.delegation for m, those in listed.items() if m != meeting for a in those}
    own = [each for each in listed[meeting] if each.delegation not in others]
    names = list_text(list(dict.fromkeys(each.delegation.name for each in own))) or "nobody"
    sources = (quoter.cite(each.citation, each.as_written) for each in own or listed[meeting])
    return Line(f"Only at {meeting_text(meeting)}: {names}", tuple(dict.fromkeys(sources)))


def meeting_text(meeting: Meeting) -> str:
    """A meeting for a sentence: "TEWG Kuala Lumpur 2012 (11–14 June 2012)"."""
    return f"{meeting.label} ({dates_text(meeting.dates)})"


def attendance_line(quoter: Quoter, attendance: Attendance) -> Line:
    """A delegation under its capacity, with how the text writes it where that differs."""
    name, written = attendance.delegation.name, attendance.as_written
    as_written = f" (as written: {written})" if written not in (name, f"the {name}") else ""
    source = quoter.cite(attendance.citation, written)
    return Line(f"{name}{as_written}", (source,), CAPACITY_HEADINGS[attendance.capacity])


def _numbers(listed: Sequence[Attendance]) -> str:
    """ "14 delegations (12 states and 2 organisations)", each once, the absent left out."""
    present = {each.delegation for each in listed if is_present(each)}
    organisations = sum(each.kind is DelegationKind.ORGANISATION for each in present)
    states = count_text(len(present) - organisations, "state")
    apart = f" ({states} and {count_text(organisations, 'organisation')})" if organisations else ""
    return f"{count_text(len(present), 'delegation')}{apart}"


def is_present(attendance: Attendance) -> bool:
    """Whether it attended in any capacity: the text may also say that it was absent."""
    return attendance.capacity is not Capacity.ABSENT


def attended_as(attendance: Attendance, capacities: frozenset[Capacity]) -> bool:
    """Whether in one of these capacities; "organisation" is asked of organisations of any."""
    others = capacities - {Capacity.ORGANISATION}
    wanted = not others or attendance.capacity in others
    if others == capacities:
        return wanted
    return wanted and attendance.delegation.kind is DelegationKind.ORGANISATION


def _role(capacities: frozenset[Capacity]) -> str:
    """ "absent from", "an observer at", for a sentence in front of a meeting."""
    names = [each.value for each in sorted(capacities - {Capacity.ABSENT})]
    told = [f"{'an' if name[0] in 'aeio' else 'a'} {name} at" for name in names]
    told += ["absent from"] if Capacity.ABSENT in capacities else []
    return " or ".join(told) or "at"


def nobody_answer(
    generation: Generation,
    meeting: Meeting,
    capacities: frozenset[Capacity],
    listed: Sequence[Attendance],
) -> Answer:
    """Refuse: nobody is listed in these capacities; what `listed` rests on is nearest."""
    quoter = Quoter(generation)
    for each in listed or ():
        quoter.cite(each.citation, each.as_written)
    if not listed:
        quoter.cite(meeting.citation)
    reason = f"No document says who was {_role(capacities)} {meeting_text(meeting)}."
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
