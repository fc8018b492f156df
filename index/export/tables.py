"""Facts as tables, each row with the citation it rests on and the hash of the cited text."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.documents import Citation
from corpus.facts import DateRange
from index.facts import select_meetings, select_rilons
from index.generation import Generation
from index.item_life.selecting import select_actions

Cell = str | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; a tuple in a cell is a list."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def actions_table(generation: Generation) -> Table:
    """One row an action item, in the order in which they arose."""
    columns = "id text owners strength due_text due_from due_to status reason meeting evidence"
    return Table(
        (*columns.split(), *_FACT),
        tuple(
            (
                item.id,
                item.text,
                item.owners,
                item.strength.value,
                item.due_text,
                *_days(item.due),
                item.status.value,
                item.reason,
                item.meeting,
                tuple(str(each.citation) for each in item.evidence),
                *cited(generation, item.citation),
                _day(item.corrected),
            )
            for item in select_actions(generation)
        ),
    )


def attendance_table(generation: Generation) -> Table:
    """One row a delegation at a meeting, in the order of the texts."""
    columns = "meeting meeting_label date delegation kind code as_written capacity"
    meetings = {each.id: each for each in generation.facts.meetings}
    rows = []
    for entry in generation.facts.attendance:
        meeting = meetings.get(entry.meeting)
        dates = meeting.dates if meeting else None
        delegation = entry.delegation
        rows.append(
            (
                entry.meeting,
                meeting.label if meeting else entry.meeting,
                dates.iso()[0] if dates else None,
                delegation.name,
                delegation.kind.value,
                delegation.code,
                entry.as_written,
                entry.capacity.value,
                *cited(generation, entry.citation),
                _day(entry.corrected),
            )
        )
    return Table((*columns.split(), *_FACT), tuple(rows))


def matrix_table(generation: Generation) -> Table:
    """One row a delegation, one column a meeting: its capacities there.

    An empty cell says that the texts do not list it there, never that it was absent.
    """
    attended: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for entry in generation.facts.attendance:
        attended[entry.delegation.name, entry.meeting].append(entry.capacity.value)
        cited[entry.delegation.name].append(entry.citation)
    listed = {each.meeting for each in generation.facts.attendance}
    meetings = [each for each in select_meetings(generation) if each.id in listed]
    delegations = sorted({each.delegation for each in generation.facts.attendance})
    rows = []
    for delegation in delegations:
        sources = list(dict.fromkeys(cited[delegation.name]))
        rows.append(
            (
                delegation.name,
                delegation.kind.value,
                *(", ".join(attended.get((delegation.name, m.id), [])) for m in meetings),
                tuple(map(str, sources)),
                tuple(_hash(generation, each) for each in sources),
            )
        )
    return Table(("delegation", "kind", *(m.id for m in meetings), *_SOURCE), tuple(rows))


def meetings_table(generation: Generation) -> Table:
    """One row a meeting, oldest first; dates as precisely as the source has them."""
    columns = "id title body ordinal start_date end_date city country co_chairs reported_by"
    rows = []
    for meeting in select_meetings(generation):
        start, end = meeting.dates.iso() if meeting.dates else (None, None)
        rows.append(
            (
                meeting.id,
                meeting.title,
                meeting.body,
                meeting.ordinal,
                start,
                end,
                meeting.city,
                meeting.country,
                meeting.co_chairs,
                meeting.reported_by,
                *cited(generation, meeting.citation),
                _day(meeting.corrected),
            )
        )
    return Table((*columns.split(), *_FACT), tuple(rows))


def rilons_table(generation: Generation) -> Table:
    """One row a step in the history of a RILON, by place and oldest first."""
    columns = "city country status step date_from date_to"
    return Table(
        (*columns.split(), *_FACT),
        tuple(
            (
                rilon.city,
                rilon.country,
                rilon.status.value,
                step.step.value,
                *_days(step.dates),
                *cited(generation, step.citation),
                _day(step.corrected),
            )
            for rilon in select_rilons(generation)
            for step in rilon.history
        ),
    )


TABLES: Mapping[str, Callable[[Generation], Table]] = {
    "actions": actions_table,
    "attendance": attendance_table,
    "matrix": matrix_table,
    "meetings": meetings_table,
    "rilons": rilons_table,
}
_SOURCE = ("citation", "text_hash")
_FACT = (*_SOURCE, "corrected")


def cited(generation: Generation, citation: Citation) -> tuple[str, str]:
    """The citation, and the SHA-256 of the paragraph's text."""
    return str(citation), _hash(generation, citation)


def _hash(generation: Generation, citation: Citation) -> str:
    found = generation.recall(citation)
    return found[1].text_hash if found else ""


def _day(corrected: date | None) -> str | None:
    """The day on which a maintainer put the fact right; nothing where it is as read."""
    return corrected.isoformat() if corrected else None


def _days(dates: DateRange | None) -> tuple[str | None, str | None]:
    return (dates.start.isoformat(), dates.end.isoformat()) if dates else (None, None)
