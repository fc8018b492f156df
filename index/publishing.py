"""Publishing: the corpus folder becomes one new generation, whole or not at all."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.errors import RapporteurError
from corpus.facts import Extract, Facts
from corpus.merging import merge
from index.database import Database
from index.drafts import Draft, Progress, Published, read_folder, reader_fingerprint
from index.repositories.documents import DocumentRepository
from index.repositories.facts import FactRepository
from index.repositories.generations import KEPT_GENERATIONS, GenerationRepository, Publication


class OutdatedError(RapporteurError):
    """Another process published while this one was reading."""


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What a publish did; files are named by their path in the corpus folder.

    Attributes:
        generation: the new one's number, or the current one's where nothing had changed.
        rejected: file and one sentence each.
        paragraphs: of all documents of the generation.
    """

    generation: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    paragraphs: int
    seconds: float


async def publish(
    database: Database, folder: Path, *, actor: str = "", progress: Progress | None = None
) -> PublishResult:
    """Publish a folder's documents as a new generation, unless they are published already.

    Only files that changed are read; all of them where the reading code did. What cannot
    be read is rejected by name, and the others are published.

    Raises:
        InputError: there is no such folder.
        OutdatedError: another process published meanwhile; nothing was written.
    """
    started = time.monotonic()
    published = await _published(database)
    draft = await asyncio.to_thread(read_folder, folder, published, _on_loop(progress))
    number = published.number
    if published.publication is None or _differs(published, draft):
        number = await _store(database, folder, published, draft, actor)
    elif published.publication.folder != str(folder):
        async with database.transaction() as connection:
            await GenerationRepository(connection).move(number, str(folder))
    return _result(number, published, draft, time.monotonic() - started)


async def _published(database: Database) -> Published:
    async with database.snapshot() as connection:
        publication = await GenerationRepository(connection).current()
        documents = DocumentRepository(connection)
        members = await documents.members(publication.number) if publication else ()
        return Published(
            publication, {each.file: each for each in members}, await documents.known()
        )


def _on_loop(progress: Progress | None) -> Progress:
    """Report from the reading thread, on the event loop where the caller lives."""
    if progress is None:
        return lambda done, total, file: None
    loop = asyncio.get_running_loop()
    return lambda done, total, file: loop.call_soon_threadsafe(progress, done, total, file)


def _differs(published: Published, draft: Draft) -> bool:
    return bool(draft.fresh) or len(draft.kept) < len(published.documents)


async def _store(
    database: Database, folder: Path, published: Published, draft: Draft, actor: str
) -> int:
    facts = await _merged(database, draft)
    number = published.number + 1
    async with database.transaction() as connection:
        generations = GenerationRepository(connection)
        current = await generations.current()
        if (current.number if current else 0) != published.number:
            raise OutdatedError("Another process published meanwhile; run it again.")
        documents, fact_sets = DocumentRepository(connection), FactRepository(connection)
        for revision, source in draft.fresh:
            await documents.save(revision, source.content)
        publication = Publication(
            number=number,
            published_at=datetime.now(UTC),
            action="reindex" if published.publication else "publish",
            actor=actor,
            note="",
            folder=str(folder),
            reader=reader_fingerprint(),
            fact_set=await fact_sets.add(facts),
        )
        await generations.add(publication, draft.documents)
        await fact_sets.remove_all(await generations.forget_facts(number - KEPT_GENERATIONS + 1))
    return number


async def _merged(database: Database, draft: Draft) -> Facts:
    """The facts of all documents of a draft, each thing once."""
    async with database.snapshot() as connection:
        kept = await DocumentRepository(connection).revisions(draft.kept)
    extracts = [each.extract for each in (*kept, *(revision for revision, _ in draft.fresh))]
    return await asyncio.to_thread(merge, sorted(extracts, key=_age))


def _age(extract: Extract) -> tuple[date, str]:
    """Oldest first; documents without a date last."""
    return extract.document.date or date.max, extract.document.id


def _result(number: int, published: Published, draft: Draft, seconds: float) -> PublishResult:
    old = {file: document.source_hash for file, document in published.documents.items()}
    new = {document.file: document.source_hash for document in draft.documents}
    both = sorted(new.keys() & old.keys())
    return PublishResult(
        generation=number,
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(file for file in both if new[file] != old[file]),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(file for file in both if new[file] == old[file]),
        rejected=tuple(sorted(draft.rejected)),
        paragraphs=sum(len(document.paragraphs) for document in draft.documents),
        seconds=seconds,
    )
