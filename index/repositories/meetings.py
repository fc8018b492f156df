"""Meetings with their co-chairs and mentions, and who attended."""

from collections.abc import Sequence

import aiosqlite

from corpus.facts import Attendance, Capacity, Delegation, DelegationKind, Meeting
from index.repositories.columns import (
    Values,
    child_rows,
    citation_columns,
    date_columns,
    day_column,
    fetch,
    fetch_children,
    read_citation,
    read_dates,
    read_day,
)


class MeetingRepository:
    """Stores the meetings of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, fact_set: int, meetings: Sequence[Meeting]) -> None:
        """Store the meetings of one new fact set, in order."""
        await self._connection.executemany(
            "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(fact_set, place, *_meeting_values(each)) for place, each in enumerate(meetings)],
        )
        await self._connection.executemany(
            "INSERT INTO meeting_co_chairs VALUES (?, ?, ?, ?)",
            child_rows(fact_set, ([(name,) for name in each.co_chairs] for each in meetings)),
        )
        await self._connection.executemany(
            "INSERT INTO meeting_mentions VALUES (?, ?, ?, ?, ?)",
            child_rows(fact_set, (map(citation_columns, each.mentions) for each in meetings)),
        )

    async def all(self, fact_set: int) -> tuple[Meeting, ...]:
        """The meetings of a fact set, in order."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM meetings WHERE fact_set = ? ORDER BY position",
            fact_set,
        )
        co_chairs = await fetch_children(
            self._connection,
            "SELECT meeting AS parent, delegation FROM meeting_co_chairs"
            " WHERE fact_set = ? ORDER BY meeting, position",
            fact_set,
        )
        mentions = await fetch_children(
            self._connection,
            "SELECT meeting AS parent, document, paragraph FROM meeting_mentions"
            " WHERE fact_set = ? ORDER BY meeting, position",
            fact_set,
        )
        return tuple(
            _meeting(row, co_chairs.get(row["position"], ()), mentions.get(row["position"], ()))
            for row in rows
        )


class AttendanceRepository:
    """Stores the attendance of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, fact_set: int, attendance: Sequence[Attendance]) -> None:
        """Store the attendance of one new fact set, in order."""
        await self._connection.executemany(
            "INSERT INTO attendance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(fact_set, place, *_attendance_values(each)) for place, each in enumerate(attendance)],
        )

    async def all(self, fact_set: int) -> tuple[Attendance, ...]:
        """The attendance of a fact set, in order."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM attendance WHERE fact_set = ? ORDER BY position",
            fact_set,
        )
        return tuple(_attendance(row) for row in rows)


def _meeting_values(meeting: Meeting) -> Values:
    return (
        meeting.id,
        meeting.title,
        meeting.body,
        meeting.ordinal,
        *date_columns(meeting.dates),
        meeting.city,
        meeting.country,
        *citation_columns(meeting.citation),
        meeting.reported_by,
        day_column(meeting.corrected),
    )


def _meeting(
    row: aiosqlite.Row, co_chairs: Sequence[aiosqlite.Row], mentions: Sequence[aiosqlite.Row]
) -> Meeting:
    return Meeting(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        ordinal=row["ordinal"],
        dates=read_dates(row),
        city=row["city"],
        country=row["country"],
        co_chairs=tuple(each["delegation"] for each in co_chairs),
        citation=read_citation(row),
        reported_by=row["reported_by"],
        mentions=tuple(map(read_citation, mentions)),
        corrected=read_day(row["corrected"]),
    )


def _attendance_values(attendance: Attendance) -> Values:
    return (
        attendance.meeting,
        attendance.delegation.name,
        attendance.delegation.kind.value,
        attendance.delegation.code,
        attendance.as_written,
        attendance.capacity.value,
        *citation_columns(attendance.citation),
        day_column(attendance.corrected),
    )


def _attendance(row: aiosqlite.Row) -> Attendance:
    return Attendance(
        meeting=row["meeting"],
        delegation=Delegation(row["delegation"], DelegationKind(row["kind"]), row["code"]),
        as_written=row["as_written"],
        capacity=Capacity(row["capacity"]),
        citation=read_citation(row),
        corrected=read_day(row["corrected"]),
    )
