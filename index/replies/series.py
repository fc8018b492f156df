"""One delegation, or the chairs, over a series of meetings: how often, first, last, every time."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import Attendance, Capacity, Delegation, Meeting
from index.answering.refusals import not_stated
from index.answers import Answer, AnswerKind, Line
from index.facts import attendance_of
from index.generation import Generation
from index.quoting import Quoter
from index.replies.attendance import is_present, meeting_text
from index.replies.delegation import attended_line
from index.understanding.series import Series
from index.wording import count_text, list_text

_ONLY = "the only one of the"
_NO_PROOF = "not listed does not mean absent"


def every_answer(generation: Generation, series: Series, delegation: Delegation) -> Answer:
    """Whether a delegation is listed at every meeting of a series that lists anybody."""
    stated = _stated(generation, series)
    attended = _attended(generation, stated, delegation)
    counted = _counted(stated, series)
    missing = [m for m in stated if m.id not in {each.meeting for each in attended}]
    if not attended:
        return _nowhere(generation, stated, delegation, counted)
    quoter = Quoter(generation)
    lines = [attended_line(generation, quoter, each) for each in attended]
    lines += [_not_listed_line(generation, quoter, meeting) for meeting in missing]
    text = f"Yes: {delegation.name} is listed at {_all_of(counted)}."
    if missing:
        listed = f"{delegation.name} is listed at {_share(attended, counted)}"
        text = f"Not at every one: {listed}; {_NO_PROOF}."
    return _answer(generation, text, lines, quoter, _understood(delegation, series))


def times_answer(
    generation: Generation, series: Series, delegation: Delegation, *, confirms: bool
) -> Answer:
    """At which meetings of a series a delegation is listed; `confirms` says yes to that."""
    stated = _stated(generation, series)
    attended = _attended(generation, stated, delegation)
    counted = _counted(stated, series)
    if not attended:
        return _nowhere(generation, stated, delegation, counted)
    quoter = Quoter(generation)
    lines = [attended_line(generation, quoter, each) for each in attended]
    yes = "Yes: " if confirms else ""
    text = f"{yes}{delegation.name} is listed at {_share(attended, counted)}."
    return _answer(generation, text, lines, quoter, _understood(delegation, series))


def occasion_answer(
    generation: Generation, series: Series, delegation: Delegation, occasion: str
) -> Answer:
    """The first or the last meeting of a series at which a delegation is listed."""
    stated = _stated(generation, series)
    attended = _attended(generation, stated, delegation)
    if not attended:
        return _nowhere(generation, stated, delegation, _counted(stated, series))
    chosen = attended[0 if occasion == "first" else -1]
    quoter = Quoter(generation)
    lines = [attended_line(generation, quoter, chosen)]
    where = next(meeting_text(each) for each in stated if each.id == chosen.meeting)
    among = f"of {_counted(stated, series)}"
    text = f"{delegation.name} is {occasion} listed at {where}, {among}."
    return _answer(generation, text, lines, quoter, _understood(delegation, series))


def together_answer(
    generation: Generation, series: Series, delegations: Sequence[Delegation]
) -> Answer:
    """The meetings of a series at which all of several delegations are listed."""
    names = list_text([each.name for each in delegations])
    stated = _stated(generation, series)
    own = [_attended(generation, stated, each) for each in delegations]
    common = set.intersection(*({each.meeting for each in attended} for attended in own))
    quoter = Quoter(generation)
    lines = []
    for meeting in stated:
        if meeting.id in common:
            there = [each for attended in own for each in attended if each.meeting == meeting.id]
            sources = [quoter.cite(each.citation, each.as_written) for each in there]
            lines.append(Line(meeting_text(meeting), tuple(dict.fromkeys(sources)), "Attended"))
    if not lines:
        reason = f"{names} are not listed together at any of {_counted(stated, series)}."
        return not_stated(generation, AnswerKind.DELEGATION, reason, understood=names)
    text = f"{names} are listed together at {_share(lines, _counted(stated, series))}."
    return _answer(generation, text, lines, quoter, names)


def newcomers_answer(
    generation: Generation, meeting: Meeting, earlier: Sequence[Meeting]
) -> Answer:
    """Who is listed at a meeting and at none of the `earlier` ones."""
    known = {
        each.delegation.name
        for before in earlier
        for each in attendance_of(generation, before)
        if is_present(each)
    }
    listed = [each for each in attendance_of(generation, meeting) if is_present(each)]
    new = [each for each in listed if each.delegation.name not in known]
    quoter = Quoter(generation)
    lines = [attended_line(generation, quoter, each) for each in new[:1]]
    names = list_text(list(dict.fromkeys(each.delegation.name for each in new))) or "Nobody"
    text = f"{names}: listed at {meeting_text(meeting)} and at no earlier meeting."
    if not lines:
        lines = [_not_listed_line(generation, quoter, meeting)] if listed else []
    return _answer(generation, text, lines, quoter, meeting.label)


def chaired_answer(
    generation: Generation, series: Series, delegation: Delegation, *, confirms: bool
) -> Answer | None:
    """Which meetings of a series `delegation` co-chaired, and with whom; None where none."""
    chaired = [meeting for meeting in series.meetings if delegation.name in meeting.co_chairs]
    if not chaired:
        return None
    quoter = Quoter(generation)
    lines = [_chaired_line(quoter, meeting, delegation) for meeting in chaired]
    yes = "Yes: " if confirms else ""
    told = f"{count_text(len(chaired), 'meeting')}{series.when}"
    text = f"{yes}{delegation.name} co-chaired {told}."
    return _answer(generation, text, lines, quoter, _understood(delegation, series))


def chairs_answer(generation: Generation, series: Series) -> Answer | None:
    """Who co-chaired the meetings of a series, newest first; None where nothing says so."""
    chaired = [meeting for meeting in reversed(series.meetings) if meeting.co_chairs]
    if not chaired:
        return None
    quoter = Quoter(generation)
    lines = [Line(_chairs_text(m), (quoter.cite(m.citation),)) for m in chaired]
    newest = chaired[0]
    text = (
        f"{list_text(newest.co_chairs)} co-chaired {meeting_text(newest)}, the latest whose"
        " co-chairs are stated."
    )
    return _answer(generation, text, lines, quoter, series.body, kind=AnswerKind.MEETING)


def each_chairs_answer(generation: Generation, meetings: Sequence[Meeting]) -> Answer:
    """Who co-chaired each of several meetings, or that no document says so."""
    quoter = Quoter(generation)
    lines = [Line(_chairs_text(m), (quoter.cite(m.citation),)) for m in meetings]
    text = f"{'; '.join(line.text for line in lines)}."
    understood = list_text([meeting.label for meeting in meetings])
    found = _answer(generation, text, lines, quoter, understood, kind=AnswerKind.MEETING)
    return replace(found, lines=())


def _chairs_text(meeting: Meeting) -> str:
    return f"{meeting_text(meeting)}: {list_text(meeting.co_chairs) or 'co-chairs not stated'}"


def _stated(generation: Generation, series: Series) -> list[Meeting]:
    return [each for each in series.meetings if attendance_of(generation, each)]


def _attended(
    generation: Generation, meetings: Sequence[Meeting], delegation: Delegation
) -> list[Attendance]:
    """Its attendance of these meetings, in their order, each once."""
    found: dict[str, Attendance] = {}
    for meeting in meetings:
        for each in attendance_of(generation, meeting):
            if each.delegation.name == delegation.name and each.capacity is not Capacity.ABSENT:
                found.setdefault(meeting.id, each)
    return list(found.values())


def _chaired_line(quoter: Quoter, meeting: Meeting, delegation: Delegation) -> Line:
    others = [name for name in meeting.co_chairs if name != delegation.name]
    beside = f", with {list_text(others)}" if others else ""
    return Line(f"{meeting_text(meeting)}{beside}", (quoter.cite(meeting.citation),), "Co-chaired")


def _counted(stated: Sequence[Meeting], series: Series) -> str:
    if len(stated) == 1:
        return f"{_ONLY} {series.told} whose attendance is stated"
    return f"the {len(stated)} {series.told} whose attendance is stated"


def _all_of(counted: str) -> str:
    if counted.startswith("the 2 "):
        return counted.replace("the 2 ", "both ", 1)
    return counted if counted.startswith(_ONLY) else counted.replace("the ", "all ", 1)


def _share(part: Sequence[object], counted: str) -> str:
    return counted if counted.startswith(_ONLY) else f"{len(part)} of {counted}"


def _not_listed_line(generation: Generation, quoter: Quoter, meeting: Meeting) -> Line:
    source = attendance_of(generation, meeting)[0].citation
    return Line(meeting_text(meeting), (quoter.cite(source),), "Not listed")


def _nowhere(
    generation: Generation, stated: Sequence[Meeting], delegation: Delegation, counted: str
) -> Answer:
    cited = (attendance_of(generation, meeting)[0].citation for meeting in stated)
    where = counted if counted.startswith(_ONLY) else f"any of {counted}"
    reason = f"{delegation.name} is not listed at {where}; {_NO_PROOF}."
    if not stated:
        reason = "No document says who attended them."
    return not_stated(generation, AnswerKind.DELEGATION, reason, cited, delegation.name)


def _understood(delegation: Delegation, series: Series) -> str:
    told = f", {series.told}" if series.body or series.when else ""
    return f"{delegation.name}{told}"


def _answer(
    generation: Generation,
    text: str,
    lines: Sequence[Line],
    quoter: Quoter,
    understood: str,
    kind: AnswerKind = AnswerKind.DELEGATION,
) -> Answer:
    return Answer(
        question="",
        kind=kind,
        text=text,
        text_sources=tuple(dict.fromkeys(source for line in lines for source in line.sources)),
        lines=tuple(lines),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=understood,
    )
