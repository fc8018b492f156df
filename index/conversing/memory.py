"""Remembering what conversations were about, over restarts, for a while."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from index.conversing.turns import Context
from index.database import Database
from index.repositories.askers import pseudonym
from index.repositories.conversations import ConversationRepository


class Memory:
    """The contexts of conversations in one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def recall(
        self, keys: Sequence[str], lifetime: timedelta, now: datetime | None = None
    ) -> Context | None:
        """The context under the first of these keys that holds a fresh one.

        Raises:
            StoreError: the store cannot be read.
        """
        since = (now or datetime.now(UTC)) - lifetime
        async with self._database.snapshot() as connection:
            conversations = ConversationRepository(connection)
            for key in keys:
                found = await conversations.find(key, since)
                if found is not None:
                    return found
        return None

    async def remember(
        self,
        keys: Sequence[str],
        context: Context,
        person: str,
        lifetime: timedelta,
        now: datetime | None = None,
    ) -> None:
        """Keep a context under these keys, and drop what nobody can recall any more.

        What `person` has just asked is kept under their pseudonym, so that they can have it
        deleted.

        Raises:
            StoreError: the store cannot be written.
        """
        moment = now or datetime.now(UTC)
        async with self._database.transaction() as connection:
            conversations = ConversationRepository(connection)
            asker = await pseudonym(connection, person)
            turns = (replace(turn, asker=turn.asker or asker) for turn in context.turns)
            await conversations.put(keys, Context(tuple(turns)), moment)
            await conversations.forget(moment - lifetime)
