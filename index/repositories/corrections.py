"""What maintainers say of single facts: entries are added, and nothing else ever happens."""

from datetime import datetime

import aiosqlite

from index.item_life.statuses import Actor
from index.publication.corrections import Correction, Ruling
from index.repositories.columns import citation_columns, fetch, read_citation


class CorrectionRepository:
    """Stores corrections, numbered in the order in which they were made."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(self, correction: Correction) -> int:
        """Store an entry under a new number; its paragraph must be stored."""
        rows = await fetch(
            self._connection,
            "INSERT INTO corrections (family, text_hash, fact, ruling, value, shown, note,"
            " document, paragraph, about, actor_id, actor, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
            correction.family,
            correction.text_hash,
            correction.fact,
            correction.ruling.value,
            correction.value,
            correction.shown,
            correction.note,
            *citation_columns(correction.citation),
            correction.about,
            correction.actor.id,
            correction.actor.name,
            correction.at.isoformat(),
        )
        return int(rows[0]["number"])

    async def all(self) -> tuple[Correction, ...]:
        """Every entry, oldest first."""
        rows = await fetch(self._connection, "SELECT * FROM corrections ORDER BY number")
        return tuple(map(_correction, rows))


def _correction(row: aiosqlite.Row) -> Correction:
    return Correction(
        number=row["number"],
        family=row["family"],
        text_hash=row["text_hash"],
        fact=row["fact"],
        ruling=Ruling(row["ruling"]),
        value=row["value"],
        shown=row["shown"],
        note=row["note"],
        citation=read_citation(row),
        actor=Actor(row["actor_id"], row["actor"]),
        at=datetime.fromisoformat(row["at"]),
        about=row["about"],
    )
