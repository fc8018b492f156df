"""Publishing: what was read becomes one new generation, whole or not at all."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import aiosqlite

from corpus.errors import RapporteurError
from corpus.facts import Extract
from index.database import Database
from index.item_life.item_matching import KnownItem
from index.item_life.recognition import ItemChange, Recognised, recognise
from index.publication.corrections import by_family, corrected, standing
from index.publication.drafts import Draft
from index.publication.storing import Change, store
from index.publication.wanted import Published
from index.repositories.corrections import CorrectionRepository
from index.repositories.details import DetailsRepository
from index.repositories.documents import DocumentRepository
from index.repositories.generations import GenerationRepository, Member, Origin
from index.repositories.held_back import HeldBackRepository
from index.repositories.known_items import KnownItemRepository
from index.repositories.remembered import Remembered


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
        read: ids of the documents that were read anew.
        fileless: documents that a rollback brought back and whose files are not in the folder.
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
    fileless: tuple[str, ...] = ()


async def read_published(database: Database) -> Published:
    """The store as a change finds it."""
    async with database.snapshot() as connection:
        await GenerationRepository(connection).check(database.remembered)
        publication = await GenerationRepository(connection).current()
        documents = DocumentRepository(connection, database.remembered)
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
        stored = await store(connection, database.remembered, published, draft, recognised, change)
    database.remembered.take(*stored)
    database.remembered.items = {published.number + 1: recognised.items}
    return published.number + 1, recognised.changes


async def recognised_facts(database: Database, published: Published, draft: Draft) -> Recognised:
    """The facts of all documents of a draft, each thing once, action items under their ids."""
    extracts, origins = await draft_extracts(database, published, draft)
    async with database.snapshot() as connection:
        known = await _known_items(connection, database.remembered, published.number)

    def recognised() -> Recognised:
        facts = database.remembered.merger.merge(extracts)
        return recognise(facts, origins, known, published.number + 1)

    return await asyncio.to_thread(recognised)


async def _known_items(
    connection: aiosqlite.Connection, remembered: Remembered, current: int
) -> tuple[KnownItem, ...]:
    """Every item ever published, those of one generation in its order."""
    repository = KnownItemRepository(connection)
    if current not in remembered.items:
        return await repository.all()
    return (*await repository.left(current), *remembered.items[current])


async def draft_extracts(
    database: Database, published: Published, draft: Draft
) -> tuple[Sequence[Extract], Mapping[str, tuple[str, str]]]:
    """What the documents of a draft yield, oldest first; and family and file of each, by id.

    The facts are as maintainers have corrected them.
    """
    async with database.snapshot() as connection:
        documents = DocumentRepository(connection, database.remembered)
        kept = await documents.revisions([member.document for member in draft.kept])
    revisions = [*kept, *(revision for revision, _ in draft.fresh)]
    origins = {each.document.id: (each.family, each.document.file) for each in revisions}
    rulings = by_family(standing(published.corrections))
    extracts = (corrected(each.extract, rulings.get(each.family, ())) for each in revisions)
    return sorted(extracts, key=lambda each: each.document.age), origins


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
        fileless=tuple(e.document.file for e in draft.members if e.origin is Origin.RESTORED),
    )


def _differs(published: Published, draft: Draft) -> bool:
    kept, members = set(map(_identity, draft.kept)), set(map(_identity, published.members))
    return bool(draft.fresh) or kept != members


def _identity(member: Member) -> tuple[str, str, str, Origin]:
    document, origin = member
    return document.id, document.file, document.source_hash, origin
