"""Taking in an upload: its content must be able to become a document."""

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime

from corpus.details import Details
from corpus.errors import RapporteurError
from corpus.extraction import extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.reading import read_document
from index.item_life.statuses import Actor
from index.publication.wanted import Published
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
    document = read_document(file, content)
    extract(identify(document, reported_meeting(document)))


def staged_as(file: str, content: bytes, actor: Actor, taken: Collection[str]) -> Staged:
    """An upload under an id of its own.

    Args:
        file: a name that can be shown.
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
