"""The generation that queries run on, and how the next one takes its place."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.documents import Document
from corpus.facts import Facts
from index.analysed.corpus import AnalysedCorpus
from index.analysed.storing import StoredAnalysis
from index.answering.preparing import prepare
from index.database import Database, open_database
from index.generation import Generation
from index.item_life.recording import EntryOf, Recorded, bring_to_life, record
from index.item_life.statuses import NOBODY, Actor
from index.publication.drafts import Progress
from index.publication.indexing import index_changes
from index.repositories.documents import DocumentRepository
from index.repositories.generations import Action, GenerationRepository, Publication
from index.repositories.item_events import ItemEventRepository
from index.repositories.merged_facts import MergedFactRepository
from index.semantic.embedding import Embedding
from index.semantic.vectors import Embedder

if TYPE_CHECKING:
    from index.opensearch.service import SearchService


class Serving:
    """Holds one generation in memory; what is published or recorded is swapped in whole.

    Attributes:
        generation: the current one; a query takes it once and keeps it to its end.
        lacking: set while that has yet to be given its sentence vectors.
    """

    def __init__(self, database: Database, generation: Generation, indexing: "Indexing") -> None:
        self._database = database
        self._indexing = indexing
        self._catching_up = asyncio.Lock()
        self._swapping = asyncio.Lock()
        self.lacking = asyncio.Event()
        self._serve(generation)

    async def catch_up(self, progress: Progress | None = None) -> None:
        """Let what was published or recorded meanwhile, here or elsewhere, serve."""
        async with self._catching_up:
            async with self._database.snapshot() as connection:
                current = await GenerationRepository(connection).current()
                last = await ItemEventRepository(connection).last_number()
            if current is not None and current.number != self.generation.number:
                await self._swap(await self._indexing.current(progress))
            elif last != self.generation.lives.last_event():
                await self._swap(None)

    async def prospective(self, documents: Sequence[Document], facts: Facts) -> Generation:
        """The next generation, were it of these documents and merged facts."""
        publication = Publication(
            number=self.generation.number + 1,
            published_at=datetime.now(UTC),
            action=Action.ADD,
            actor=NOBODY,
            note="",
            folder="",
            reader="",
            fact_set=None,
        )
        by_meaning = self.generation.vectors is not None
        generation = await self._indexing.prospective(publication, documents, facts, by_meaning)
        async with self._database.snapshot() as connection:
            return await bring_to_life(connection, generation)

    @property
    def vectors(self) -> str:
        """How the sentence vectors of what serves stand; "" where none are made."""
        return self._indexing.embedding.standing(self.generation)

    async def embed(self, progress: Progress | None = None) -> None:
        """Give what serves the sentence vectors that it lacks; until then, it goes by words."""
        embedding = self._indexing.embedding
        while embedding.lacks(self.generation):
            embedded = await embedding.whole(self.generation, progress)
            async with self._catching_up:
                if self.generation.number == embedded.number:
                    await self._swap(replace(self.generation, vectors=embedded.vectors))

    async def record(self, item: str, entry_of: EntryOf, actor: Actor) -> Recorded:
        """Record what somebody does to an action item; it is stored when this returns.

        Raises:
            WriterLockError: another process is the one that writes.
        """
        async with self._swapping:
            async with self._database.writer_lock.held():
                recorded, changed = await record(
                    self._database, self.generation, item, entry_of, actor
                )
            self._serve(changed)
            return recorded

    async def _swap(self, loaded: Generation | None) -> None:
        """Let a loaded generation serve, or the same, with all that was recorded meanwhile."""
        async with self._swapping:
            async with self._database.snapshot() as connection:
                changed = await bring_to_life(connection, loaded or self.generation)
            await asyncio.to_thread(prepare, changed)
            self._serve(changed)

    def _serve(self, generation: Generation) -> None:
        self.generation = generation
        if self._indexing.embedding.lacks(generation):
            self.lacking.set()
        else:
            self.lacking.clear()


class Indexing:
    """Makes generations of what is stored; the event loop stays free.

    The index that was made last is kept, here and beside the database, so that the next
    generation is indexed only where it differs.
    """

    def __init__(
        self,
        database: Database,
        embedding: Embedding,
        cluster: "SearchService | None" = None,
    ) -> None:
        self._database = database
        self.embedding = embedding
        self._cluster = cluster
        self._analysis = StoredAnalysis(database.path.parent / "index")

    async def current(self, progress: Progress | None = None) -> Generation:
        """The generation that is published."""
        async with self._database.snapshot() as connection:
            generations, remembered = GenerationRepository(connection), self._database.remembered
            await generations.check(remembered)
            publication = await generations.current()
            if publication is None or publication.fact_set is None:
                raise LookupError("a store without a generation")
            documents = DocumentRepository(connection, remembered)
            members = await documents.members(publication.number)
            facts = await MergedFactRepository(connection, remembered).get(publication.fact_set)
            remembered.keep(await generations.fact_sets(publication.number))
            remembered.published = publication.number, publication.published_at
        published = [each.document for each in members]
        generation, analysed = await self._indexed(publication, published, facts)
        await asyncio.to_thread(self._analysis.keep, analysed)
        generation = await self.embedding.at_once(generation, progress)
        if self._cluster is None:
            return generation
        return replace(generation, engine=await self._cluster.engine(generation.engine))

    async def prospective(
        self,
        publication: Publication,
        documents: Sequence[Document],
        facts: Facts,
        by_meaning: bool,
    ) -> Generation:
        """A generation that may never be published; with sentence vectors if it is `by_meaning`."""
        generation, _ = await self._indexed(publication, documents, facts)
        return await self.embedding.whole(generation) if by_meaning else generation

    async def _indexed(
        self, publication: Publication, documents: Sequence[Document], facts: Facts
    ) -> tuple[Generation, AnalysedCorpus]:
        known = await asyncio.to_thread(self._analysis.last)
        return await asyncio.to_thread(index_changes, publication, documents, facts, known)


async def serve(
    database: Database, indexing: Indexing, progress: Progress | None = None
) -> Serving:
    """Serve what is published."""
    generation = await indexing.current(progress)
    async with database.snapshot() as connection:
        generation = await bring_to_life(connection, generation)
    return Serving(database, generation, indexing)


async def read_generation(
    path: Path, known: Generation | None = None, *, embedder: Embedder | None = None
) -> Generation:
    """What is published in a store that another process has open; `known` was read before.

    It has its sentence vectors if that process has made all of them.

    Raises:
        StoreError: the store cannot be read.
    """
    async with open_database(path) as database:
        embedding = Embedding(database, embedder, at_once=0)
        indexing = Indexing(database, embedding)
        if known is None:
            return (await serve(database, indexing)).generation
        serving = Serving(database, known, indexing)
        await serving.catch_up()
        if embedding.lacks(serving.generation):
            return await embedding.at_once(serving.generation)
        return serving.generation
