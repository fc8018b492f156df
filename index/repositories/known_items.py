"""Action items as they were last read, under the ids that they have for life."""

from collections.abc import Sequence

import aiosqlite

from corpus.facts import ActionItem, Strength
from index.item_life.item_matching import KnownItem
from index.repositories.columns import (
    Values,
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

    async def save(self, items: Sequence[KnownItem], before: Sequence[KnownItem] = ()) -> None:
        """Store what a new generation states, in its order; the others stay as they are.

        Args:
            items: stated by the new generation.
            before: as stored now; what has not changed is not written again.
        """
        stored = {each.item.id: (each.item, each.family, each.file) for each in before}
        same, new = [], []
        for place, known in enumerate(items):
            if stored.get(known.item.id) == (known.item, known.family, known.file):
                same.append((known.seen, place, known.item.id))
            else:
                new.append((*_values(known), place))
        await self._connection.executemany(
            "UPDATE known_items SET seen = ?, position = ? WHERE id = ?", same
        )
        await self._connection.executemany(
            "INSERT OR REPLACE INTO known_items"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            new,
        )

    async def all(self) -> tuple[KnownItem, ...]:
        """Every item, those of one generation in its order."""
        rows = await fetch(self._connection, "SELECT * FROM known_items ORDER BY seen, position")
        return tuple(map(_known, rows))

    async def left(self, generation: int) -> tuple[KnownItem, ...]:
        """The items that only generations before this one state."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM known_items WHERE seen < ? ORDER BY seen, position",
            generation,
        )
        return tuple(map(_known, rows))


def _values(known: KnownItem) -> Values:
    return (
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
    )


def _known(row: aiosqlite.Row) -> KnownItem:
    return KnownItem(_item(row), row["family"], row["file"], row["seen"])


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
