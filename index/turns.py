"""Taking turns among the processes that share a store."""

import time

from index.database import Database
from index.repositories.turns import TurnRepository


class Turns:
    """Turns by name: what is done in one is done by one process only, and not too soon again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, name: str, interval: float) -> float:
        """Take the next turn, `interval` seconds long; the seconds to wait until it begins.

        Raises:
            StoreError: the store cannot be written.
        """
        now = time.time()  # no monotonic clock is the same in every process
        async with self._database.transaction() as connection:
            return await TurnRepository(connection).take(name, now, interval) - now

    async def forget(self) -> None:
        """Begin anew: whoever took turns before is gone.

        Raises:
            StoreError: the store cannot be written.
        """
        async with self._database.transaction() as connection:
            await TurnRepository(connection).forget()
