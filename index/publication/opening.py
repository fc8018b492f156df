"""What a start publishes: an empty store, another folder, what other code has read."""

import asyncio
from pathlib import Path

from index.database import Database
from index.item_life.statuses import NOBODY
from index.publication.changing import Choose, change_corpus
from index.publication.drafts import Progress, reader_fingerprint
from index.publication.publishing import Change, OutdatedError, PublishResult
from index.publication.wanted import Published, Wanted, as_in_folder, as_published
from index.repositories.generations import Action, GenerationRepository, Publication


async def publish_outdated(
    database: Database, folder: Path, progress: Progress | None = None
) -> PublishResult | None:
    """Publish what the store lacks; None where it lacks nothing.

    An upgrade reads the stored originals, so that uploads, removals and rollbacks survive it.

    Raises:
        InputError: there is no such folder, and the store does not hold it.
    """
    async with database.snapshot() as connection:
        current = await GenerationRepository(connection).current()
    action = _lacking(current, folder)
    if action is None:
        return None

    async def of_folder(published: Published) -> Wanted:
        return await asyncio.to_thread(as_in_folder, folder, published)

    async def as_it_is(published: Published) -> Wanted:
        return as_published(published)

    choose: Choose = as_it_is if action is Action.UPGRADE else of_folder
    try:
        change = Change(action, NOBODY, str(folder))
        return await change_corpus(database, choose, change, progress)
    except OutdatedError:  # another process has just done it
        return None


def _lacking(current: Publication | None, folder: Path) -> Action | None:
    if current is None:
        return Action.PUBLISH
    if current.folder != str(folder):
        return Action.REINDEX
    return None if current.reader == reader_fingerprint() else Action.UPGRADE
