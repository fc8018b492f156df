"""Acronyms and what documents say they mean."""

from collections.abc import Mapping, Sequence

import aiosqlite

from corpus.facts import Acronym
from index.repositories.columns import (
    Sets,
    Values,
    by_set,
    citation_columns,
    day_column,
    fact_rows,
    fetch_sets,
    read_citation,
    read_day,
)


class AcronymRepository:
    """Stores the acronyms of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, acronyms: Sets[Acronym]) -> None:
        """Store the acronyms of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO acronyms VALUES (?, ?, ?, ?, ?, ?, ?)",
            fact_rows(acronyms, _values),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[Acronym, ...]]:
        """The acronyms of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM acronyms WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        return by_set(rows, _acronym)


def _values(each: Acronym) -> Values:
    corrected = day_column(each.corrected)
    return (each.acronym, each.meaning, *citation_columns(each.citation), corrected)


def _acronym(row: aiosqlite.Row) -> Acronym:
    corrected = read_day(row["corrected"])
    return Acronym(row["acronym"], row["meaning"], read_citation(row), corrected)
