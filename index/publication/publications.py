"""What maintainers do to the corpus: stage, publish, remove, go back, and look at it."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import aiosqlite

from corpus.details import Details
from corpus.facts import Meeting
from corpus.reading import check_upload
from index.database import Database
from index.errors import InputError, NotFoundError
from index.item_life.statuses import LONGEST_NOTE, Actor
from index.publication.changing import Choose, change_corpus, refuse_rejected
from index.publication.drafts import Progress, read_wanted
from index.publication.fact_changes import FactChange
from index.publication.history import (
    GenerationEntry,
    can_be_restored,
    read_history,
    read_news,
)
from index.publication.plans import PublishPlan, plan
from index.publication.publishing import Change, PublishResult, read_published
from index.publication.sources import Source
from index.publication.staging import check_content, reported_in, staged_as
from index.publication.status import CorpusStatus, read_status
from index.publication.wanted import (
    Published,
    Wanted,
    as_in_folder,
    with_uploads,
    without,
)
from index.repositories.documents import DocumentRepository
from index.repositories.generations import Action, Origin
from index.repositories.staged import Staged, StagedRepository
from index.serving import Serving

_SHOWN = 40  # characters of an id that is unknown


class Publications:
    """Changes the corpus, one change at a time; queries go on meanwhile.

    Whatever raises has changed nothing; whatever writes raises WriterLockError where another
    process is the one that writes. Texts from people are bounded and checked here.
    """

    def __init__(self, database: Database, folder: Path, serving: Serving) -> None:
        self._database = database
        self._folder = folder
        self._serving = serving
        self._changing = asyncio.Lock()

    async def reindex(self, actor: Actor, progress: Progress | None = None) -> PublishResult:
        """Publish what changed in the corpus folder; uploads stay.

        Raises:
            InputError: there is no such folder.
            OutdatedError: another process published meanwhile.
            StoreError: the store cannot be written.
        """
        change = Change(Action.REINDEX, actor, str(self._folder))
        return await self._publish(self._of_folder, change, progress)

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
        async with self._writing() as connection:
            repository = StagedRepository(connection)
            waiting = await repository.all()
            staged = staged_as(name, content, actor, {each.id for each in waiting})
            known = next((each for each in waiting if each.hash == staged.hash), None)
            if known is None:
                await repository.add(staged, content)
            return known or staged

    async def staged(self) -> tuple[Staged, ...]:
        """What waits, in the order in which it came."""
        async with self._database.snapshot() as connection:
            return await StagedRepository(connection).all()

    async def set_details(self, staged_id: str, details: Details, *, actor: Actor) -> Staged:
        """Correct what is read of a staged upload; kept for each later reading, too.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._writing() as connection:
            repository = StagedRepository(connection)
            staged = _find(await repository.all(), staged_id)
            await repository.set_details(staged.id, details)
        return replace(staged, details=details)

    async def plan(self, staged_ids: Sequence[str]) -> PublishPlan:
        """What publishing these uploads would do; nothing is written.

        Raises:
            NotFoundError: nothing is staged under one of the ids.
            DocumentError: one cannot be published any more.
        """

        async def with_these(published: Published) -> Wanted:
            return with_uploads(await self._sources(staged_ids), published)

        return await self._plan(with_these)

    async def plan_file(self, file: str, content: bytes) -> PublishPlan:
        """What publishing this file would do; nothing is written, nor is it staged.

        Raises:
            DocumentError: it cannot be published.
        """

        async def with_it(published: Published) -> Wanted:
            return with_uploads([Source(file, content, Origin.UPLOAD)], published)

        return await self._plan(with_it)

    async def plan_removal(self, document_id: str) -> PublishPlan:
        """What taking a document out would do; nothing is written.

        Raises:
            NotFoundError: it is not published.
        """

        async def without_it(published: Published) -> Wanted:
            return without(document_id, published)

        return await self._plan(without_it)

    async def reported(self, staged_id: str) -> tuple[Staged, Meeting | None]:
        """A staged upload, and the meeting that it reports as far as corrected by now.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._database.snapshot() as connection:
            repository = StagedRepository(connection)
            staged = _find(await repository.all(), staged_id)
            content = await repository.content(staged.id)
        return staged, await asyncio.to_thread(reported_in, staged.file, content, staged.details)

    async def publish_staged(
        self,
        staged_ids: Sequence[str],
        *,
        actor: Actor,
        note: str = "",
        progress: Progress | None = None,
    ) -> PublishResult:
        """Publish uploads, all of them or none.

        Raises:
            NotFoundError: nothing is staged under one of the ids.
            DocumentError: one cannot be published.
        """
        waiting = await self.staged()
        found = tuple(dict.fromkeys(_find(waiting, each).id for each in staged_ids))

        async def with_these(published: Published) -> Wanted:
            return with_uploads(await self._sources(found), published)

        change = self._change(Action.ADD, actor, note)
        return await self._publish(with_these, replace(change, staged=found), progress)

    async def discard(self, staged_id: str, *, actor: Actor) -> Staged:
        """Let go of an upload; who wanted it is noted.

        Raises:
            NotFoundError: nothing is staged under this id.
        """
        async with self._writing() as connection:
            repository = StagedRepository(connection)
            staged = _find(await repository.all(), staged_id)
            await repository.discard(staged, actor, datetime.now(UTC))
        return staged

    async def remove(self, document_id: str, *, actor: Actor, note: str = "") -> PublishResult:
        """Take a document out; its paragraphs stay citable, and a reindex leaves it out.

        Raises:
            NotFoundError: it is not published.
        """

        async def without_it(published: Published) -> Wanted:
            return without(document_id, published)

        return await self._publish(without_it, self._change(Action.REMOVE, actor, note))

    async def rollback(self, number: int, *, actor: Actor, note: str = "") -> PublishResult:
        """Publish the documents of an earlier generation anew, as a new one.

        Raises:
            InputError: it is none of the last ten.
        """

        async def as_it_was(published: Published) -> Wanted:
            if not can_be_restored(number, published.number):
                raise InputError(_cannot_go_back(number, published.number))
            async with self._database.snapshot() as connection:
                return Wanted(list(await DocumentRepository(connection).members(number)))

        return await self._publish(as_it_was, self._change(Action.ROLLBACK, actor, note))

    async def history(self, since: int | date | None = None) -> tuple[GenerationEntry, ...]:
        """What was published after a generation, or since a day (UTC); newest first."""
        return await read_history(self._database, since)

    async def news(self, since: int | date) -> tuple[FactChange, ...]:
        """How the facts differ since a generation, or the last one before a day (UTC).

        Empty where that generation is too old for its facts to be kept.
        """
        return await read_news(self._database, since)

    async def status(self) -> CorpusStatus:
        """How the corpus stands."""
        return await read_status(self._database, self._serving.generation)

    async def _plan(self, choose: Choose) -> PublishPlan:
        published = await read_published(self._database)
        wanted = await choose(published)
        draft = await read_wanted(self._database, wanted, published)
        refuse_rejected(draft, wanted.sources)
        return await plan(self._database, published, draft)

    async def _publish(
        self, choose: Choose, change: Change, progress: Progress | None = None
    ) -> PublishResult:
        """Choose, read, store and serve; what is stored serves even where this is cancelled."""
        async with self._changing:
            try:
                with self._database.writer_lock.held():
                    return await change_corpus(self._database, choose, change, progress)
            finally:
                await _to_its_end(self._serving.catch_up(progress))

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[aiosqlite.Connection]:
        with self._database.writer_lock.held():
            async with self._database.transaction() as connection:
                yield connection

    async def _of_folder(self, published: Published) -> Wanted:
        return await asyncio.to_thread(as_in_folder, self._folder, published)

    async def _sources(self, staged_ids: Sequence[str]) -> list[Source]:
        async with self._database.snapshot() as connection:
            repository = StagedRepository(connection)
            waiting = await repository.all()
            found = [_find(waiting, each) for each in staged_ids]
            return [
                Source(
                    each.file,
                    await repository.content(each.id),
                    Origin.UPLOAD,
                    details=each.details if each.details.said() else None,
                )
                for each in found
            ]

    def _change(self, action: Action, actor: Actor, note: str) -> Change:
        said = " ".join(note.split())
        if len(said) > LONGEST_NOTE:
            raise InputError(f"A note has at most {LONGEST_NOTE:,} characters.")
        return Change(action, actor, str(self._folder), said)


def _find(waiting: Sequence[Staged], staged_id: str) -> Staged:
    wanted = staged_id.strip().upper()
    for each in waiting:
        if each.id == wanted:
            return each
    raise NotFoundError(
        f"Nothing waits under {staged_id[:_SHOWN]}; it may have been published or discarded.",
        nearest=[each.id for each in waiting][:3],
    )


def _cannot_go_back(number: int, current: int) -> str:
    return (
        f"Generation {number} cannot be gone back to: only the ten before generation {current} can."
    )


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await work that a cancellation must not leave half done."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
