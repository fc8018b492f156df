"""The SQLite file: opened, migrated, read, and written in explicit transactions."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import aiosqlite

from corpus.errors import RapporteurError
from index.repositories.remembered import Remembered
from index.schema import migrate, migrations, version_of
from index.writer_lock import WriterLock

BUSY_TIMEOUT_MS = 5_000
_REFUSALS = {
    sqlite3.SQLITE_BUSY: "is being written by another process; try again",
    sqlite3.SQLITE_LOCKED: "is being written by another process; try again",
    sqlite3.SQLITE_PERM: "may not be opened by this user",
    sqlite3.SQLITE_READONLY: "cannot be written",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_IOERR: "cannot be read or written",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a database of Rapporteur",
}


class StoreError(RapporteurError):
    """The database cannot be opened, read or written."""


class Database:
    """One SQLite file with a connection for reading and one for writing.

    Readers never see a transaction that is not committed: they have a connection of their
    own. Tasks on one connection share its transaction, so each lets one task in at a time.

    Attributes:
        writer_lock: to be held by whoever changes corpus or action items.
        remembered: what was read of it and stays.
    """

    def __init__(
        self, path: Path, reader: aiosqlite.Connection, writer: aiosqlite.Connection
    ) -> None:
        self.path = path
        self.writer_lock = WriterLock(path.parent)
        self.remembered = Remembered()
        self._reader = reader
        self._reading = asyncio.Lock()
        self._writer = writer
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[aiosqlite.Connection]:
        """Read one committed state: what is published meanwhile is not seen.

        Raises:
            StoreError: the file cannot be read.
        """
        async with self._reading:
            with plain_errors(self.path):
                try:
                    await self._reader.execute("BEGIN")
                    yield self._reader
                finally:
                    await self._reader.rollback()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """Write: all or nothing; whatever is raised inside, cancellation too, undoes it.

        Raises:
            StoreError: another process holds the file, the disk is full, …
        """
        async with self._writing:
            with plain_errors(self.path):
                try:
                    await self._writer.execute("BEGIN IMMEDIATE")
                    yield self._writer
                    await self._writer.commit()
                except BaseException:
                    await self._writer.rollback()
                    raise


@asynccontextmanager
async def open_database(path: Path) -> AsyncIterator[Database]:
    """Open the file, made with its folder where missing, at the newest schema.

    Raises:
        StoreError: it is no database of ours, is newer than this program, or the place
            cannot be written.
    """
    async with AsyncExitStack() as stack:
        with plain_errors(path):
            await asyncio.to_thread(_prepare, path)
            writer = await stack.enter_async_context(_connected(path))
            await writer.execute("PRAGMA journal_mode = WAL")
            if await version_of(writer) > len(migrations()):
                raise StoreError(f"{path} was written by a newer version of Rapporteur.")
            await migrate(writer)
            reader = await stack.enter_async_context(_connected(path))
            await reader.execute("PRAGMA query_only = ON")
        yield Database(path, reader, writer)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Say in one sentence what SQLite or the file system refused; our own mistakes pass."""
    try:
        yield
    except sqlite3.Error as error:
        # The extended code carries the primary one in its low byte.
        reason = _REFUSALS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if reason is None:
            raise
        raise StoreError(f"{path} {reason}.") from error


def _prepare(path: Path) -> None:
    """Make the data folder, for its owner only: it holds what people typed.

    The file is opened once here: where that fails in aiosqlite, it leaves a thread behind
    that raises in the background.
    """
    folder = path.parent
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The data folder {folder} cannot be made: {error.strerror}.") from error
    sqlite3.connect(path).close()


@asynccontextmanager
async def _connected(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        connection.row_factory = aiosqlite.Row
        await connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await connection.execute("PRAGMA foreign_keys = ON")
        yield connection
