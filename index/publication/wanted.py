"""What the next generation is to hold: of the folder, of uploads, without a document, as it was.

Whatever changes the corpus begins here and goes the same way from here on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.details import Details
from corpus.documents import Document
from corpus.errors import DocumentError
from index.errors import NotFoundError
from index.publication.corrections import Correction
from index.publication.folder import list_files, read_source
from index.publication.sources import Source
from index.repositories.documents import KnownRevision
from index.repositories.generations import Member, Origin, Publication
from index.repositories.held_back import HeldBack


@dataclass(frozen=True, slots=True)
class Published:
    """The store as a change finds it.

    Attributes:
        members: of the current generation; no two have one file name.
        known: every revision ever published, by id.
        held_back: what a reindex leaves out, by the hash of its content.
        details: what maintainers corrected, by family.
        corrections: what they say of single facts, oldest first.
    """

    publication: Publication | None
    members: tuple[Member, ...]
    known: Mapping[str, KnownRevision]
    held_back: Mapping[str, HeldBack]
    details: Mapping[str, Details]
    corrections: tuple[Correction, ...] = ()

    @property
    def number(self) -> int:
        """Of the current generation; 0 before the first."""
        return self.publication.number if self.publication else 0

    def with_correction(self, correction: Correction | None) -> "Published":
        """The same, with one more thing said of a fact."""
        more = (correction,) if correction else ()
        return replace(self, corrections=(*self.corrections, *more))

    @property
    def by_file(self) -> Mapping[str, Member]:
        """The members by file name."""
        return {each.document.file: each for each in self.members}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the next generation is to hold.

    Attributes:
        kept: documents as they were read.
        sources: what is to be read.
        rejected: file and one sentence each.
    """

    kept: list[Member] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)


def as_in_folder(folder: Path, published: Published) -> Wanted:
    """What the folder holds now, beside the uploads.

    Raises:
        InputError: there is no such folder.
    """
    files = list_files(folder)
    held = frozenset(files)
    wanted = Wanted([each for each in published.members if _stays(each, held)])
    by_file = published.by_file
    for file in files:
        member = _ruled(by_file.get(file))
        try:
            source = read_source(folder, file)
        except DocumentError as error:  # what was once read well stays as it is
            wanted.rejected.append((error.file, error.reason))
            wanted.kept.extend([member] if member and member.origin is Origin.FOLDER else [])
            continue
        same = member is not None and member.document.source_hash == source.hash
        if member and member.origin is Origin.UPLOAD:
            if not same:
                wanted.rejected.append((source.file, _shadowed(member.document)))
        elif member and same:
            wanted.kept.append(member)
        elif source.hash in published.held_back:
            wanted.rejected.append((source.file, _held(published.held_back[source.hash])))
            wanted.kept.extend([member] if member else [])
        else:
            replaced = member.document.id if member else None
            wanted.sources.append(replace(source, predecessor=replaced))
    return wanted


def with_uploads(uploads: Sequence[Source], published: Published) -> Wanted:
    """Uploads beside what is published; one replaces the document of its file name."""
    by_file = published.by_file
    names = {each.file for each in uploads}
    return Wanted(
        kept=[each for each in published.members if each.document.file not in names],
        sources=[
            replace(each, predecessor=by_file[each.file].document.id)
            if each.file in by_file
            else each
            for each in uploads
        ],
    )


def without(document_id: str, published: Published) -> Wanted:
    """What is published, but for one document.

    Raises:
        NotFoundError: it is not published.
    """
    kept = [each for each in published.members if each.document.id != document_id]
    if len(kept) == len(published.members):
        raise NotFoundError(f"No published document has the id {document_id}.")
    return Wanted(kept)


def _ruled(member: Member | None) -> Member | None:
    """The document of a file that is in the folder, which rules it again if it was restored."""
    if member is None or member.origin is Origin.UPLOAD:
        return member
    return Member(member.document, Origin.FOLDER)


def _stays(member: Member, files: Collection[str]) -> bool:
    """Whether a document stays whatever the folder holds."""
    gone = member.document.file not in files
    return member.origin is Origin.UPLOAD or (member.origin is Origin.RESTORED and gone)


def _shadowed(upload: Document) -> str:
    return (
        f"an uploaded document of this name is published; remove {upload.id} to publish this file."
    )


def _held(held: HeldBack) -> str:
    who = f" by {held.actor}" if held.actor else ""
    return (
        f"it was taken out{who} on {held.at.date().isoformat()}; to publish it again,"
        " change the file or add it as an upload."
    )
