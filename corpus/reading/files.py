"""Reading a file into a `Document`, or refusing it in one sentence."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_ISREG

from corpus.documents import Document, Form, Kind, Paragraph
from corpus.errors import DocumentError
from corpus.formats.readers import read_docx, read_html, read_pdf
from corpus.formats.sniffing import is_page
from corpus.pages.blocks import Block, text_blocks
from corpus.pages.encoding import decode
from corpus.reading.layout import arrange
from corpus.slugs import slug

MAX_BYTES = 10 * 1024 * 1024
_LONGEST_NAME = 120  # characters
_LONGEST_PARAGRAPH = 20_000  # characters; those of statements have up to about 1,500

Reader = Callable[[str, bytes], tuple[Block, ...]]

_KIND_WORDS = (
    (Kind.REPORT, re.compile(r"\breport\b", re.IGNORECASE)),
    (
        Kind.STATEMENT,
        re.compile(r"\b(?:statement|communiqu[eé]|declaration|summary|readout)\b", re.IGNORECASE),
    ),
)


def read_folder_file(path: Path) -> Document:
    """Read one file of a folder; its size is looked at before its bytes are.

    Raises:
        DocumentError: it cannot be read, or cannot become a document.
    """
    return read_document(path.name, file_content(path, path.name))


def file_content(path: Path, file: str) -> bytes:
    """The bytes of a file, which errors call `file`.

    Raises:
        DocumentError: it is over 10 MiB, no regular file, or cannot be read.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise DocumentError(file, "this is not a regular file.")
        _check_size(file, status.st_size)
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise DocumentError(file, f"this file cannot be read ({reason}).") from error


def read_document(file: str, content: bytes) -> Document:
    """Read a file's bytes; id, label, title and kind are provisional, from name and head.

    Args:
        file: the publisher's file name; its suffix chooses the reader.
        content: the whole file.

    Raises:
        DocumentError: unknown suffix, over 10 MiB, empty, binary, without words, or with more
            of them than any statement has.
    """
    reader = _reader_of(file)
    _check_size(file, len(content))
    if not content.strip():
        raise DocumentError(file, "this file is empty.")
    paragraphs = arrange(reader(file, content))
    if not paragraphs:
        raise DocumentError(file, "this file holds no words.")
    if max(len(each.text) for each in paragraphs) > _LONGEST_PARAGRAPH:
        reason = f"one of its paragraphs is longer than {_LONGEST_PARAGRAPH:,} characters."
        raise DocumentError(file, reason)
    stem = Path(file).stem
    title = next((each.text for each in paragraphs if each.form is Form.TITLE), stem)
    return Document(
        id=slug(stem),
        file=file,
        title=title,
        label=stem,
        kind=_kind_of(file, paragraphs),
        source_hash=hashlib.sha256(content).hexdigest(),
        paragraphs=paragraphs,
    )


def check_upload(file: str, size_bytes: int) -> None:
    """Refuse by its name and size what need not be received: nothing of it has been read.

    Raises:
        DocumentError: the name is a path or cannot be shown, is of no type that is read, or
            the file is over 10 MiB.
    """
    check_printable(file)
    if "/" in file or "\\" in file or file.startswith("."):
        reason = "a file's name may be no path and may not begin with a dot."
        raise DocumentError(file[:_LONGEST_NAME], reason)
    if len(file) > _LONGEST_NAME:
        raise DocumentError(
            f"{file[:40]}…", f"this name is longer than {_LONGEST_NAME} characters."
        )
    _reader_of(file)
    _check_size(file, size_bytes)


def check_printable(file: str) -> None:
    """Refuse a name that cannot be shown.

    Raises:
        DocumentError: it is such a name.
    """
    if not file.isprintable():
        shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in file)
        raise DocumentError(shown, "this name holds characters that cannot be shown.")


def readers() -> Mapping[str, Reader]:
    """The reader of each suffix (lower case, with its dot)."""
    return {
        **dict.fromkeys((".txt", ".md", ".markdown"), read_text),
        **dict.fromkeys((".html", ".htm"), read_html),
        ".docx": read_docx,
        ".pdf": read_pdf,
    }


def read_text(file: str, content: bytes) -> tuple[Block, ...]:
    """The blocks of a plain or Markdown text in any encoding.

    Raises:
        DocumentError: the bytes are no text, or an HTML page.
    """
    if is_page(content):
        raise DocumentError(file, "this is an HTML page, not a text file.")
    return text_blocks(decode(file, content))


def _reader_of(file: str) -> Reader:
    reader = readers().get(Path(file).suffix.lower())
    if reader is None:
        known = ", ".join(sorted(readers()))
        raise DocumentError(file, f"files of this type are not read (known: {known}).")
    return reader


def _check_size(file: str, size: int) -> None:
    if size > MAX_BYTES:
        raise DocumentError(file, f"this file is larger than {MAX_BYTES // 1024**2} MiB.")


def _kind_of(file: str, paragraphs: tuple[Paragraph, ...]) -> Kind:
    """By the words of the title, then of the file name."""
    titles = " ".join(each.text for each in paragraphs if each.form is Form.TITLE)
    for words in (titles, slug(file).replace("-", " ")):
        for kind, pattern in _KIND_WORDS:
            if pattern.search(words):
                return kind
    return Kind.PAGE
