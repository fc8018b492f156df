"""Published generations: when, by whom, from which folder, and which documents they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import aiosqlite

from corpus.documents import Document
from index.repositories.columns import fetch

KEPT_GENERATIONS = 10  # whose facts are kept, to go back to


@dataclass(frozen=True, slots=True)
class Publication:
    """The record of one generation.

    Attributes:
        action: "publish", "reindex", …
        folder: where its documents were read from.
        reader: fingerprint of the code and word lists that read them.
        fact_set: number of its merged facts; None once it is too old to go back to.
    """

    number: int
    published_at: datetime
    action: str
    actor: str
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

    async def add(self, publication: Publication, documents: Iterable[Document]) -> None:
        """Record a generation and its members, which must be stored already."""
        await self._connection.execute(
            "INSERT INTO generations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                publication.number,
                publication.published_at.isoformat(),
                publication.action,
                publication.actor,
                publication.note,
                publication.folder,
                publication.reader,
                publication.fact_set,
            ),
        )
        await self._connection.executemany(
            "INSERT INTO members VALUES (?, ?, ?, ?)",
            [(publication.number, each.id, each.file, each.source_hash) for each in documents],
        )

    async def move(self, number: int, folder: str) -> None:
        """Record that a generation's documents now stand in another folder."""
        await self._connection.execute(
            "UPDATE generations SET folder = ? WHERE number = ?", (folder, number)
        )

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
        action=row["action"],
        actor=row["actor"],
        note=row["note"],
        folder=row["folder"],
        reader=row["reader"],
        fact_set=row["fact_set"],
    )
