"""What tells one store from all others."""

import aiosqlite

from index.repositories.columns import fetch


class StoreRepository:
    """Knows the store's own id."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def id(self) -> str:
        """16 hexadecimal digits, given when the store was made; copies of it share them."""
        [row] = await fetch(self._connection, "SELECT id FROM store")
        return str(row["id"])
