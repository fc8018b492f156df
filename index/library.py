"""The library: the store, and the generation that every query runs on."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from corpus.documents import Citation, Document, Paragraph
from corpus.errors import DocumentError, RapporteurError
from corpus.facts import Extract
from corpus.reading import file_content
from index.answers import SourceView
from index.checking import Check, check_file
from index.database import Database, open_database
from index.drafts import Progress, reader_fingerprint
from index.generation import Generation
from index.indexing import index
from index.publishing import OutdatedError, PublishResult, publish
from index.repositories.documents import DocumentRepository
from index.repositories.facts import FactRepository
from index.repositories.generations import GenerationRepository
from index.semantic.embedding import with_vectors
from index.semantic.vectors import Embedder

__all__ = ["Library", "Progress", "PublishResult", "UnknownCitationError", "open_library"]

FILE_NAME = "rapporteur.sqlite3"


class UnknownCitationError(RapporteurError):
    """No paragraph was ever published under this citation."""

    def __init__(self, citation: Citation) -> None:
        super().__init__(f"No paragraph has the citation {citation}.")
        self.citation = citation


class Library:
    """Holds one generation in memory; a reindex swaps in the next one whole.

    Attributes:
        generation: the current one; a query takes it once and keeps it to its end.
        opening: what opening published, or None where the store was current.
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
        self.generation = generation
        self.opening = opening

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
                self.generation = await _load(self._database, self._embedder, progress)
            return result

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
