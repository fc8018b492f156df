"""What is followed in which channel, and what each channel was told."""

from datetime import datetime
from typing import NamedTuple

import aiosqlite

from index.item_life.follows import Follow, What
from index.item_life.statuses import Actor
from index.repositories.columns import fetch


class FollowedChannel(NamedTuple):
    """A channel, the latest generation that it was told, and when a weekly digest is due."""

    channel: str
    told: int
    overdue_at: datetime | None


class FollowRepository:
    """Stores follows and how far each channel is."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(
        self, channel: str, what: What, name: str, actor: Actor, at: datetime
    ) -> Follow | None:
        """Store a follow; None where the channel has it already."""
        rows = await fetch(
            self._connection,
            "INSERT INTO follows (channel, what, name, actor_id, actor, at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *",
            channel,
            what.value,
            name,
            actor.id,
            actor.name,
            at.isoformat(),
        )
        return _follow(rows[0]) if rows else None

    async def remove(self, channel: str, number: int) -> Follow | None:
        """Remove a channel's follow; None where it has none of this number."""
        rows = await fetch(
            self._connection,
            "DELETE FROM follows WHERE channel = ? AND id = ? RETURNING *",
            channel,
            number,
        )
        return _follow(rows[0]) if rows else None

    async def forget(self, channel: str) -> None:
        """Drop all that a channel follows."""
        await self._connection.execute("DELETE FROM follows WHERE channel = ?", (channel,))
        await self._connection.execute("DELETE FROM follow_channels WHERE channel = ?", (channel,))

    async def of(self, channel: str) -> tuple[Follow, ...]:
        """What a channel follows, oldest first."""
        rows = await fetch(
            self._connection, "SELECT * FROM follows WHERE channel = ? ORDER BY id", channel
        )
        return tuple(map(_follow, rows))

    async def channels(self) -> tuple[FollowedChannel, ...]:
        """Every channel that follows something or has followed something."""
        rows = await fetch(self._connection, "SELECT * FROM follow_channels ORDER BY channel")
        return tuple(
            FollowedChannel(
                row["channel"],
                row["told"],
                datetime.fromisoformat(row["overdue_at"]) if row["overdue_at"] else None,
            )
            for row in rows
        )

    async def start(self, channel: str, generation: int) -> None:
        """Note that a channel knows everything up to a generation, unless it is known."""
        await self._connection.execute(
            "INSERT OR IGNORE INTO follow_channels VALUES (?, ?, NULL)", (channel, generation)
        )

    async def tell(self, channel: str, generation: int) -> None:
        """Note that a channel was told the news up to a generation."""
        await self._connection.execute(
            "UPDATE follow_channels SET told = max(told, ?) WHERE channel = ?",
            (generation, channel),
        )

    async def schedule(self, channel: str, overdue_at: datetime | None) -> None:
        """Set when a channel's next weekly digest is due, or that it wants none."""
        await self._connection.execute(
            "UPDATE follow_channels SET overdue_at = ? WHERE channel = ?",
            (overdue_at.isoformat() if overdue_at else None, channel),
        )

    async def texts(self, generation: int) -> frozenset[str]:
        """The text of every paragraph that a generation held."""
        rows = await fetch(
            self._connection,
            "SELECT DISTINCT text FROM members"
            " JOIN paragraphs ON paragraphs.document = members.document WHERE generation = ?",
            generation,
        )
        return frozenset(row["text"] for row in rows)


def _follow(row: aiosqlite.Row) -> Follow:
    return Follow(row["id"], row["channel"], What(row["what"]), row["name"], row["actor"])
