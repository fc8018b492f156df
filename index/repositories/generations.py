"""Published generations: when, by whom, from which folder, and which documents they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import aiosqlite

from corpus.documents import Document
from index.item_life.statuses import Actor
from index.repositories.columns import fetch
from index.repositories.remembered import Remembered

KEPT_GENERATIONS = 10  # whose facts are kept, to go back to


class Action(StrEnum):
    """What made a generation."""

    PUBLISH = "publish"  # the first one
    REINDEX = "reindex"
    ADD = "add"
    REMOVE = "remove"
    ROLLBACK = "rollback"
    CORRECT = "correct"
    UPGRADE = "upgrade"  # newer code has read the documents anew


class Origin(StrEnum):
    """Where a document came from: the folder rules its own; what else there is stays."""

    FOLDER = "folder"
    UPLOAD = "upload"
    RESTORED = "restored"  # a rollback brought it back after its file had left the folder


class Member(NamedTuple):
    """A document of a generation, and where it came from."""

    document: Document
    origin: Origin


class Listed(NamedTuple):
    """A document in a list, by what a person knows it by."""

    document: str
    label: str
    file: str
    source_hash: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The record of one generation.

    Attributes:
        folder: where its documents were read from.
        reader: fingerprint of the code and word lists that read them.
        fact_set: number of its merged facts; None once it is too old to go back to.
    """

    number: int
    published_at: datetime
    action: Action
    actor: Actor
    note: str
    folder: str
    reader: str
    fact_set: int | None


class GenerationRepository:
    """Stores generations; the one with the highest number is current."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def current(self) -> Publication | None:
        """The latest generation, or None where nothing was published yet."""
        rows = await fetch(
            self._connection, "SELECT * FROM generations ORDER BY number DESC LIMIT 1"
        )
        return _publication(rows[0]) if rows else None

    async def find(self, number: int) -> Publication | None:
        """The record of one generation, or None."""
        rows = await fetch(self._connection, "SELECT * FROM generations WHERE number = ?", number)
        return _publication(rows[0]) if rows else None

    async def all(self) -> tuple[Publication, ...]:
        """The records of all generations, oldest first."""
        rows = await fetch(self._connection, "SELECT * FROM generations ORDER BY number")
        return tuple(map(_publication, rows))

    async def listed(self, number: int) -> tuple[Listed, ...]:
        """The documents of a generation, by file name."""
        rows = await fetch(
            self._connection,
            "SELECT document, label, file, source_hash FROM members"
            " JOIN documents ON documents.id = members.document"
            " WHERE generation = ? ORDER BY file",
            number,
        )
        return tuple(Listed(*row) for row in rows)

    async def add(self, publication: Publication, members: Iterable[Member]) -> None:
        """Record a generation and its members, which must be stored already."""
        await self._connection.execute(
            "INSERT INTO generations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                publication.number,
                publication.published_at.isoformat(),
                publication.action.value,
                publication.actor.name,
                publication.note,
                publication.folder,
                publication.reader,
                publication.fact_set,
                publication.actor.id,
            ),
        )
        await self._connection.executemany(
            "INSERT INTO members VALUES (?, ?, ?, ?, ?)",
            [
                (publication.number, each.id, each.file, each.source_hash, origin.value)
                for each, origin in members
            ],
        )

    async def move(self, number: int, folder: str) -> None:
        """Record that a generation's documents now stand in another folder."""
        await self._connection.execute(
            "UPDATE generations SET folder = ? WHERE number = ?", (folder, number)
        )

    async def check(self, remembered: Remembered) -> None:
        """Forget what is remembered of a store that is no longer this one."""
        if remembered.published is None:
            return
        number, at = remembered.published
        known = await self.find(number)
        if known is None or known.published_at != at:
            remembered.forget()

    async def fact_sets(self, number: int) -> frozenset[int]:
        """The numbers of a generation's fact sets: its documents' and its merged facts' parts."""
        rows = await fetch(
            self._connection,
            "SELECT documents.fact_set FROM members"
            " JOIN documents ON documents.id = members.document WHERE generation = ?1"
            " UNION SELECT part FROM fact_parts"
            " JOIN generations ON generations.fact_set = whole WHERE number = ?1",
            number,
        )
        return frozenset(row["fact_set"] for row in rows)

    async def forget_facts(self, before: int) -> tuple[int, ...]:
        """Detach the fact sets of generations numbered below `before`; their numbers."""
        rows = await fetch(
            self._connection,
            "SELECT fact_set FROM generations WHERE number < ? AND fact_set IS NOT NULL",
            before,
        )
        await self._connection.execute(
            "UPDATE generations SET fact_set = NULL WHERE number < ?", (before,)
        )
        return tuple(row["fact_set"] for row in rows)


def _publication(row: aiosqlite.Row) -> Publication:
    return Publication(
        number=row["number"],
        published_at=datetime.fromisoformat(row["published_at"]),
        action=Action(row["action"]),
        actor=Actor(row["actor_id"], row["actor"]),
        note=row["note"],
        folder=row["folder"],
        reader=row["reader"],
        fact_set=row["fact_set"],
    )
