"""Reading the corpus folder against what is published: what stays, what is new, what is bad."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus.documents import Document
from corpus.errors import DocumentError
from corpus.extraction import extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.reading import read_document
from index.publication.folder import Source, list_files, read_source
from index.publication.identifiers import CopyError, Registry
from index.repositories.documents import KnownRevision, Revision
from index.repositories.generations import Publication

Progress = Callable[[int, int, str], object]  # files done, files to do, file name


@dataclass(frozen=True, slots=True)
class Published:
    """The store as a publish finds it.

    Attributes:
        documents: of the current generation, by file.
        known: every revision ever published, by id.
    """

    publication: Publication | None
    documents: Mapping[str, Document]
    known: Mapping[str, KnownRevision]

    @property
    def number(self) -> int:
        """Of the current generation; 0 before the first."""
        return self.publication.number if self.publication else 0


@dataclass(slots=True)
class Draft:
    """A folder as it was read, to become a generation.

    Attributes:
        kept: published documents whose files are the same.
        fresh: what was read anew, with the file.
        rejected: file and one sentence each.
    """

    kept: list[Document] = field(default_factory=list)
    fresh: list[tuple[Revision, Source]] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def documents(self) -> list[Document]:
        """All that the generation will hold."""
        return [*self.kept, *(revision.document for revision, _ in self.fresh)]


def read_folder(folder: Path, published: Published, report: Progress) -> Draft:
    """Read the files that are not published as they are, or that other code has read.

    Raises:
        InputError: there is no such folder.
    """
    draft = Draft()
    sources = []
    for source in _sources(folder, draft.rejected):
        document = _published_as_is(published, source)
        if document is None:
            sources.append(source)
        else:
            draft.kept.append(document)
    registry = Registry(published.known, [each.id for each in draft.kept])
    sources.sort(key=lambda source: source.file not in published.documents)  # as Registry asks
    for done, source in enumerate(sources, start=1):
        try:
            revision = _read(source, registry, published.documents.get(source.file))
            draft.fresh.append((revision, source))
        except DocumentError as error:
            draft.rejected.append((source.file, error.reason))
        report(done, len(sources), source.file)
    return draft


@cache
def reader_fingerprint() -> str:
    """SHA-256 over the code and word lists of `corpus`: what reads documents.

    A new phrase in a word list must reach documents whose bytes are the same.
    """
    digest = hashlib.sha256()
    for name, content in sorted(_reader_files(files("corpus"))):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _reader_files(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _reader_files(entry)
        elif entry.name.endswith((".py", ".toml")):
            yield entry.name, entry.read_bytes()


def _sources(folder: Path, rejected: list[tuple[str, str]]) -> Iterator[Source]:
    for file in list_files(folder):
        try:
            yield read_source(folder, file)
        except DocumentError as error:
            rejected.append((error.file, error.reason))


def _published_as_is(published: Published, source: Source) -> Document | None:
    document = published.documents.get(source.file)
    if document is None or document.source_hash != source.hash:
        return None
    reader = published.known[document.id].reader
    return document if reader == reader_fingerprint() else None


def _read(source: Source, registry: Registry, predecessor: Document | None) -> Revision:
    """Read one file: its paragraphs, then which document it is, then what it states."""
    document = read_document(source.file, source.content)
    document = identify(document, reported_meeting(document))
    try:
        named = registry.name(document, predecessor.id if predecessor else None)
    except CopyError as error:
        reason = f"its words are already published as {error.original}."
        raise DocumentError(source.file, reason) from error
    return Revision(named.family, reader_fingerprint(), extract(named.document))
