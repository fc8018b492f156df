"""RILONs with the steps of their history."""

from collections.abc import Mapping, Sequence

import aiosqlite

from corpus.facts import Rilon, RilonStep, Step
from index.repositories.columns import (
    Children,
    Sets,
    Values,
    by_set,
    child_rows,
    citation_columns,
    date_columns,
    day_column,
    fact_rows,
    fetch_children,
    fetch_sets,
    read_citation,
    read_dates,
    read_day,
)


class RilonRepository:
    """Stores the RILONs of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, rilons: Sets[Rilon]) -> None:
        """Store the RILONs of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO rilons VALUES (?, ?, ?, ?, ?)",
            fact_rows(rilons, lambda each: (each.city, each.country, each.status.value)),
        )
        await self._connection.executemany(
            "INSERT INTO rilon_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            child_rows(rilons, lambda each: map(_step_values, each.history)),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[Rilon, ...]]:
        """The RILONs of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM rilons WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        steps = await fetch_children(
            self._connection,
            "SELECT fact_set, rilon AS parent, step, first_day, last_day, precision, document,"
            " paragraph, corrected FROM rilon_steps"
            " WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, rilon, position",
            fact_sets,
        )
        return by_set(rows, lambda row: _rilon(row, steps))


def _step_values(step: RilonStep) -> Values:
    return (
        step.step.value,
        *date_columns(step.dates),
        *citation_columns(step.citation),
        day_column(step.corrected),
    )


def _rilon(row: aiosqlite.Row, steps: Children) -> Rilon:
    return Rilon(
        city=row["city"],
        country=row["country"],
        status=Step(row["status"]),
        history=tuple(map(_step, steps.get((row["fact_set"], row["position"]), ()))),
    )


def _step(row: aiosqlite.Row) -> RilonStep:
    corrected = read_day(row["corrected"])
    return RilonStep(Step(row["step"]), read_dates(row), read_citation(row), corrected)
