"""Meetings: the list by date, and when, where and under whom one was held."""

from corpus.documents import Citation
from corpus.facts import Meeting
from index.answers import Answer, AnswerKind, Line
from index.facts import select_meetings
from index.generation import Generation
from index.quoting import Quoter, disagreements
from index.wording import count_text, dates_text, list_text


def meetings_reply(
    generation: Generation,
    *,
    body: str | None = None,
    year: int | None = None,
    place: str | None = None,
) -> Answer:
    """The meetings of a body, a year and a place, oldest first."""
    return meetings_answer(
        generation, select_meetings(generation, body=body, year=year, place=place)
    )


def meetings_answer(generation: Generation, meetings: tuple[Meeting, ...]) -> Answer:
    """A list of meetings, each with its dates, place, co-chairs and source."""
    quoter = Quoter(generation)
    lines = tuple(_line(quoter, meeting) for meeting in meetings)
    reported = sum(meeting.reported_by is not None for meeting in meetings)
    text = f"{count_text(len(meetings), 'meeting')}, {reported} with a document of its own."
    nothing = "No document names such a meeting."
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=text if meetings else f"Not stated: {nothing[0].lower()}{nothing[1:]}",
        lines=lines,
        citations=quoter.quotations,
        abstained=not meetings,
        reason="" if meetings else nothing,
        searched=len(generation.documents),
    )


def meeting_answer(generation: Generation, meeting: Meeting) -> Answer:
    """When and where one meeting was held, and who co-chaired it."""
    quoter = Quoter(generation)
    sources = tuple(quoter.cite(each) for each in _telling(meeting))
    lines = [Line(f"Held: {dates_text(meeting.dates)}", sources)]
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    if place:
        lines.append(Line(f"Place: {place}", sources))
    if meeting.co_chairs:
        lines.append(Line(f"Co-chairs: {list_text(meeting.co_chairs)}", sources))
    if meeting.title:
        lines.append(Line(f"Title: {meeting.title}", sources))
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=f"{meeting.label}: {dates_text(meeting.dates)}{f', {place}' if place else ''}.",
        text_sources=sources,
        lines=tuple(lines),
        conflicts=disagreements(generation, quoter, meeting.label),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def _line(quoter: Quoter, meeting: Meeting) -> Line:
    day = meeting.dates.iso()[0] if meeting.dates else "undated"
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    parts = [day, meeting.label, dates_text(meeting.dates) if meeting.dates else "", place]
    if meeting.co_chairs:
        parts.append(f"co-chairs {list_text(meeting.co_chairs)}")
    if meeting.reported_by is None:
        parts.append("mentioned only")
    text = " · ".join(part for part in parts if part)
    return Line(text, (quoter.cite(meeting.citation, meeting.title),))


def _telling(meeting: Meeting) -> tuple[Citation, ...]:
    return (meeting.citation, *(each for each in meeting.mentions if each != meeting.citation))[:4]
