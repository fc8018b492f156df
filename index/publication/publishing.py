"""Publishing: the corpus folder becomes one new generation, whole or not at all."""

import asyncio
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.errors import RapporteurError
from corpus.facts import Extract
from corpus.merging import merge
from index.database import Database
from index.item_life.recognition import ItemChange, Recognised, recognise
from index.item_life.recording import save_recognised
from index.publication.drafts import Draft, Progress, Published, read_folder, reader_fingerprint
from index.repositories.documents import DocumentRepository
from index.repositories.facts import FactRepository
from index.repositories.generations import KEPT_GENERATIONS, GenerationRepository, Publication
from index.repositories.known_items import KnownItemRepository


class OutdatedError(RapporteurError):
    """Another process published while this one was reading."""


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What a publish did; files are named by their path in the corpus folder.

    Attributes:
        generation: the new one's number, or the current one's where nothing had changed.
        rejected: file and one sentence each.
        paragraphs: of all documents of the generation.
        items: known action items whose source was edited, moved, removed or brought back.
    """

    generation: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    paragraphs: int
    seconds: float
    items: tuple[ItemChange, ...] = ()


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
    changes: tuple[ItemChange, ...] = ()
    if published.publication is None or _differs(published, draft):
        number, changes = await _store(database, folder, published, draft, actor)
    elif published.publication.folder != str(folder):
        async with database.transaction() as connection:
            await GenerationRepository(connection).move(number, str(folder))
    result = _result(number, published, draft, time.monotonic() - started)
    return replace(result, items=changes)


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
) -> tuple[int, tuple[ItemChange, ...]]:
    number = published.number + 1
    recognised = await _recognised(database, published, draft)
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
            fact_set=await fact_sets.add(recognised.facts),
        )
        await generations.add(publication, draft.documents)
        await fact_sets.remove_all(await generations.forget_facts(number - KEPT_GENERATIONS + 1))
        await save_recognised(connection, recognised, actor, publication.published_at)
    return number, recognised.changes


async def _recognised(database: Database, published: Published, draft: Draft) -> Recognised:
    """The facts of all documents of a draft, each thing once, action items under their ids."""
    async with database.snapshot() as connection:
        kept = await DocumentRepository(connection).revisions(draft.kept)
        known = await KnownItemRepository(connection).all()
    revisions = [*kept, *(revision for revision, _ in draft.fresh)]
    origins = {each.document.id: (each.family, each.document.file) for each in revisions}
    extracts = sorted((each.extract for each in revisions), key=_age)

    def recognised() -> Recognised:
        return recognise(merge(extracts), origins, known, published.number + 1)

    return await asyncio.to_thread(recognised)


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
