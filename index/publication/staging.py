"""Taking in an upload: whether its content can become a document, and which."""

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime

from corpus.bounded import extracted, identified
from corpus.details import Details
from corpus.errors import DocumentError, RapporteurError
from corpus.facts import Meeting
from index.item_life.statuses import Actor
from index.publication.sources import document_of
from index.publication.wanted import Published
from index.repositories.documents import words_hash
from index.repositories.staged import Staged


class AlreadyPublishedError(RapporteurError):
    """The very bytes are published; `document` is the id."""

    def __init__(self, file: str, document: str) -> None:
        super().__init__(f"{file}: this file is already published as {document}.")
        self.document = document


def check_content(file: str, content: bytes, published: Published) -> None:
    """Refuse what cannot become a document, or is one already; CPU only.

    Raises:
        DocumentError: it cannot be read.
        AlreadyPublishedError: its bytes are published.
    """
    source_hash = hashlib.sha256(content).hexdigest()
    for member in published.members:
        if member.document.source_hash == source_hash:
            raise AlreadyPublishedError(file, member.document.id)
    document = document_of(file, content)
    words = words_hash(document)
    for member in published.members:
        copied = published.known[member.document.id].words_hash == words
        if copied and member.document.file != file:
            reason = f"its words are already published as {member.document.id}."
            raise DocumentError(file, reason)
    extracted(identified(document))


def reported_in(file: str, content: bytes, details: Details) -> Meeting | None:
    """The meeting that an upload reports, as a maintainer has corrected it; CPU only.

    Raises:
        DocumentError: it cannot be read.
    """
    document = document_of(file, content)
    found = extracted(identified(document, details), details).meetings
    return next((each for each in found if each.reported_by), None)


def staged_as(file: str, content: bytes, actor: Actor, taken: Collection[str]) -> Staged:
    """An upload under an id of its own.

    Args:
        file: a name that `check_upload` let through.
        content: the whole file.
        actor: who uploads it.
        taken: ids that other uploads have.
    """
    source_hash = hashlib.sha256(content).hexdigest()
    ids = (f"S-{source_hash[:length].upper()}" for length in range(4, len(source_hash) + 1))
    return Staged(
        id=next(each for each in ids if each not in taken),
        file=file,
        hash=source_hash,
        size_bytes=len(content),
        actor=actor,
        at=datetime.now(UTC),
        details=Details(),
    )
