"""Files that are to be read, wherever they come from."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from corpus.bounded import read
from corpus.details import Details
from corpus.documents import Document
from index.repositories.generations import Origin


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes.

    Attributes:
        file: its path in the folder, with forward slashes, or the name it was uploaded under.
        predecessor: id of the published document that it replaces, if it does.
        details: what a maintainer corrected before it was ever published.
    """

    file: str
    content: bytes
    origin: Origin = Origin.FOLDER
    predecessor: str | None = None
    details: Details | None = None

    @property
    def hash(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@lru_cache(maxsize=8)
def document_of(file: str, content: bytes) -> Document:
    """Read a file; a dry run and the publish that follows it read the same bytes once.

    Raises:
        DocumentError: it cannot be read.
    """
    return read(file, content)
