"""What the next generation can be chosen to hold; each choice is made of the store as it is."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.details import Details
from corpus.errors import RapporteurError
from index.database import Database
from index.errors import InputError, NotFoundError
from index.publication.folder import list_files
from index.publication.history import ROLLBACK_DEPTH, can_be_restored
from index.publication.sources import Source
from index.publication.wanted import Published, Wanted, as_in_folder, with_uploads, without
from index.repositories.documents import DocumentRepository
from index.repositories.generations import Member, Origin
from index.repositories.staged import Staged, StagedRepository

_SHOWN = 40  # characters of an id that is unknown

Choice = Callable[[Published], Awaitable[Wanted]]


class OutdatedDryRunError(RapporteurError):
    """What was looked at is no longer what would be published."""

    def __init__(self) -> None:
        super().__init__("The corpus or an upload has changed since that dry run; look at it anew.")


def folder_as_it_is(folder: Path) -> Choice:
    """The documents of a folder beside the uploads; the choice raises InputError without it."""

    async def chosen(published: Published) -> Wanted:
        return await asyncio.to_thread(as_in_folder, folder, published)

    return chosen


async def documents_as_published(published: Published) -> Wanted:
    """The same documents, for newer code to read."""
    return Wanted(list(published.members))


def uploads_beside(
    database: Database, staged_ids: Sequence[str], after: int | None = None
) -> Choice:
    """Staged uploads beside what is published.

    The choice raises NotFoundError for unknown ids, OutdatedDryRunError where the published
    generation is not `after`.
    """

    async def chosen(published: Published) -> Wanted:
        if after is not None and published.number != after:
            raise OutdatedDryRunError
        async with database.snapshot() as connection:
            repository = StagedRepository(connection)
            waiting = await repository.all()
            found = dict.fromkeys(find_staged(waiting, each) for each in staged_ids)
            contents = {each.id: await repository.content(each.id) for each in found}
        return with_uploads([_source(each, contents[each.id]) for each in found], published)

    return chosen


def file_beside(source: Source) -> Choice:
    """A file beside what is published."""

    async def chosen(published: Published) -> Wanted:
        return with_uploads([source], published)

    return chosen


def without_document(document_id: str) -> Choice:
    """What is published but for a document; the choice raises NotFoundError for an unknown one."""

    async def chosen(published: Published) -> Wanted:
        return without(document_id, published)

    return chosen


def with_details(database: Database, document_id: str, details: Details) -> Choice:
    """What is published, one document read with a maintainer's corrections.

    The choice raises NotFoundError for an unknown one.
    """

    async def chosen(published: Published) -> Wanted:
        wanted = without(document_id, published)
        [(document, origin)] = [e for e in published.members if e.document.id == document_id]
        async with database.snapshot() as connection:
            content = await DocumentRepository(connection).original(document.source_hash)
        return replace(
            wanted, sources=[Source(document.file, content, origin, document_id, details)]
        )

    return chosen


def as_in_generation(database: Database, folder: Path, number: int) -> Choice:
    """What an earlier generation held; the choice raises InputError for one too old.

    What the folder no longer holds is marked, so that the next reindex leaves it in.
    """

    async def chosen(published: Published) -> Wanted:
        if not can_be_restored(number, published.number):
            raise InputError(
                f"Generation {number} cannot be gone back to: only the {ROLLBACK_DEPTH}"
                f" before generation {published.number} can."
            )
        async with database.snapshot() as connection:
            members = await DocumentRepository(connection).members(number)
        files = await asyncio.to_thread(_files_of, folder)
        return Wanted([_restored(each, files) for each in members])

    return chosen


def _files_of(folder: Path) -> Collection[str]:
    try:
        return frozenset(list_files(folder))
    except InputError:  # there is no such folder, nor any of its files
        return ()


def _restored(member: Member, files: Collection[str]) -> Member:
    if member.origin is Origin.FOLDER and member.document.file not in files:
        return Member(member.document, Origin.RESTORED)
    return member


def find_staged(waiting: Sequence[Staged], staged_id: str) -> Staged:
    """The upload that waits under an id, however it is written.

    Raises:
        NotFoundError: there is none.
    """
    wanted = staged_id.strip().upper()
    for each in waiting:
        if each.id == wanted:
            return each
    nearest = [each.id for each in waiting][:3]
    raise NotFoundError(
        f"Nothing waits under {staged_id[:_SHOWN]}; it may have been published or discarded.",
        nearest,
    )


async def found_staged(database: Database, staged_ids: Sequence[str]) -> tuple[Staged, ...]:
    """The uploads that wait under these ids, each once; raises what `find_staged` does."""
    async with database.snapshot() as connection:
        waiting = await StagedRepository(connection).all()
    return tuple(dict.fromkeys(find_staged(waiting, each) for each in staged_ids))


def _source(staged: Staged, content: bytes) -> Source:
    details = staged.details if staged.details.said() else None
    return Source(staged.file, content, Origin.UPLOAD, details=details)
