"""What a start publishes: an empty store, another folder, what other code has read."""

import asyncio
from pathlib import Path

from index.database import Database
from index.item_life.statuses import NOBODY
from index.publication import drafts
from index.publication.changing import change_corpus
from index.publication.choices import documents_as_published, folder_as_it_is
from index.publication.drafts import Progress
from index.publication.publishing import PublishResult
from index.publication.storing import Change
from index.repositories.generations import Action, GenerationRepository, Publication

_WAITS = 300
_WAIT_SECONDS = 0.2


async def publish_outdated(
    database: Database, folder: Path, progress: Progress | None = None
) -> PublishResult | None:
    """Publish what the store lacks; None where it lacks nothing.

    An upgrade reads the stored originals, so that uploads, removals and rollbacks survive it;
    it is left to the process that writes, where there is one. An empty store waits for it.

    Raises:
        InputError: there is no such folder, and the store does not hold it.
        WriterLockError: another process writes, and the store holds another folder.
    """
    await _wait_for_first(database)
    lock = database.writer_lock
    with lock.held_if_free() as held:
        action = await _lacking(database, folder)
        if action is None or (action is Action.UPGRADE and not held):
            return None
        async with lock.held():
            return await _publish(database, folder, action, progress)


async def _wait_for_first(database: Database) -> None:
    """Where another process is filling an empty store, wait for it, a minute at most."""
    for _ in range(_WAITS):
        with database.writer_lock.held_if_free() as held:
            if held or await _current(database):
                return
        await asyncio.sleep(_WAIT_SECONDS)


async def _publish(
    database: Database, folder: Path, action: Action, progress: Progress | None
) -> PublishResult:
    upgrade = action is Action.UPGRADE
    choice = documents_as_published if upgrade else folder_as_it_is(folder)
    return await change_corpus(database, choice, Change(action, NOBODY, str(folder)), progress)


async def _lacking(database: Database, folder: Path) -> Action | None:
    current = await _current(database)
    if current is None:
        return Action.PUBLISH
    if current.folder != str(folder):
        return Action.REINDEX
    return None if current.reader == drafts.reader_fingerprint() else Action.UPGRADE


async def _current(database: Database) -> Publication | None:
    async with database.snapshot() as connection:
        return await GenerationRepository(connection).current()
