"""The corpus folder: which of its files are documents, and their bytes."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.errors import DocumentError
from corpus.reading import file_content
from index.errors import InputError


class Source(NamedTuple):
    """A file of the folder; `file` is its path inside it, with forward slashes."""

    file: str
    content: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def list_files(folder: Path) -> tuple[str, ...]:
    """The files of a folder and its sub-folders, sorted; hidden ones do not count.

    Links to folders are not followed.

    Raises:
        InputError: there is no such folder.
    """
    if not folder.is_dir():
        raise InputError(f"There is no corpus folder {folder}.")
    return tuple(sorted(_walk(folder)))


def read_source(folder: Path, file: str) -> Source:
    """The bytes of one file of the folder.

    Raises:
        DocumentError: it is too large, unreadable, or a link that leads out of the folder.
    """
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DocumentError(file, "this link leads out of the corpus folder.")
    return Source(file, file_content(path, file))


def _walk(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for file in files:
            if not file.startswith("."):
                yield (Path(place) / file).relative_to(folder).as_posix()
