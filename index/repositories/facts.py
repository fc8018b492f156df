"""Fact sets: all that one document states, or a part of what a generation does."""

import json
from collections.abc import Iterable, Mapping, Sequence

import aiosqlite

from corpus.facts import Facts
from index.repositories.actions import ActionRepository
from index.repositories.columns import fetch
from index.repositories.conflicts import ConflictRepository
from index.repositories.glossary import AcronymRepository
from index.repositories.meetings import AttendanceRepository, MeetingRepository
from index.repositories.rilons import RilonRepository


class FactRepository:
    """Stores whole fact sets under numbers of its own."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._meetings = MeetingRepository(connection)
        self._attendance = AttendanceRepository(connection)
        self._actions = ActionRepository(connection)
        self._rilons = RilonRepository(connection)
        self._acronyms = AcronymRepository(connection)
        self._conflicts = ConflictRepository(connection)

    async def add(self, facts: Facts) -> int:
        """Store a new fact set; its number. The cited paragraphs must be stored already."""
        return (await self.add_all([facts]))[0]

    async def add_all(self, sets: Sequence[Facts]) -> Sequence[int]:
        """Store new fact sets; their numbers, in this order."""
        numbers = await self.reserve(len(sets))
        await self.fill(dict(zip(numbers, sets, strict=True)))
        return numbers

    async def reserve(self, count: int) -> Sequence[int]:
        """The numbers of new fact sets, empty until they are filled."""
        rows = await fetch(
            self._connection,
            "INSERT INTO fact_sets SELECT NULL FROM json_each(?) RETURNING id",
            json.dumps([0] * count),
        )
        return sorted(row["id"] for row in rows)

    async def fill(self, sets: Mapping[int, Facts]) -> None:
        """Store the facts of empty fact sets, by their numbers: a few statements for them all."""
        items = sets.items()
        await self._meetings.add_all({number: each.meetings for number, each in items})
        await self._attendance.add_all({number: each.attendance for number, each in items})
        await self._actions.add_all({number: each.actions for number, each in items})
        await self._rilons.add_all({number: each.rilons for number, each in items})
        await self._acronyms.add_all({number: each.acronyms for number, each in items})
        await self._conflicts.add_all({number: each.conflicts for number, each in items})

    async def get(self, number: int) -> Facts:
        """The fact set with this number; an empty one where there is none."""
        return (await self.all([number]))[number]

    async def all(self, numbers: Sequence[int]) -> Mapping[int, Facts]:
        """Fact sets by their numbers, in one query for each table."""
        meetings = await self._meetings.all(numbers)
        attendance = await self._attendance.all(numbers)
        actions = await self._actions.all(numbers)
        rilons = await self._rilons.all(numbers)
        acronyms = await self._acronyms.all(numbers)
        conflicts = await self._conflicts.all(numbers)
        return {
            number: Facts(
                meetings=meetings.get(number, ()),
                attendance=attendance.get(number, ()),
                actions=actions.get(number, ()),
                rilons=rilons.get(number, ()),
                acronyms=acronyms.get(number, ()),
                conflicts=conflicts.get(number, ()),
            )
            for number in numbers
        }

    async def remove_all(self, numbers: Iterable[int]) -> None:
        """Drop fact sets that nothing refers to any more."""
        await self._connection.executemany(
            "DELETE FROM fact_sets WHERE id = ?", [(number,) for number in numbers]
        )
