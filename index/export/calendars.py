"""Meetings and dated action items as a calendar (RFC 5545), through the library `icalendar`.

What a source dates by a month or a year stands on all its days; the words of the source are in
the description.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from icalendar import Calendar, Event

from corpus.documents import Citation
from corpus.facts import ActionItem, DateRange, Meeting
from index.facts import select_meetings
from index.generation import Generation
from index.item_life.selecting import select_actions
from index.wording import dates_text, list_text

_SUMMARY = 120  # characters; calendars show one line


def actions_calendar(generation: Generation) -> bytes:
    """Every action item that has a due date."""
    items = [(item, item.due) for item in select_actions(generation)]
    return _calendar(_item_event(generation, item, due) for item, due in items if due)


def meetings_calendar(generation: Generation) -> bytes:
    """Every meeting that is dated."""
    meetings = [(meeting, meeting.dates) for meeting in select_meetings(generation)]
    return _calendar(_meeting_event(generation, each, days) for each, days in meetings if days)


CALENDARS: Mapping[str, Callable[[Generation], bytes]] = {
    "actions": actions_calendar,
    "meetings": meetings_calendar,
}


def _calendar(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Rapporteur//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _item_event(generation: Generation, item: ActionItem, due: DateRange) -> Event:
    owners = list_text(item.owners) or "members"
    summary = f"Due: {item.id} ({owners}): {item.text}"
    told = [
        item.text,
        f"Due, as written: “{item.due_text}”",
        f"Status: {item.status.value}" + (f" ({item.reason})" if item.reason else ""),
    ]
    return _event(generation, f"action-{item.id}", summary, due, told, item.citation)


def _meeting_event(generation: Generation, meeting: Meeting, dates: DateRange) -> Event:
    told = [meeting.title, f"Dated, as precisely as the source: {dates_text(dates)}"]
    if meeting.co_chairs:
        told.append(f"Co-chairs: {list_text(meeting.co_chairs)}")
    event = _event(
        generation, f"meeting-{meeting.id}", meeting.label, dates, told, meeting.citation
    )
    place = ", ".join(part for part in (meeting.city, meeting.country) if part)
    if place:
        event.add("location", place)
    return event


def _event(
    generation: Generation,
    uid: str,
    summary: str,
    dates: DateRange,
    told: list[str],
    citation: Citation,
) -> Event:
    """An all-day event; its `uid` is the same in every export, so that calendars update it."""
    document, paragraph = generation.recall(citation) or (None, None)
    if document and paragraph:
        told = [*told, f"Source: {document.label_of(paragraph)} ({citation})"]
        told.append(f"SHA-256 of its text: {paragraph.text_hash}")
    event = Event()
    event.add("uid", f"{uid}@rapporteur")
    event.add("dtstamp", generation.published_at)
    event.add("dtstart", dates.start)
    event.add("dtend", dates.end + timedelta(days=1))  # RFC 5545: the day after the last
    event.add("summary", summary if len(summary) <= _SUMMARY else f"{summary[: _SUMMARY - 1]}…")
    event.add("description", "\n".join(told))
    event.add("transp", "TRANSPARENT")
    return event
