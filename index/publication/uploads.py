"""Uploads on their way into the corpus: kept over restarts, corrected, discarded."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import aiosqlite

from corpus.details import Details
from corpus.facts import Meeting
from corpus.reading import check_upload
from index.database import Database
from index.errors import NotFoundError
from index.item_life.statuses import Actor
from index.publication.choices import find_staged
from index.publication.detail_texts import DetailTexts, corrected
from index.publication.publishing import read_published
from index.publication.staging import check_content, reported_in, staged_as
from index.repositories.staged import Staged, StagedRepository

EVERYTHING = "all"


class Uploads:
    """What waits to be published; no answer knows of it yet.

    Whatever raises has changed nothing; whatever writes raises WriterLockError where another
    process is the one that writes. Texts from people are bounded and checked here.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def stage(self, file: str, content: bytes, *, actor: Actor) -> Staged:
        """Keep an upload until it is published or discarded; the same bytes are kept once.

        Raises:
            DocumentError: its name cannot be used, or it cannot become a document.
            AlreadyPublishedError: its bytes are published.
        """
        name = file.strip()
        check_upload(name, len(content))
        published = await read_published(self._database)
        await asyncio.to_thread(check_content, name, content, published)
        async with self._writing() as repository:
            waiting = await repository.all()
            staged = staged_as(name, content, actor, {each.id for each in waiting})
            known = next((each for each in waiting if each.hash == staged.hash), None)
            if known is None:
                await repository.add(staged, content)
            return known or staged

    async def waiting(self) -> tuple[Staged, ...]:
        """What waits, in the order in which it came."""
        async with self._database.snapshot() as connection:
            return await StagedRepository(connection).all()

    async def find(self, staged_id: str) -> Staged:
        """One of them, however its id is written.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        return find_staged(await self.waiting(), staged_id)

    async def named(self, typed: str) -> tuple[str, ...]:
        """The ids of those that somebody names, as "S-1A2B S-3C4D", or of all by "all".

        Raises:
            NotFoundError: nothing is staged under one of the ids, or nothing at all.
        """
        waiting = await self.waiting()
        if typed.strip().casefold() != EVERYTHING:
            wanted = typed.replace(",", " ").split() or [typed]
            return tuple(dict.fromkeys(find_staged(waiting, each).id for each in wanted))
        if not waiting:
            raise NotFoundError("No upload waits to be published.")
        return tuple(each.id for each in waiting)

    async def set_details(self, staged_id: str, details: Details, *, actor: Actor) -> Staged:
        """Correct what is read of an upload; kept for each later reading, too.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._writing() as repository:
            staged = find_staged(await repository.all(), staged_id)
            await repository.set_details(staged.id, details, actor)
        return replace(staged, details=details, editor=actor)

    async def correct(
        self, staged_id: str, shown: str, typed: DetailTexts, today: date, *, actor: Actor
    ) -> Staged:
        """The same as it was typed into a form; `shown` are the marks of what that showed.

        Raises:
            NotFoundError: nothing is staged under this id.
            InputError: a date, a place or a co-chair cannot be read.
        """
        known = (await self.find(staged_id)).details
        details = await asyncio.to_thread(corrected, known, shown, typed, today)
        return await self.set_details(staged_id, details, actor=actor)

    async def discard(self, staged_id: str, *, actor: Actor) -> Staged:
        """Let go of an upload; who wanted it is noted.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._writing() as repository:
            staged = find_staged(await repository.all(), staged_id)
            await repository.discard(staged, actor, datetime.now(UTC))
        return staged

    async def reported(self, staged_id: str) -> tuple[Staged, Meeting | None]:
        """An upload, and the meeting that it reports as far as corrected by now.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._database.snapshot() as connection:
            repository = StagedRepository(connection)
            staged = find_staged(await repository.all(), staged_id)
            content = await repository.content(staged.id)
        return staged, await asyncio.to_thread(reported_in, staged.file, content, staged.details)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[StagedRepository]:
        connection: aiosqlite.Connection
        lock, database = self._database.writer_lock, self._database
        async with lock.held(), database.transaction() as connection:
            yield StagedRepository(connection)
