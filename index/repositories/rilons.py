"""RILONs with the steps of their history."""

from collections.abc import Sequence

import aiosqlite

from corpus.facts import Rilon, RilonStep, Step
from index.repositories.columns import (
    Values,
    child_rows,
    citation_columns,
    date_columns,
    day_column,
    fetch,
    fetch_children,
    read_citation,
    read_dates,
    read_day,
)


class RilonRepository:
    """Stores the RILONs of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, fact_set: int, rilons: Sequence[Rilon]) -> None:
        """Store the RILONs of one new fact set, in order."""
        await self._connection.executemany(
            "INSERT INTO rilons VALUES (?, ?, ?, ?, ?)",
            [
                (fact_set, place, each.city, each.country, each.status.value)
                for place, each in enumerate(rilons)
            ],
        )
        await self._connection.executemany(
            "INSERT INTO rilon_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            child_rows(fact_set, (map(_step_values, each.history) for each in rilons)),
        )

    async def all(self, fact_set: int) -> tuple[Rilon, ...]:
        """The RILONs of a fact set, in order."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM rilons WHERE fact_set = ? ORDER BY position",
            fact_set,
        )
        steps = await fetch_children(
            self._connection,
            "SELECT rilon AS parent, step, first_day, last_day, precision, document, paragraph,"
            " corrected FROM rilon_steps WHERE fact_set = ? ORDER BY rilon, position",
            fact_set,
        )
        return tuple(
            Rilon(
                city=row["city"],
                country=row["country"],
                status=Step(row["status"]),
                history=tuple(map(_step, steps.get(row["position"], ()))),
            )
            for row in rows
        )


def _step_values(step: RilonStep) -> Values:
    return (
        step.step.value,
        *date_columns(step.dates),
        *citation_columns(step.citation),
        day_column(step.corrected),
    )


def _step(row: aiosqlite.Row) -> RilonStep:
    corrected = read_day(row["corrected"])
    return RilonStep(Step(row["step"]), read_dates(row), read_citation(row), corrected)
