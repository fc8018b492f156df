"""What maintainers do to the corpus: publish, remove, go back, and look at it."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.details import Details
from index.database import Database
from index.errors import InputError
from index.item_life.statuses import LONGEST_NOTE, Actor
from index.publication.changing import change_corpus
from index.publication.choices import (
    Choice,
    as_in_generation,
    documents_as_published,
    folder_as_it_is,
    found_staged,
    uploads_beside,
    with_details,
    without_document,
)
from index.publication.corrections import Correction
from index.publication.drafts import Progress
from index.publication.fact_changes import FactChange
from index.publication.history import GenerationEntry, read_history, read_news
from index.publication.publishing import PublishResult
from index.publication.status import CorpusStatus, read_status
from index.publication.storing import Change
from index.repositories.generations import Action
from index.serving import Serving


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

    async def publish_staged(
        self,
        staged_ids: Sequence[str],
        *,
        actor: Actor,
        note: str = "",
        progress: Progress | None = None,
        after: int | None = None,
    ) -> PublishResult:
        """Publish uploads, all of them or none; with `after`, only right after that generation.

        Raises:
            NotFoundError: nothing is staged under one of the ids.
            DocumentError: one cannot be published.
            OutdatedDryRunError: another generation was published meanwhile.
        """
        found = tuple(each.id for each in await found_staged(self._database, staged_ids))
        change = replace(self._change(Action.ADD, actor, note), staged=found)
        return await self._publish(uploads_beside(self._database, found, after), change, progress)

    async def reindex(self, actor: Actor, progress: Progress | None = None) -> PublishResult:
        """Publish what changed in the corpus folder; uploads stay.

        Raises:
            InputError: there is no such folder.
            StoreError: the store cannot be written.
        """
        change = self._change(Action.REINDEX, actor)
        return await self._publish(folder_as_it_is(self._folder), change, progress)

    async def remove(self, document_id: str, *, actor: Actor, note: str = "") -> PublishResult:
        """Take a document out; its paragraphs stay citable, and a reindex leaves it out.

        Raises:
            NotFoundError: it is not published.
        """
        change = self._change(Action.REMOVE, actor, note)
        return await self._publish(without_document(document_id), change)

    async def rollback(self, number: int, *, actor: Actor, note: str = "") -> PublishResult:
        """Publish the documents of an earlier generation anew, as a new one.

        Raises:
            InputError: it is none of the last ten.
        """
        change = self._change(Action.ROLLBACK, actor, note)
        return await self._publish(as_in_generation(self._database, self._folder, number), change)

    async def correct_details(
        self, document_id: str, details: Details, *, actor: Actor, note: str = ""
    ) -> PublishResult:
        """Correct what is read of a published document, from now on; `Details()` undoes it.

        Raises:
            NotFoundError: it is not published.
        """
        change = self._change(Action.CORRECT, actor, note)
        return await self._publish(with_details(self._database, document_id, details), change)

    async def correct(self, correction: Correction) -> PublishResult:
        """Publish the same documents with one fact corrected, or a correction taken back.

        Raises:
            OutdatedError: another process published meanwhile.
        """
        change = self._change(Action.CORRECT, correction.actor, f"{correction}. {correction.note}")
        return await self._publish(documents_as_published, replace(change, correction=correction))

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
        return await read_status(self._database, self._serving.generation, self._serving.vectors)

    async def _publish(
        self, choice: Choice, change: Change, progress: Progress | None = None
    ) -> PublishResult:
        """Choose, read, store and serve; what is stored serves even where this is cancelled."""
        async with self._changing:
            try:
                async with self._database.writer_lock.held():
                    return await change_corpus(self._database, choice, change, progress)
            finally:
                await _to_its_end(self._serving.catch_up(progress))

    def _change(self, action: Action, actor: Actor, note: str = "") -> Change:
        said = " ".join(note.split())
        if len(said) > LONGEST_NOTE:
            raise InputError(f"A note has at most {LONGEST_NOTE:,} characters.")
        return Change(action, actor, str(self._folder), said)


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await work that a cancellation must not leave half done."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
