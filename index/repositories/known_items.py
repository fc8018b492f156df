"""Action items as they were last read, under the ids that they have for life."""

from collections.abc import Sequence

import aiosqlite

from corpus.facts import ActionItem, Strength
from index.item_life.item_matching import KnownItem
from index.repositories.columns import (
    citation_columns,
    date_columns,
    fetch,
    read_citation,
    read_dates,
)


class KnownItemRepository:
    """Stores every action item ever published; none is ever removed."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def save(self, items: Sequence[KnownItem]) -> None:
        """Store what a new generation states, in its order; the others stay as they are."""
        await self._connection.executemany(
            "INSERT OR REPLACE INTO known_items"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    known.item.id,
                    known.item.text,
                    known.item.lead,
                    "\n".join(known.item.owners),
                    known.item.due_text,
                    *date_columns(known.item.due),
                    known.item.strength.value,
                    known.item.meeting,
                    *citation_columns(known.item.citation),
                    known.family,
                    known.file,
                    known.seen,
                    place,
                )
                for place, known in enumerate(items)
            ],
        )

    async def all(self) -> tuple[KnownItem, ...]:
        """Every item, those of one generation in its order."""
        rows = await fetch(self._connection, "SELECT * FROM known_items ORDER BY seen, position")
        return tuple(KnownItem(_item(row), row["family"], row["file"], row["seen"]) for row in rows)


def _item(row: aiosqlite.Row) -> ActionItem:
    return ActionItem(
        id=row["id"],
        text=row["text"],
        lead=row["lead"],
        owners=tuple(filter(None, row["owners"].split("\n"))),
        due_text=row["due_text"],
        due=read_dates(row),
        strength=Strength(row["strength"]),
        meeting=row["meeting"],
        citation=read_citation(row),
    )
