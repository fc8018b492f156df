"""The library: the store, and the generation that every query runs on."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from corpus.documents import Citation, Document, Paragraph
from corpus.errors import DocumentError
from corpus.facts import Extract, Status
from corpus.reading import file_content
from index.answers import SourceView
from index.conversing.memory import Memory
from index.database import Database, open_database
from index.finding import find_action
from index.generation import Generation
from index.item_life.following import Following
from index.item_life.recording import EntryOf, Recorded, UnknownCitationError, bring_to_life, record
from index.item_life.statuses import (
    Actor,
    Event,
    decision_entry,
    proposal_entry,
    undo_entry,
    update_entry,
)
from index.publication.checking import Check, check_file
from index.publication.drafts import Progress, reader_fingerprint
from index.publication.indexing import index
from index.publication.publishing import OutdatedError, PublishResult, publish
from index.repositories.documents import DocumentRepository
from index.repositories.facts import FactRepository
from index.repositories.generations import GenerationRepository
from index.repositories.item_events import ItemEventRepository
from index.semantic.embedding import with_vectors
from index.semantic.vectors import Embedder

__all__ = ["Library", "Progress", "PublishResult", "UnknownCitationError", "open_library"]

FILE_NAME = "rapporteur.sqlite3"


class Library:
    """Holds one generation in memory; a reindex swaps in the next one whole.

    Attributes:
        generation: the current one; a query takes it once and keeps it to its end.
        opening: what opening published, or None where the store was current.
        memory: what conversations were about.
        following: what channels follow.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        generation: Generation,
        opening: PublishResult | None = None,
        embedder: Embedder | None = None,
    ) -> None:
        self._database = database
        self._folder = folder
        self._embedder = embedder
        self._publishing = asyncio.Lock()
        self._swapping = asyncio.Lock()
        self.generation = generation
        self.opening = opening
        self.memory = Memory(database)
        self.following = Following(database)

    async def reindex(self, progress: Progress | None = None, actor: str = "") -> PublishResult:
        """Publish what changed in the corpus folder; queries go on meanwhile.

        Raises:
            InputError: there is no such folder.
            OutdatedError: another process published meanwhile; nothing was written.
            StoreError: the store cannot be written.
        """
        async with self._publishing:
            result = await publish(self._database, self._folder, actor=actor, progress=progress)
            if result.generation != self.generation.number:
                await self._swap(await _load(self._database, self._embedder, progress))
            return result

    async def refresh(self) -> None:
        """Let what another process has published or recorded meanwhile serve here too."""
        async with self._publishing:
            async with self._database.snapshot() as connection:
                current = await GenerationRepository(connection).current()
                last = await ItemEventRepository(connection).last_number()
            if current is not None and current.number != self.generation.number:
                await self._swap(await _load(self._database, self._embedder, None))
            elif last != self.generation.lives.last_event():
                await self._swap(None)

    async def update_action(
        self,
        item: str,
        status: Status,
        note: str = "",
        evidence: Citation | None = None,
        *,
        actor: Actor,
    ) -> Recorded:
        """Set the status of an action item; it is stored when this returns.

        Raises:
            NotFoundError: there is no such item.
            StatusError: `done` or `dropped` without note and evidence; a note too long.
            UnknownCitationError: the evidence does not resolve.
            StoreError: the store cannot be written.
        """
        return await self._record(item, lambda _: update_entry(status, note, evidence), actor)

    async def propose_action(
        self,
        item: str,
        status: Status,
        note: str = "",
        evidence: Citation | None = None,
        *,
        actor: Actor,
    ) -> Recorded:
        """Propose a status, which waits for a decision; raises what `update_action` does."""
        return await self._record(
            item, lambda history: proposal_entry(history, status, note, evidence), actor
        )

    async def decide_proposal(
        self, item: str, proposal: int, *, accepted: bool, actor: Actor
    ) -> Recorded:
        """Accept or reject a proposal, by its event's number.

        Raises:
            StatusError: there is none of this number, or it was decided.
        """
        return await self._record(
            item, lambda history: decision_entry(history, proposal, accepted=accepted), actor
        )

    async def undo_action(self, item: str, *, actor: Actor) -> Recorded:
        """Take back the last change of status, by a new entry.

        Raises:
            NotFoundError: there is no such item.
            StatusError: nothing is left to undo.
        """
        return await self._record(item, undo_entry, actor)

    def action_history(self, item: str) -> tuple[Event, ...]:
        """All that was done to an item, oldest first.

        Raises:
            NotFoundError: there is no such item.
        """
        known = find_action(self.generation, item)
        return self.generation.lives.histories.get(known.id, ())

    async def _record(self, item: str, entry_of: EntryOf, actor: Actor) -> Recorded:
        async with self._swapping:
            generation = self.generation
            recorded, changed = await record(self._database, generation, item, entry_of, actor)
            self.generation = changed
            return recorded

    async def _swap(self, loaded: Generation | None) -> None:
        """Let a loaded generation serve, or the same, with all that was recorded meanwhile."""
        async with self._swapping, self._database.snapshot() as connection:
            self.generation = await bring_to_life(connection, loaded or self.generation)

    async def check(self, files: Sequence[Path]) -> tuple[Check, ...]:
        """What publishing each of these files would do; nothing is written."""
        async with self._database.snapshot() as connection:
            documents = tuple(self.generation.documents.values())
            revisions = await DocumentRepository(connection).revisions(documents)
        published = tuple(each.extract for each in revisions)
        return tuple([await asyncio.to_thread(_check, path, published) for path in files])

    async def source(self, citation: Citation) -> SourceView:
        """The cited paragraph between its neighbours, as it read when it was cited.

        Raises:
            UnknownCitationError: nothing was ever published under it.
        """
        found = self.generation.resolve(citation)
        if found is not None:
            return _view(*found, superseded=False)
        async with self._database.snapshot() as connection:
            documents = DocumentRepository(connection)
            stored = await documents.find(citation.document)
            paragraph = stored.document.paragraph(citation.ordinal) if stored else None
            if stored is None or paragraph is None:
                raise UnknownCitationError(citation)
            number = self.generation.number
            kept = await documents.holds(number, stored.family, paragraph.text)
        return _view(stored.document, paragraph, superseded=not kept)


@asynccontextmanager
async def open_library(
    data: Path,
    corpus: Path,
    *,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
) -> AsyncIterator[Library]:
    """Open the store in `data`; publish `corpus` first where the store does not hold it.

    That is where the store is empty, was published from another folder, or was read by
    another version of the reading code. Files that changed in the same folder wait for
    `reindex`. With an embedder, sentences that lack a vector are given one.

    Raises:
        StoreError: the store cannot be opened or written.
        InputError: there is no such corpus folder.
    """
    folder = await asyncio.to_thread(corpus.resolve)
    async with open_database(data / FILE_NAME) as database:
        opening = None
        if await _is_outdated(database, folder):
            with suppress(OutdatedError):  # another process has just done it
                opening = await publish(database, folder, progress=progress)
        generation = await _load(database, embedder, progress)
        async with database.snapshot() as connection:
            generation = await bring_to_life(connection, generation)
        yield Library(database, folder, generation, opening, embedder)


async def _is_outdated(database: Database, folder: Path) -> bool:
    """Whether the store is empty, holds another folder, or was read by other code."""
    async with database.snapshot() as connection:
        current = await GenerationRepository(connection).current()
    if current is None or current.folder != str(folder):
        return True
    return current.reader != reader_fingerprint() and await asyncio.to_thread(folder.is_dir)


async def _load(
    database: Database, embedder: Embedder | None, progress: Progress | None
) -> Generation:
    """Read the current generation; building its index leaves the event loop free."""
    async with database.snapshot() as connection:
        publication = await GenerationRepository(connection).current()
        if publication is None or publication.fact_set is None:
            raise LookupError("a store without a generation")
        documents = await DocumentRepository(connection).members(publication.number)
        facts = await FactRepository(connection).get(publication.fact_set)
    generation = await asyncio.to_thread(index, publication, documents, facts)
    if embedder is None:
        return generation
    return await with_vectors(database, generation, embedder, progress)


def _check(path: Path, published: Sequence[Extract]) -> Check:
    try:
        content = file_content(path, path.name)
    except DocumentError as error:
        return Check(path.name, reason=error.reason)
    return check_file(path.name, content, published)


def _view(document: Document, paragraph: Paragraph, *, superseded: bool) -> SourceView:
    before = document.paragraph(paragraph.ordinal - 1)
    after = document.paragraph(paragraph.ordinal + 1)
    return SourceView(
        citation=document.cite(paragraph),
        label=document.label_of(paragraph),
        text=paragraph.text,
        before=before.text if before else "",
        after=after.text if after else "",
        document=document.id,
        file=document.file,
        title=document.title,
        date=document.date,
        section=paragraph.section,
        superseded=superseded,
    )
