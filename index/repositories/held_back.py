"""Contents of folder files that a maintainer took out of the corpus."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

import aiosqlite

from index.item_life.statuses import Actor
from index.repositories.columns import fetch


class HeldBack(NamedTuple):
    """Who took a content out, and when."""

    actor: str
    at: datetime


class HeldBackRepository:
    """Stores what a reindex does not bring back, by the SHA-256 of the content."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def all(self) -> Mapping[str, HeldBack]:
        """All that is held back."""
        rows = await fetch(self._connection, "SELECT * FROM held_back")
        return {
            row["hash"]: HeldBack(row["actor"], datetime.fromisoformat(row["at"])) for row in rows
        }

    async def add(self, hashes: Iterable[str], actor: Actor, at: datetime) -> None:
        """Hold contents back from now on."""
        await self._connection.executemany(
            "INSERT OR REPLACE INTO held_back VALUES (?, ?, ?)",
            [(each, actor.name, at.isoformat()) for each in hashes],
        )

    async def release_members(self, generation: int) -> None:
        """Hold back nothing that a generation publishes."""
        await self._connection.execute(
            "DELETE FROM held_back WHERE hash IN"
            " (SELECT source_hash FROM members WHERE generation = ?)",
            (generation,),
        )
