"""The SQLite file: migrated, transactional, and plain about what is wrong with it."""

import asyncio
import sqlite3
import stat
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from corpus.errors import RapporteurError
from index.database import StoreError, open_database
from index.repositories.columns import fetch


def version_of(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return version


async def value(connection: aiosqlite.Connection, query: str) -> Any:
    [[cell]] = await fetch(connection, query)
    return cell


async def count(path: Path) -> int:
    async with open_database(path) as database, database.snapshot() as connection:
        return int(await value(connection, "SELECT count(*) FROM fact_sets"))


async def test_new_file_is_migrated_in_a_private_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "data" / "store.sqlite3"
    async with open_database(path) as database, database.transaction() as connection:
        assert await value(connection, "PRAGMA journal_mode") == "wal"
        assert await value(connection, "PRAGMA foreign_keys") == 1
    assert version_of(path) >= 1
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_committed_rows_survive_and_failed_ones_leave_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    async with open_database(path) as database:
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
        with pytest.raises(ZeroDivisionError):
            async with database.transaction() as connection:
                await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
                raise ZeroDivisionError
    assert await count(path) == 1


async def test_cancelled_transaction_is_undone_and_the_next_one_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    inside = asyncio.Event()

    async with open_database(path) as database:

        async def hang() -> None:
            async with database.transaction() as connection:
                await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
                inside.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(hang())
        await inside.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO fact_sets (id) VALUES (7)")
    assert await count(path) == 1


async def test_tasks_take_turns_in_transactions(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    async with open_database(path) as database:

        async def add() -> None:
            async with database.transaction() as connection:
                await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
                await asyncio.sleep(0)

        await asyncio.gather(*(add() for _ in range(20)))
    assert await count(path) == 20


async def test_snapshot_does_not_see_what_is_not_committed(tmp_path: Path) -> None:
    async with (
        open_database(tmp_path / "store.sqlite3") as database,
        database.transaction() as connection,
    ):
        await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
        async with database.snapshot() as other:
            assert await value(other, "SELECT count(*) FROM fact_sets") == 0


async def test_snapshot_stays_as_it_was_while_others_commit(tmp_path: Path) -> None:
    async with open_database(tmp_path / "store.sqlite3") as database:
        async with database.snapshot() as connection:
            assert await value(connection, "SELECT count(*) FROM fact_sets") == 0
            async with database.transaction() as writer:
                await writer.execute("INSERT INTO fact_sets DEFAULT VALUES")
            assert await value(connection, "SELECT count(*) FROM fact_sets") == 0
        async with database.snapshot() as connection:
            assert await value(connection, "SELECT count(*) FROM fact_sets") == 1


async def test_snapshot_cannot_be_written(tmp_path: Path) -> None:
    async with open_database(tmp_path / "store.sqlite3") as database:
        with pytest.raises(StoreError, match="cannot be written"):
            async with database.snapshot() as connection:
                await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")


async def test_two_openings_at_once_migrate_once(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    counts = await asyncio.gather(count(path), count(path))
    assert list(counts) == [0, 0]


async def test_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    await count(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        await count(path)
    assert version_of(path) == 9999


async def test_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(b"Not a database at all. " * 400)
    before = path.read_bytes()
    with pytest.raises(RapporteurError, match="not a database"):
        await count(path)
    assert path.read_bytes() == before


async def test_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        await count(tmp_path / "data" / "store.sqlite3")


async def test_path_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite3").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        await count(tmp_path / "store.sqlite3")


async def test_writer_that_finds_the_file_locked_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.database.BUSY_TIMEOUT_MS", 20)
    path = tmp_path / "store.sqlite3"
    async with open_database(path) as first, open_database(path) as second, first.transaction():
        with pytest.raises(StoreError, match="another process"):
            async with second.transaction():
                pytest.fail("two writers at once")
