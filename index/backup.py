"""The database as one file: saved while it is in use, and put back while it is not."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from index.database import StoreError, open_database, plain_errors
from index.schema import is_ours, migrations
from index.writer_lock import WriterLock

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BESIDE = ("-wal", "-shm")  # files that SQLite keeps next to a database


async def back_up(store: Path, target: Path, *, overwrite: bool = False) -> None:
    """Save one committed state of the database as a file of its own.

    Others may read and write the database meanwhile. The file appears once it is whole,
    checked and on the disk, readable by its owner only: it holds what people typed.

    Raises:
        StoreError: there is no database, it is damaged, the target exists and is not to be
            overwritten, or cannot be written.
    """
    await asyncio.to_thread(_back_up, store, target, overwrite)


async def restore(source: Path, store: Path, now: datetime) -> Path | None:
    """Put a saved database in the place of `store`; where the one that it replaces is kept.

    One of an older version is migrated first. What fails leaves `store` as it was.

    Raises:
        StoreError: the file is no whole database of ours, is of a newer version, or another
            process has `store` open.
        WriterLockError: another process writes to the data folder.
    """
    await asyncio.to_thread(_check_source, source, store)
    async with WriterLock(store.parent).held():
        with _alone(store), _whole_file(store) as copy:
            await asyncio.to_thread(_copy, source, copy)
            async with open_database(copy):  # migrates
                pass
            kept = store.with_name(f"{store.stem}-until-{now:%Y-%m-%dT%H%M%S}{store.suffix}")
            return kept if await asyncio.to_thread(_set_aside, store, kept) else None


def _back_up(store: Path, target: Path, overwrite: bool) -> None:
    if not store.is_file():
        raise StoreError(f"There is no database in {store.parent}.")
    _check_target(store, target, overwrite)
    with _whole_file(target) as copy:
        _copy(store, copy)


def _check_target(store: Path, target: Path, overwrite: bool) -> None:
    if not target.parent.is_dir():
        raise StoreError(f"There is no folder {target.parent}.")
    if target.parent.samefile(store.parent) and target.name.startswith(store.name):
        raise StoreError(f"{target} belongs to the database itself; choose another name.")
    if target.exists() and not (overwrite and target.is_file()):
        raise StoreError(f"{target} exists; choose another name, or overwrite it.")


def _check_source(source: Path, store: Path) -> None:
    if not source.is_file():
        raise StoreError(f"There is no file {source}.")
    if store.exists() and source.samefile(store):
        raise StoreError(f"{source} is the database itself.")
    with _plain_errors(store.parent):
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _copy(source: Path, target: Path) -> None:
    """Copy a database in one step, and check the copy.

    Raises:
        StoreError: it is damaged, of a newer version, or not ours.
    """
    with (
        plain_errors(source),
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as one,
        closing(sqlite3.connect(target, isolation_level=None)) as other,
    ):
        one.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")  # else the file needs others beside it
        _check(other, source)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    [version] = copy.execute("PRAGMA user_version").fetchone()
    if version > len(migrations()):
        raise StoreError(f"{source} was written by a newer version of Rapporteur.")
    if not is_ours(copy, version):
        raise StoreError(f"{source} is not a database of Rapporteur.")
    [found] = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok" or copy.execute("PRAGMA foreign_key_check").fetchone():
        raise StoreError(f"{source} is damaged.")


@contextmanager
def _whole_file(target: Path) -> Iterator[Path]:
    """A new file beside `target` that takes its place once it is complete and on the disk."""
    with _plain_errors(target):
        handle, name = tempfile.mkstemp(prefix=".rapporteur-", dir=target.parent)
        os.close(handle)
        try:
            yield Path(name)
            _sync(Path(name))
            Path(name).replace(target)
            with suppress(OSError):  # Windows syncs no folders
                _sync(target.parent)
        finally:
            for each in ("", *_BESIDE):
                Path(name + each).unlink(missing_ok=True)


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Let nobody else open the database; one that is damaged cannot be in good use.

    Leaving write-ahead mode needs every other connection closed, and empties the log.
    """
    if not store.exists():
        yield
        return
    with closing(sqlite3.connect(store, isolation_level=None, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise StoreError(
                    f"{store} is in use: stop the bot and the console first."
                ) from error
            if error.sqlite_errorcode & 0xFF not in _DAMAGED:
                raise
        yield


def _set_aside(store: Path, kept: Path) -> bool:
    """Keep what is about to be replaced under another name; whether there is anything."""
    if not store.exists():
        return False
    for each in _BESIDE:  # of a damaged one: SQLite would apply them to its successor
        beside = store.with_name(store.name + each)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + each))
    shutil.copy2(store, kept)
    _sync(kept)
    return True


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    """Say in one sentence what SQLite or the file system refused."""
    with plain_errors(path):
        try:
            yield
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
