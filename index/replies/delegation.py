"""One delegation across the corpus: where it attended, what it owns, where it is quoted."""

from dataclasses import replace
from itertools import islice

from corpus.documents import Citation
from corpus.facts import ActionItem, Attendance, Capacity, Delegation
from index.answers import Answer, AnswerKind, Line
from index.facts import delegation_attendance
from index.finding import find_delegation
from index.generation import Generation
from index.mentions import mentions_of
from index.quoting import Quoter
from index.remembering import remembered
from index.replies.actions import action_line
from index.replies.attendance import attended_as
from index.wording import count_text, dates_text, list_text

_KEPT = 32  # answers, some 250 kB each for a delegation that attended two hundred meetings
_MENTIONS = 5  # paragraphs that name it, beside the facts: a taste; search finds the rest


def delegation_reply(generation: Generation, name: str) -> Answer:
    """Where the delegation of this name attended, owns action items and is named.

    Raises:
        NotFoundError: no delegation of that name is known.
    """
    return delegation_answer(generation, find_delegation(generation, name))


@remembered(_KEPT)
def delegation_answer(generation: Generation, delegation: Delegation) -> Answer:
    """Where `delegation` attended, what it owns, and paragraphs that name it."""
    quoter = Quoter(generation)
    attended = delegation_attendance(generation, delegation)
    owned = [item for item in generation.facts.actions if delegation.name in item.owners]
    lines = [attended_line(generation, quoter, each) for each in attended]
    lines += [action_line(quoter, item, group="Action items") for item in owned]
    cited = {quotation.citation for quotation in quoter.quotations}
    lines += _mention_lines(generation, quoter, delegation, cited)
    return _answer(generation, delegation, attended, owned, tuple(lines), quoter)


@remembered(_KEPT)
def attended_answer(
    generation: Generation,
    delegation: Delegation,
    wanted: frozenset[Capacity] = frozenset(),
    *,
    confirms: bool = False,
) -> Answer:
    """Only where `delegation` attended, oldest first; of `wanted` capacities if it did in any.

    `confirms` says whether it did.
    """
    quoter = Quoter(generation)
    attended = delegation_attendance(generation, delegation)
    fitting = tuple(each for each in attended if wanted and attended_as(each, wanted))
    attended = fitting or attended
    lines = tuple(attended_line(generation, quoter, each) for each in attended)
    found = _answer(generation, delegation, attended, [], lines, quoter)
    how = f" as {list_text(sorted(each.value for each in wanted))}" if wanted else ""
    if not how or found.abstained:
        return found
    if not fitting:
        return replace(found, text=f"Not stated{how}: {found.text}")
    yes = "Yes: " if confirms else ""
    return replace(found, text=f"{yes}{found.text.replace(' is listed', f' is listed{how}', 1)}")


def attended_line(generation: Generation, quoter: Quoter, attendance: Attendance) -> Line:
    """The meeting, with its first day as an ISO date so that lists sort, and the capacity."""
    meeting = generation.meeting(attendance.meeting)
    label = meeting.label if meeting else attendance.meeting
    dates = meeting.dates if meeting else None
    day = f"{dates.iso()[0]} · " if dates else ""
    source = quoter.cite(attendance.citation, attendance.as_written)
    absent = attendance.capacity is Capacity.ABSENT
    text = f"{day}{label} ({dates_text(dates)}): {attendance.capacity.value}"
    return Line(text, (source,), "Absent" if absent else "Attended")


def _mention_lines(
    generation: Generation, quoter: Quoter, delegation: Delegation, cited: set[Citation]
) -> list[Line]:
    others = (each for each in mentions_of(generation, delegation) if each[0] not in cited)
    return [
        Line(sentence, (quoter.cite(citation, sentence),), "Also named")
        for citation, sentence in islice(others, _MENTIONS)
    ]


def _answer(
    generation: Generation,
    delegation: Delegation,
    attended: tuple[Attendance, ...],
    owned: list[ActionItem],
    lines: tuple[Line, ...],
    quoter: Quoter,
) -> Answer:
    present = [each for each in attended if each.capacity is not Capacity.ABSENT]
    meetings = len({each.meeting for each in present})
    text = f"{delegation.name} is listed at {count_text(meetings, 'meeting')}."
    if owned:
        text = f"{text[:-1]} and owns {count_text(len(owned), 'action item')}."
    nothing = not lines
    return Answer(
        question="",
        kind=AnswerKind.DELEGATION,
        text=f"Not stated: no document names {delegation.name}." if nothing else text,
        lines=lines,
        citations=quoter.quotations,
        abstained=nothing,
        reason=f"No document names {delegation.name}." if nothing else "",
        searched=len(generation.documents),
        understood=delegation.name,
    )
