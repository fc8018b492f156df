"""Fact sets: all that one document, or one generation, states."""

from collections.abc import Iterable

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
        number = await self.reserve()
        await self.fill(number, facts)
        return number

    async def reserve(self) -> int:
        """The number of a new fact set, empty until it is filled."""
        rows = await fetch(self._connection, "INSERT INTO fact_sets DEFAULT VALUES RETURNING id")
        return int(rows[0]["id"])

    async def fill(self, number: int, facts: Facts) -> None:
        """Store the facts of an empty fact set."""
        await self._meetings.add_all(number, facts.meetings)
        await self._attendance.add_all(number, facts.attendance)
        await self._actions.add_all(number, facts.actions)
        await self._rilons.add_all(number, facts.rilons)
        await self._acronyms.add_all(number, facts.acronyms)
        await self._conflicts.add_all(number, facts.conflicts)

    async def get(self, number: int) -> Facts:
        """The fact set with this number; an empty one where there is none."""
        return Facts(
            meetings=await self._meetings.all(number),
            attendance=await self._attendance.all(number),
            actions=await self._actions.all(number),
            rilons=await self._rilons.all(number),
            acronyms=await self._acronyms.all(number),
            conflicts=await self._conflicts.all(number),
        )

    async def remove_all(self, numbers: Iterable[int]) -> None:
        """Drop fact sets that nothing refers to any more."""
        await self._connection.executemany(
            "DELETE FROM fact_sets WHERE id = ?", [(number,) for number in numbers]
        )
