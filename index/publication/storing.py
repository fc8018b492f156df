"""Writing a new generation, inside one transaction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

import aiosqlite

from corpus.facts import Extract, Facts
from index.item_life.recognition import Recognised
from index.item_life.recording import save_recognised
from index.item_life.statuses import Actor
from index.publication import drafts
from index.publication.corrections import Correction
from index.publication.drafts import Draft
from index.publication.wanted import Published
from index.repositories.corrections import CorrectionRepository
from index.repositories.details import DetailsRepository
from index.repositories.documents import DocumentRepository
from index.repositories.generations import (
    KEPT_GENERATIONS,
    Action,
    GenerationRepository,
    Origin,
    Publication,
)
from index.repositories.held_back import HeldBackRepository
from index.repositories.merged_facts import MergedFactRepository
from index.repositories.remembered import Remembered
from index.repositories.staged import StagedRepository

_TAKING_OUT = frozenset({Action.REMOVE, Action.ROLLBACK})


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


class Stored(NamedTuple):
    """What was written, by number of fact set: to be remembered once it is committed."""

    extracts: Mapping[int, Extract]
    facts: Mapping[int, Facts]


async def store(
    connection: aiosqlite.Connection,
    remembered: Remembered,
    published: Published,
    draft: Draft,
    recognised: Recognised,
    change: Change,
) -> Stored:
    """Write a draft and its merged facts as the generation after the published one."""
    now = datetime.now(UTC)
    number = published.number + 1
    extracts = await _store_documents(connection, draft, change, now)
    if change.correction:
        await CorrectionRepository(connection).add(change.correction)
    merged = MergedFactRepository(connection, remembered)
    before = published.publication.fact_set if published.publication else None
    documents = sorted((each.document for each in draft.members), key=lambda each: each.age)
    fact_set, parts = await merged.add(recognised.facts, [each.id for each in documents], before)
    publication = Publication(
        number=number,
        published_at=now,
        action=change.action,
        actor=change.actor,
        note=change.note,
        folder=change.folder,
        reader=drafts.reader_fingerprint(),
        fact_set=fact_set,
    )
    generations = GenerationRepository(connection)
    await generations.add(publication, draft.members)
    await merged.remove_all(await generations.forget_facts(number - KEPT_GENERATIONS + 1))
    items = remembered.items.get(published.number, ())
    await save_recognised(connection, recognised, items, change.actor, now)
    held_back = HeldBackRepository(connection)
    if change.action in _TAKING_OUT:
        await held_back.add(_folder_contents(published), change.actor, now)
    await held_back.release_members(number)
    return Stored(extracts, parts)


async def _store_documents(
    connection: aiosqlite.Connection, draft: Draft, change: Change, now: datetime
) -> dict[int, Extract]:
    documents, details = DocumentRepository(connection), DetailsRepository(connection)
    numbers = await documents.save_all(
        [(revision, source.content) for revision, source in draft.fresh]
    )
    for revision, source in draft.fresh:
        if source.details is not None:
            await details.add(revision.family, source.details, change.actor, now)
    for staged_id in change.staged:
        await StagedRepository(connection).remove(staged_id)
    extracts = (revision.extract for revision, _ in draft.fresh)
    return dict(zip(numbers, extracts, strict=True))


def _folder_contents(published: Published) -> Iterator[str]:
    return (
        each.document.source_hash for each in published.members if each.origin is not Origin.UPLOAD
    )
