"""Matters on which documents disagree, and what each states."""

from collections.abc import Sequence

import aiosqlite

from corpus.facts import Conflict
from index.repositories.columns import (
    child_rows,
    citation_columns,
    fetch,
    fetch_children,
    read_citation,
)


class ConflictRepository:
    """Stores the conflicts of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, fact_set: int, conflicts: Sequence[Conflict]) -> None:
        """Store the conflicts of one new fact set, in order."""
        await self._connection.executemany(
            "INSERT INTO conflicts VALUES (?, ?, ?)",
            [(fact_set, place, each.subject) for place, each in enumerate(conflicts)],
        )
        statements = (
            [(words, *citation_columns(citation)) for words, citation in each.stated]
            for each in conflicts
        )
        await self._connection.executemany(
            "INSERT INTO conflict_statements VALUES (?, ?, ?, ?, ?, ?)",
            child_rows(fact_set, statements),
        )

    async def all(self, fact_set: int) -> tuple[Conflict, ...]:
        """The conflicts of a fact set, in order."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM conflicts WHERE fact_set = ? ORDER BY position",
            fact_set,
        )
        statements = await fetch_children(
            self._connection,
            "SELECT conflict AS parent, stated, document, paragraph FROM conflict_statements"
            " WHERE fact_set = ? ORDER BY conflict, position",
            fact_set,
        )
        return tuple(
            Conflict(
                row["subject"],
                tuple(
                    (each["stated"], read_citation(each))
                    for each in statements.get(row["position"], ())
                ),
            )
            for row in rows
        )
