"""Publishing: what was read becomes one new generation, whole or not at all."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import aiosqlite

from corpus.errors import RapporteurError
from corpus.facts import Extract
from corpus.merging import merge
from index.database import Database
from index.item_life.recognition import ItemChange, Recognised, recognise
from index.item_life.recording import save_recognised
from index.item_life.statuses import Actor
from index.publication.corrections import Correction, by_family, corrected, standing
from index.publication.drafts import Draft, reader_fingerprint
from index.publication.wanted import Published
from index.repositories.corrections import CorrectionRepository
from index.repositories.details import DetailsRepository
from index.repositories.documents import DocumentRepository
from index.repositories.facts import FactRepository
from index.repositories.generations import (
    KEPT_GENERATIONS,
    Action,
    GenerationRepository,
    Member,
    Origin,
    Publication,
)
from index.repositories.held_back import HeldBackRepository
from index.repositories.known_items import KnownItemRepository
from index.repositories.staged import StagedRepository

_TAKING_OUT = frozenset({Action.REMOVE, Action.ROLLBACK})


class OutdatedError(RapporteurError):
    """Another process published while this one was reading."""


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes the corpus, how, and why.

    Attributes:
        folder: that the generation's documents are from.
        staged: ids of the uploads that become documents by it.
        correction: what it says of a single fact, or takes back.
    """

    action: Action
    actor: Actor
    folder: str
    note: str = ""
    staged: tuple[str, ...] = ()
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What a publish did; files are named by their path in the corpus folder.

    Attributes:
        generation: the new one's number, or the current one's where nothing had changed.
        rejected: file and one sentence each.
        paragraphs: of all documents of the generation.
        items: known action items whose source was edited, moved, removed or brought back.
        read: ids of the documents that were read anew.
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
    read: tuple[str, ...] = ()


async def read_published(database: Database) -> Published:
    """The store as a change finds it."""
    async with database.snapshot() as connection:
        publication = await GenerationRepository(connection).current()
        documents = DocumentRepository(connection)
        return Published(
            publication,
            await documents.members(publication.number) if publication else (),
            await documents.known(),
            await HeldBackRepository(connection).all(),
            await DetailsRepository(connection).all(),
            await CorrectionRepository(connection).all(),
        )


async def publish(
    database: Database, published: Published, draft: Draft, change: Change
) -> tuple[int, tuple[ItemChange, ...]]:
    """Publish a draft as a new generation, unless all of it is published already.

    Returns:
        The number of the generation, and what changed for known action items.

    Raises:
        OutdatedError: another process published meanwhile; nothing was written.
    """
    if published.publication and not (change.correction or _differs(published, draft)):
        if published.publication.folder != change.folder:
            async with database.transaction() as connection:
                await GenerationRepository(connection).move(published.number, change.folder)
        return published.number, ()
    after = published.with_correction(change.correction)
    recognised = await recognised_facts(database, after, draft)
    async with database.transaction() as connection:
        current = await GenerationRepository(connection).current()
        if (current.number if current else 0) != published.number:
            raise OutdatedError("Another process published meanwhile; run it again.")
        await _store(connection, published, draft, recognised, change)
    return published.number + 1, recognised.changes


async def recognised_facts(database: Database, published: Published, draft: Draft) -> Recognised:
    """The facts of all documents of a draft, each thing once, action items under their ids."""
    extracts, origins = await draft_extracts(database, published, draft)
    async with database.snapshot() as connection:
        known = await KnownItemRepository(connection).all()

    def recognised() -> Recognised:
        return recognise(merge(extracts), origins, known, published.number + 1)

    return await asyncio.to_thread(recognised)


async def draft_extracts(
    database: Database, published: Published, draft: Draft
) -> tuple[Sequence[Extract], Mapping[str, tuple[str, str]]]:
    """What the documents of a draft yield, oldest first; and family and file of each, by id.

    The facts are as maintainers have corrected them.
    """
    async with database.snapshot() as connection:
        kept = await DocumentRepository(connection).revisions(
            [member.document for member in draft.kept]
        )
    revisions = [*kept, *(revision for revision, _ in draft.fresh)]
    origins = {each.document.id: (each.family, each.document.file) for each in revisions}
    rulings = by_family(standing(published.corrections))
    extracts = (corrected(each.extract, rulings.get(each.family, ())) for each in revisions)
    return sorted(extracts, key=_age), origins


def result_of(
    number: int,
    published: Published,
    draft: Draft,
    items: tuple[ItemChange, ...] = (),
    seconds: float = 0.0,
) -> PublishResult:
    """What publishing a draft as this generation did, or would do."""
    old = {each.document.file: each.document.source_hash for each in published.members}
    new = {each.document.file: each.document.source_hash for each in draft.members}
    both = sorted(new.keys() & old.keys())
    return PublishResult(
        generation=number,
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(file for file in both if new[file] != old[file]),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(file for file in both if new[file] == old[file]),
        rejected=tuple(sorted(draft.rejected)),
        paragraphs=sum(len(each.document.paragraphs) for each in draft.members),
        seconds=seconds,
        items=items,
        read=tuple(revision.document.id for revision, _ in draft.fresh),
    )


def _differs(published: Published, draft: Draft) -> bool:
    kept, members = set(map(_identity, draft.kept)), set(map(_identity, published.members))
    return bool(draft.fresh) or kept != members


def _identity(member: Member) -> tuple[str, str, str, Origin]:
    document, origin = member
    return document.id, document.file, document.source_hash, origin


async def _store(
    connection: aiosqlite.Connection,
    published: Published,
    draft: Draft,
    recognised: Recognised,
    change: Change,
) -> None:
    now = datetime.now(UTC)
    number = published.number + 1
    await _store_documents(connection, draft, change, now)
    if change.correction:
        await CorrectionRepository(connection).add(change.correction)
    fact_sets = FactRepository(connection)
    publication = Publication(
        number=number,
        published_at=now,
        action=change.action,
        actor=change.actor,
        note=change.note,
        folder=change.folder,
        reader=reader_fingerprint(),
        fact_set=await fact_sets.add(recognised.facts),
    )
    generations = GenerationRepository(connection)
    await generations.add(publication, draft.members)
    await fact_sets.remove_all(await generations.forget_facts(number - KEPT_GENERATIONS + 1))
    await save_recognised(connection, recognised, change.actor, now)
    held_back = HeldBackRepository(connection)
    if change.action in _TAKING_OUT:
        await held_back.add(_folder_contents(published), change.actor, now)
    await held_back.release_members(number)


async def _store_documents(
    connection: aiosqlite.Connection, draft: Draft, change: Change, now: datetime
) -> None:
    documents, details = DocumentRepository(connection), DetailsRepository(connection)
    for revision, source in draft.fresh:
        await documents.save(revision, source.content)
        if source.details is not None:
            await details.add(revision.family, source.details, change.actor, now)
    for staged_id in change.staged:
        await StagedRepository(connection).remove(staged_id)


def _folder_contents(published: Published) -> Iterator[str]:
    return (each.document.source_hash for each in published.members if each.origin is Origin.FOLDER)


def _age(extract: Extract) -> tuple[date, str]:
    """Oldest first; documents without a date last."""
    return extract.document.date or date.max, extract.document.id
