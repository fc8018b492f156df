"""Meetings: the list by date, and when, where and under whom one was held."""

from collections.abc import Callable

from corpus.dates import find_dates
from corpus.documents import Citation
from corpus.facts import Meeting
from corpus.gazetteer import gazetteer
from corpus.sentences import sentence_spans
from index.answers import Answer, AnswerKind, Line
from index.facts import select_meetings
from index.generation import Generation
from index.meeting_names import overlap
from index.quoting import Quoter, disagreements
from index.wording import count_text, dates_text, list_text

_SOURCES = 2  # paragraphs that show one line: more would hide the answer


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
    own = {0: "none ", 1: "1 ", len(meetings): "each " if len(meetings) > 1 else ""}
    with_own = f"{own.get(reported, f'{reported} ')}with a document of its own"
    text = f"{count_text(len(meetings), 'meeting')}, {with_own}."
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


def meeting_answer(
    generation: Generation, meeting: Meeting, *, chairs_first: bool = False
) -> Answer:
    """When and where one meeting was held, and who co-chaired it.

    Each line cites the sentences that state it; `chairs_first` opens with the co-chairs.
    """
    quoter = Quoter(generation)
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    chairs = f"{list_text(meeting.co_chairs)} co-chaired {meeting.label}."
    held = f"{meeting.label}: {dates_text(meeting.dates)}{f', {place}' if place else ''}."
    order = (_states_chairs, _states_dates) if chairs_first else (_states_dates, _states_place)
    opening = tuple(dict.fromkeys(n for each in order for n in _sources(quoter, meeting, each)))
    facts = (
        (f"Held: {dates_text(meeting.dates)}", meeting.dates, _states_dates),
        (f"Place: {place}", place, _states_place),
        (f"Co-chairs: {list_text(meeting.co_chairs)}", meeting.co_chairs, _states_chairs),
        (f"Title: {meeting.title}", meeting.title, _states_title),
    )
    lines = tuple(
        Line(text, _sources(quoter, meeting, states)) for text, known, states in facts if known
    )
    return Answer(
        question="",
        kind=AnswerKind.MEETING,
        text=chairs if chairs_first else held,
        text_sources=opening[:1] if chairs_first else opening,
        lines=lines,
        conflicts=disagreements(generation, quoter, meeting.label),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=meeting.label,
    )


def _sources(
    quoter: Quoter, meeting: Meeting, states: Callable[[Meeting, str], bool]
) -> tuple[int, ...]:
    """The paragraphs that state a fact, by the sentence that does; the leading one if none does."""
    found = []
    for citation in _telling(meeting):
        text = quoter.text(citation)
        sentence = next((s for s in _sentences(text) if states(meeting, s)), "")
        if sentence:
            found.append(quoter.cite(citation, sentence))
    return tuple(found[:_SOURCES]) or (quoter.cite(meeting.citation),)


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def _states_dates(meeting: Meeting, sentence: str) -> bool:
    return any(overlap(each.dates, meeting.dates) for each in find_dates(sentence))


def _states_place(meeting: Meeting, sentence: str) -> bool:
    place = meeting.city or meeting.country or ""
    return bool(place) and place.casefold() in sentence.casefold()


def _states_chairs(meeting: Meeting, sentence: str) -> bool:
    """Whether a sentence speaks of chairing and names one that did."""
    mentions = (*gazetteer().scan(sentence), *gazetteer().demonym_scan(sentence))
    named = {mention.delegation.name for mention in mentions}
    return "chair" in sentence.casefold() and not named.isdisjoint(meeting.co_chairs)


def _states_title(meeting: Meeting, sentence: str) -> bool:
    return sentence in meeting.title or meeting.title in sentence


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
    return tuple(dict.fromkeys((meeting.citation, *meeting.mentions)))
