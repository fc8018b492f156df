"""What maintainers corrected of published documents, apart from what was read."""

from collections.abc import Mapping
from datetime import datetime

import aiosqlite

from corpus.details import Details
from index.item_life.statuses import Actor
from index.repositories.columns import fetch
from index.repositories.staged import DETAILS


class DetailsRepository:
    """Stores corrected details by the family of a document's revisions."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def all(self) -> Mapping[str, Details]:
        """All that is corrected, by family."""
        rows = await fetch(self._connection, "SELECT family, details FROM details ORDER BY number")
        return {row["family"]: DETAILS.validate_json(row["details"]) for row in rows}

    async def add(self, family: str, details: Details, actor: Actor, at: datetime) -> None:
        """Correct a document from its next reading on."""
        await self._connection.execute(
            "INSERT INTO details (family, details, actor_id, actor, at) VALUES (?, ?, ?, ?, ?)",
            (family, DETAILS.dump_json(details).decode(), actor.id, actor.name, at.isoformat()),
        )
