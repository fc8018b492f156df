"""The corpus folder: which of its files are documents, and their bytes."""

import os
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from corpus.errors import DocumentError
from corpus.reading import check_printable, file_content
from index.errors import InputError
from index.publication.sources import Source


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
        DocumentError: it is too large, unreadable, a link that leads out of the folder, or
            has a name that cannot be shown.
    """
    check_printable(file)
    path = folder / file
    if _is_linked(folder, file) and not _is_inside(path, folder):
        raise DocumentError(file, "this link leads nowhere or out of the corpus folder.")
    return Source(file, file_content(path, file))


def _is_linked(folder: Path, file: str) -> bool:
    """Whether a file, or a folder between, is a link: few are, and following it takes long."""
    places = accumulate(file.split("/"), Path.joinpath, initial=folder)
    return any(place.is_symlink() for place in islice(places, 1, None))


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a broken link, or a circle of links
        return False


def _walk(folder: Path) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        inside = Path(place).relative_to(folder)
        before = "" if inside == Path() else f"{inside.as_posix()}/"
        yield from (before + file for file in files if not file.startswith("."))
