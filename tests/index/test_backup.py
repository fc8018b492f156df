"""A backup is whole whatever happens meanwhile; a restore loses nothing and believes nothing."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.backup import back_up, restore
from index.database import Database, StoreError, open_database
from index.schema import migrations
from index.writer_lock import WriterLock, WriterLockError

NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)
KEPT = "store-until-2026-05-03T123000.sqlite3"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "data" / "store.sqlite3"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "saved.sqlite3"


async def add(database: Database, times: int = 1) -> None:
    async with database.transaction() as connection:
        for _ in range(times):
            await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")


async def fill(path: Path, times: int) -> None:
    async with open_database(path) as database:
        await add(database, times)


def held(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM fact_sets").fetchone()[0]
    return count


def content(path: Path) -> bytes:
    return path.read_bytes()


def put(path: Path, written: bytes) -> None:
    path.write_bytes(written)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def left_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if not each.name.startswith("writer.")}


async def test_backup_holds_what_is_committed_and_not_yet_in_the_main_file(
    store: Path, saved: Path
) -> None:
    async with open_database(store) as database:
        await add(database, 3)
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO fact_sets DEFAULT VALUES")
            await back_up(store, saved)
    assert held(saved) == 3
    assert mode(saved) == 0o600
    assert left_in(saved.parent) == {"data", "saved.sqlite3"}


async def test_every_backup_during_writes_is_one_committed_state(store: Path, saved: Path) -> None:
    async with open_database(store) as database:

        async def write() -> None:
            for _ in range(60):
                await add(database, 7)

        writing = asyncio.create_task(write())
        seen = []
        while not writing.done():
            await back_up(store, saved, overwrite=True)
            seen.append(held(saved))
        await writing
    assert len(seen) > 1
    assert all(count % 7 == 0 for count in seen)
    assert seen == sorted(seen)


async def test_restored_database_is_as_it_was_and_the_other_is_kept(
    store: Path, saved: Path
) -> None:
    await fill(store, 3)
    await back_up(store, saved)
    await fill(store, 5)
    kept = await restore(saved, store, NOW)
    assert held(store) == 3
    assert kept == store.with_name(KEPT)
    assert kept is not None
    assert held(kept) == 8
    assert left_in(store.parent) == {store.name, KEPT}


async def test_restore_into_an_empty_place_makes_the_folder(store: Path, saved: Path) -> None:
    await fill(store, 2)
    await back_up(store, saved)
    elsewhere = store.parent.parent / "other" / store.name
    assert await restore(saved, elsewhere, NOW) is None
    assert held(elsewhere) == 2
    assert mode(elsewhere.parent) == 0o700


async def test_backup_never_overwrites_unless_told(store: Path, saved: Path) -> None:
    await fill(store, 1)
    put(saved, b"precious")
    with pytest.raises(StoreError, match="exists"):
        await back_up(store, saved)
    assert content(saved) == b"precious"
    await back_up(store, saved, overwrite=True)
    assert held(saved) == 1


@pytest.mark.parametrize("name", ["store.sqlite3", "store.sqlite3-wal"])
async def test_backup_never_goes_over_the_database_itself(store: Path, name: str) -> None:
    await fill(store, 1)
    with pytest.raises(StoreError, match="belongs to the database itself"):
        await back_up(store, store.with_name(name), overwrite=True)
    assert held(store) == 1


async def test_backup_into_a_missing_folder_or_of_nothing_is_refused(
    store: Path, saved: Path
) -> None:
    with pytest.raises(StoreError, match="There is no database"):
        await back_up(store, saved)
    await fill(store, 1)
    with pytest.raises(StoreError, match="There is no folder"):
        await back_up(store, store.parent / "nowhere" / "saved.sqlite3")


async def test_backup_of_a_damaged_database_is_refused(store: Path, saved: Path) -> None:
    await fill(store, 2_000)
    put(store, content(store)[: len(content(store)) // 2])
    with pytest.raises(StoreError, match="is damaged"):
        await back_up(store, saved)
    assert left_in(saved.parent) == {"data"}


def truncated(good: bytes, path: Path) -> None:
    path.write_bytes(good[: len(good) // 2])


def scribbled(good: bytes, path: Path) -> None:
    path.write_bytes(good[:4096] + b"\xff" * 4096 + good[8192:])


def foreign(good: bytes, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 3")


def empty(good: bytes, path: Path) -> None:
    path.touch()


def text(good: bytes, path: Path) -> None:
    path.write_text("Not a database at all. " * 400)


def newer(good: bytes, path: Path) -> None:
    path.write_bytes(good)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (truncated, "is damaged"),
        (scribbled, "is damaged"),
        (foreign, "is not a database of Rapporteur"),
        (empty, "is not a database of Rapporteur"),
        (text, "is not a database of Rapporteur"),
        (newer, "newer version"),
        (lambda good, path: None, "There is no file"),
        (lambda good, path: path.mkdir(), "There is no file"),
    ],
)
async def test_what_is_no_backup_is_refused_and_changes_nothing(
    store: Path, saved: Path, make: object, sentence: str
) -> None:
    await fill(store, 2_000)
    assert callable(make)
    make(content(store), saved)
    with pytest.raises(StoreError, match=sentence):
        await restore(saved, store, NOW)
    assert held(store) == 2_000
    assert left_in(store.parent) == {store.name}


async def test_restore_is_refused_while_another_process_writes(store: Path, saved: Path) -> None:
    await fill(store, 1)
    await back_up(store, saved)
    async with WriterLock(store.parent).held():
        with pytest.raises(WriterLockError, match="Another Rapp"):
            await restore(saved, store, NOW)
    await restore(saved, store, NOW)


async def test_restore_is_refused_while_the_database_is_open(store: Path, saved: Path) -> None:
    await fill(store, 1)
    await back_up(store, saved)
    async with open_database(store) as database:
        await add(database)
        with pytest.raises(StoreError, match="in use"):
            await restore(saved, store, NOW)
        await add(database)
    assert held(store) == 3
    with pytest.raises(StoreError, match="is the database itself"):
        await restore(store, store, NOW)


async def test_older_schema_is_migrated(store: Path, saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as connection:
        connection.executescript(migrations()[0])
        connection.executescript("PRAGMA user_version = 1; INSERT INTO fact_sets VALUES (9)")
    before = content(saved)
    await restore(saved, store, NOW)
    async with open_database(store) as database, database.snapshot() as connection:
        rows = await connection.execute_fetchall("PRAGMA user_version")
        assert [tuple(row) for row in rows] == [(len(migrations()),)]
    assert held(store) == 1
    assert content(saved) == before


async def test_damaged_database_can_be_replaced_and_is_kept_with_its_log(
    store: Path, saved: Path
) -> None:
    await fill(store, 2)
    await back_up(store, saved)
    put(store, b"scrambled " * 1_000)
    put(store.with_name(f"{store.name}-wal"), b"log")
    await restore(saved, store, NOW)
    assert held(store) == 2
    assert content(store.with_name(KEPT)) == b"scrambled " * 1_000
    assert f"{KEPT}-wal" in left_in(store.parent)
