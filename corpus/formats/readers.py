"""The reader of each kind of file that is no plain text."""

from corpus.errors import DocumentError
from corpus.formats.apart import read_apart
from corpus.formats.html_encoding import page_text
from corpus.formats.sniffing import is_archive, is_pdf, kind_of
from corpus.pages.blocks import Block, line_blocks


def read_html(file: str, content: bytes) -> tuple[Block, ...]:
    """The blocks of an HTML page's main text.

    Raises:
        DocumentError: it is no page, or cannot be read.
    """
    _refuse(file, content, "an HTML page", fits=not kind_of(content))
    return line_blocks(read_apart("html", file, page_text(file, content).encode()))


def read_docx(file: str, content: bytes) -> tuple[Block, ...]:
    """The blocks of a Word document's body.

    Raises:
        DocumentError: it is no Word document, or cannot be read.
    """
    _refuse(file, content, "a Word document", fits=is_archive(content))
    return line_blocks(read_apart("docx", file, content))


def read_pdf(file: str, content: bytes) -> tuple[Block, ...]:
    """The blocks of a PDF's text.

    Raises:
        DocumentError: it is no PDF, or cannot be read.
    """
    _refuse(file, content, "a PDF", fits=is_pdf(content))
    return line_blocks(read_apart("pdf", file, content))


def _refuse(file: str, content: bytes, expected: str, *, fits: bool) -> None:
    """Refuse a file whose content is not what its name says."""
    if not fits:
        kind = kind_of(content)
        found = f"this is {kind}, not {expected}." if kind else f"this is not {expected}."
        raise DocumentError(file, found)
