"""Meetings with their co-chairs and mentions, and who attended."""

from collections.abc import Mapping, Sequence

import aiosqlite

from corpus.facts import Attendance, Capacity, Delegation, DelegationKind, Meeting
from index.repositories.columns import (
    Children,
    Sets,
    Values,
    by_set,
    child_rows,
    citation_columns,
    date_columns,
    day_column,
    fact_rows,
    fetch_children,
    fetch_sets,
    read_citation,
    read_dates,
    read_day,
)


class MeetingRepository:
    """Stores the meetings of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, meetings: Sets[Meeting]) -> None:
        """Store the meetings of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            fact_rows(meetings, _meeting_values),
        )
        await self._connection.executemany(
            "INSERT INTO meeting_co_chairs VALUES (?, ?, ?, ?)",
            child_rows(meetings, lambda each: [(name,) for name in each.co_chairs]),
        )
        await self._connection.executemany(
            "INSERT INTO meeting_mentions VALUES (?, ?, ?, ?, ?)",
            child_rows(meetings, lambda each: map(citation_columns, each.mentions)),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[Meeting, ...]]:
        """The meetings of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM meetings WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        co_chairs = await fetch_children(
            self._connection,
            "SELECT fact_set, meeting AS parent, delegation FROM meeting_co_chairs"
            " WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, meeting, position",
            fact_sets,
        )
        mentions = await fetch_children(
            self._connection,
            "SELECT fact_set, meeting AS parent, document, paragraph FROM meeting_mentions"
            " WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, meeting, position",
            fact_sets,
        )
        return by_set(rows, lambda row: _meeting(row, co_chairs, mentions))


class AttendanceRepository:
    """Stores the attendance of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, attendance: Sets[Attendance]) -> None:
        """Store the attendance of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO attendance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            fact_rows(attendance, _attendance_values),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[Attendance, ...]]:
        """The attendance of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM attendance WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        return by_set(rows, _attendance)


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


def _meeting(row: aiosqlite.Row, co_chairs: Children, mentions: Children) -> Meeting:
    place = row["fact_set"], row["position"]
    return Meeting(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        ordinal=row["ordinal"],
        dates=read_dates(row),
        city=row["city"],
        country=row["country"],
        co_chairs=tuple(each["delegation"] for each in co_chairs.get(place, ())),
        citation=read_citation(row),
        reported_by=row["reported_by"],
        mentions=tuple(map(read_citation, mentions.get(place, ()))),
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
