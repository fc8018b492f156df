"""The schema of the SQLite file: its version, and the numbered scripts that lead to the newest."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from importlib.resources import files

import aiosqlite

_OBJECTS = "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"


@cache
def migrations() -> tuple[str, ...]:
    """The scripts in index/migrations; the first leads to version 1, and so on without a gap."""
    folder = files("index") / "migrations"
    named = {int(each.name[:4]): each.read_text("utf-8") for each in folder.iterdir()}
    return tuple(named[number] for number in range(1, len(named) + 1))


async def version_of(connection: aiosqlite.Connection) -> int:
    """The version of a file; 0 where it is empty."""
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def migrate(connection: aiosqlite.Connection) -> None:
    """Apply the scripts that a file lacks, each in one transaction with its number."""
    scripts = migrations()
    while await version_of(connection) < len(scripts):
        try:
            await connection.execute("BEGIN IMMEDIATE")
            # Read again inside: another process may be migrating the same file.
            done = await version_of(connection)
            for script in scripts[done : done + 1]:
                for statement in _statements(script):
                    await connection.execute(statement)
                await connection.execute(f"PRAGMA user_version = {done + 1}")
            await connection.commit()
        except BaseException:
            await connection.rollback()
            raise


def is_ours(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a file has every table, index and trigger that its version of our schema has."""
    with closing(sqlite3.connect(":memory:")) as model:
        for script in migrations()[:version]:
            model.executescript(script)
        wanted = {name for (name,) in model.execute(_OBJECTS)}
    return bool(wanted) and wanted <= {name for (name,) in connection.execute(_OBJECTS)}


def _statements(script: str) -> Iterator[str]:
    """The script's statements; `executescript` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
