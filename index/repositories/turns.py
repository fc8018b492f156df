"""When the next turn of something is free that processes over one store do one at a time."""

import aiosqlite

from index.repositories.columns import fetch


class TurnRepository:
    """Stores, by name, the moment from which the next turn is free (seconds since 1970)."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def take(self, name: str, now: float, interval: float) -> float:
        """Take the next free turn, which ends `interval` seconds later; when it begins."""
        rows = await fetch(self._connection, "SELECT free_at FROM turns WHERE name = ?", name)
        begins = max(now, rows[0]["free_at"]) if rows else now
        await self._connection.execute(
            "INSERT OR REPLACE INTO turns VALUES (?, ?)", (name, begins + interval)
        )
        return float(begins)

    async def forget(self) -> None:
        """Every turn is free."""
        await self._connection.execute("DELETE FROM turns")
