"""Matters on which documents disagree, and what each states."""

from collections.abc import Iterator, Mapping, Sequence

import aiosqlite

from corpus.facts import Conflict
from index.repositories.columns import (
    Children,
    Sets,
    Values,
    by_set,
    child_rows,
    citation_columns,
    fact_rows,
    fetch_children,
    fetch_sets,
    read_citation,
)


class ConflictRepository:
    """Stores the conflicts of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, conflicts: Sets[Conflict]) -> None:
        """Store the conflicts of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO conflicts VALUES (?, ?, ?)",
            fact_rows(conflicts, lambda each: (each.subject,)),
        )
        await self._connection.executemany(
            "INSERT INTO conflict_statements VALUES (?, ?, ?, ?, ?, ?)",
            child_rows(conflicts, _statements),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[Conflict, ...]]:
        """The conflicts of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM conflicts WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        statements = await fetch_children(
            self._connection,
            "SELECT fact_set, conflict AS parent, stated, document, paragraph"
            " FROM conflict_statements WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, conflict, position",
            fact_sets,
        )
        return by_set(rows, lambda row: _conflict(row, statements))


def _statements(conflict: Conflict) -> Iterator[Values]:
    return ((words, *citation_columns(citation)) for words, citation in conflict.stated)


def _conflict(row: aiosqlite.Row, statements: Children) -> Conflict:
    stated = statements.get((row["fact_set"], row["position"]), ())
    return Conflict(row["subject"], tuple((each["stated"], read_citation(each)) for each in stated))
