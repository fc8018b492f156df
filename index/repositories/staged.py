"""Uploads that wait to be published, and what became of those that were discarded."""

from dataclasses import dataclass
from datetime import datetime

import aiosqlite
from pydantic import TypeAdapter

from corpus.details import Details
from index.item_life.statuses import Actor
from index.repositories.columns import fetch


@dataclass(frozen=True, slots=True)
class Staged:
    """An upload that was read and kept, and that no answer knows of yet.

    Attributes:
        id: "S-" and the first characters of the hash.
        file: the publisher's file name.
        hash: SHA-256 of the content, in hexadecimal.
        size_bytes: of the content.
        actor: who uploaded it.
        details: what a maintainer corrected of it.
        editor: who did so; None where nobody has.
    """

    id: str
    file: str
    hash: str
    size_bytes: int
    actor: Actor
    at: datetime
    details: Details
    editor: Actor | None = None


class StagedRepository:
    """Stores staged uploads; each leaves when it is published or discarded."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def all(self) -> tuple[Staged, ...]:
        """Everything that waits, in the order in which it came."""
        rows = await fetch(
            self._connection,
            "SELECT id, file, hash, length(content) AS size, actor_id, actor, at, details,"
            " editor_id, editor FROM staged ORDER BY at, id",
        )
        return tuple(map(_staged, rows))

    async def content(self, staged_id: str) -> bytes:
        """The bytes of a staged upload, which must be there."""
        [row] = await fetch(self._connection, "SELECT content FROM staged WHERE id = ?", staged_id)
        return bytes(row["content"])

    async def add(self, staged: Staged, content: bytes) -> None:
        """Keep an upload."""
        await self._connection.execute(
            "INSERT INTO staged (id, file, hash, content, actor_id, actor, at, details)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                staged.id,
                staged.file,
                staged.hash,
                content,
                staged.actor.id,
                staged.actor.name,
                staged.at.isoformat(),
                DETAILS.dump_json(staged.details).decode(),
            ),
        )

    async def set_details(self, staged_id: str, details: Details, editor: Actor) -> None:
        """Keep what a maintainer corrected of an upload."""
        await self._connection.execute(
            "UPDATE staged SET details = ?, editor_id = ?, editor = ? WHERE id = ?",
            (DETAILS.dump_json(details).decode(), editor.id, editor.name, staged_id),
        )

    async def remove(self, staged_id: str) -> None:
        """Let go of what was published."""
        await self._connection.execute("DELETE FROM staged WHERE id = ?", (staged_id,))

    async def discard(self, staged: Staged, actor: Actor, at: datetime) -> None:
        """Let go of an upload, and note who wanted it."""
        await self.remove(staged.id)
        await self._connection.execute(
            "INSERT INTO discards (staged, file, hash, actor_id, actor, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (staged.id, staged.file, staged.hash, actor.id, actor.name, at.isoformat()),
        )


DETAILS = TypeAdapter(Details)


def _staged(row: aiosqlite.Row) -> Staged:
    return Staged(
        id=row["id"],
        file=row["file"],
        hash=row["hash"],
        size_bytes=row["size"],
        actor=Actor(row["actor_id"], row["actor"]),
        at=datetime.fromisoformat(row["at"]),
        details=DETAILS.validate_json(row["details"]),
        editor=Actor(row["editor_id"], row["editor"]) if row["editor_id"] else None,
    )
