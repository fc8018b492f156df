"""How citations and dates stand in columns, and how rows are fetched."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import aiosqlite

from corpus.documents import Citation
from corpus.facts import DateRange, Precision

Fact = TypeVar("Fact")
Children = Mapping[tuple[int, int], Sequence[aiosqlite.Row]]
Sets = Mapping[int, Sequence[Fact]]  # facts by the number of their new fact set
Values = tuple[Any, ...]  # of one row to be inserted, in the order of the table's columns


def citation_columns(citation: Citation) -> tuple[str, int]:
    """`document` and `paragraph`."""
    return citation.document, citation.ordinal


def read_citation(row: aiosqlite.Row) -> Citation:
    """The citation in a row's `document` and `paragraph`."""
    return Citation(row["document"], row["paragraph"])


def date_columns(dates: DateRange | None) -> tuple[str | None, str | None, str | None]:
    """`first_day`, `last_day` and `precision`, each NULL for no date."""
    if dates is None:
        return None, None, None
    return dates.start.isoformat(), dates.end.isoformat(), dates.precision.value


def read_dates(row: aiosqlite.Row) -> DateRange | None:
    """The range in a row's `first_day`, `last_day` and `precision`."""
    if row["first_day"] is None:
        return None
    return DateRange(
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        Precision(row["precision"]),
    )


def day_column(day: date | None) -> str | None:
    """A day as ISO 8601, NULL for none."""
    return day.isoformat() if day else None


def read_day(text: str | None) -> date | None:
    """The day in such a column."""
    return date.fromisoformat(text) if text else None


async def fetch(
    connection: aiosqlite.Connection, query: str, *values: object
) -> Sequence[aiosqlite.Row]:
    """All rows of a query, in one trip to the connection's thread."""
    return list(await connection.execute_fetchall(query, values))


async def fetch_sets(
    connection: aiosqlite.Connection, query: str, fact_sets: Iterable[int]
) -> Sequence[aiosqlite.Row]:
    """Rows of several fact sets; the query asks for those in a JSON list."""
    return await fetch(connection, query, json.dumps(list(fact_sets)))


async def fetch_children(
    connection: aiosqlite.Connection, query: str, fact_sets: Iterable[int]
) -> Children:
    """The same, by fact set and the position of what they belong to, called `parent`."""
    children: defaultdict[tuple[int, int], list[aiosqlite.Row]] = defaultdict(list)
    for row in await fetch_sets(connection, query, fact_sets):
        children[row["fact_set"], row["parent"]].append(row)
    return children


def by_set(
    rows: Iterable[aiosqlite.Row], read: Callable[[aiosqlite.Row], Fact]
) -> Mapping[int, tuple[Fact, ...]]:
    """What rows say, in their order, by the number of their fact set."""
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for row in rows:
        found[row["fact_set"]].append(read(row))
    return {number: tuple(facts) for number, facts in found.items()}


def fact_rows(sets: Sets[Fact], columns: Callable[[Fact], Values]) -> Iterator[Values]:
    """Rows of (fact set, position, columns…), made in the connection's thread as it inserts."""
    return (
        (number, position, *columns(fact))
        for number, facts in sets.items()
        for position, fact in enumerate(facts)
    )


def child_rows(sets: Sets[Fact], children: Callable[[Fact], Iterable[Values]]) -> Iterator[Values]:
    """Rows of (fact set, parent's position, own position, columns…), made there as well."""
    return (
        (number, parent, position, *columns)
        for number, facts in sets.items()
        for parent, fact in enumerate(facts)
        for position, columns in enumerate(children(fact))
    )
