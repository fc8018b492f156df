"""Reading what the next generation is to hold: what stays, what is new, what is bad."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.bounded import extracted, identified
from corpus.details import Details
from corpus.errors import DocumentError
from corpus.facts import Extract
from index.database import Database
from index.fingerprints import package_fingerprint
from index.publication.identifiers import CopyError, Registry
from index.publication.reading_ahead import reading_ahead
from index.publication.sources import Source, document_of
from index.publication.wanted import Published, Wanted
from index.repositories.documents import DocumentRepository, Revision
from index.repositories.generations import Member

Progress = Callable[[int, int, str], object]  # files done, files to do, file name


@dataclass(frozen=True, slots=True)
class Draft:
    """A generation in the making.

    Attributes:
        kept: published documents that stay as they were read.
        fresh: what was read anew, with the file.
        rejected: file and one sentence each.
    """

    kept: list[Member] = field(default_factory=list)
    fresh: list[tuple[Revision, Source]] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def members(self) -> list[Member]:
        """All that the generation will hold."""
        fresh = (Member(revision.document, source.origin) for revision, source in self.fresh)
        return [*self.kept, *fresh]


async def read_wanted(
    database: Database, wanted: Wanted, published: Published, report: Progress | None = None
) -> Draft:
    """Read the files that are new, and from the store what other code has read.

    Each file is read off the event loop; a cancellation takes effect between two of them.
    """
    draft = Draft(rejected=list(wanted.rejected))
    sources = list(wanted.sources)
    for member in wanted.kept:
        if _is_current(member, published):
            draft.kept.append(member)
        else:
            sources.append(await _stored(database, member))
    stale = {each.document.id: each for each in wanted.kept}
    registry = Registry(published.known, [each.document.id for each in draft.kept])
    sources.sort(key=lambda source: source.predecessor is None)  # as Registry asks
    async with reading_ahead(sources) as ahead:
        for done, source in enumerate(sources, start=1):
            try:
                read = await ahead.of(source)
                revision = await asyncio.to_thread(_revision, source, read, registry, published)
                draft.fresh.append((revision, source))
            except DocumentError as error:
                draft.rejected.append((source.file, error.reason))
                if source.predecessor in stale:  # what was once read well stays as it is
                    registry.keep(source.predecessor)
                    draft.kept.append(stale[source.predecessor])
            if report is not None:
                report(done, len(sources), source.file)
    return draft


def reader_fingerprint() -> str:
    """Of the code and word lists of `corpus`: what reads documents.

    A new phrase in a word list must reach documents whose bytes are the same.
    """
    return package_fingerprint("corpus")


def _is_current(member: Member, published: Published) -> bool:
    return published.known[member.document.id].reader == reader_fingerprint()


async def _stored(database: Database, member: Member) -> Source:
    document = member.document
    async with database.snapshot() as connection:
        content = await DocumentRepository(connection).original(document.source_hash)
    return Source(document.file, content, member.origin, document.id)


def _revision(
    source: Source, read: Extract | None, registry: Registry, published: Published
) -> Revision:
    """Read one file: its paragraphs, then which document it is, then what it states.

    Args:
        source: the file.
        read: what it yields under its bare slug, where it was read already.
        registry: gives the document its lasting id.
        published: holds what maintainers corrected of it.
    """
    document = read.document if read else document_of(source.file, source.content)
    details = source.details or published.details.get(
        registry.family_of(document, source.predecessor), Details()
    )
    if read is None or details.said():
        document = identified(document_of(source.file, source.content), details)
    try:
        named = registry.name(document, source.predecessor)
    except CopyError as error:
        reason = f"its words are already published as {error.original}."
        raise DocumentError(source.file, reason) from error
    if read is None or named.document != read.document:
        read = extracted(named.document, details)
    return Revision(named.family, reader_fingerprint(), read)
