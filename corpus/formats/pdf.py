"""The text of a PDF as lines, one a paragraph, in the order in which it is read."""

from corpus.formats.pdf_furniture import without_page_furniture
from corpus.formats.pdf_lines import reading_order
from corpus.formats.pdf_pages import read_pages
from corpus.formats.pdf_paragraphs import paragraph_lines
from corpus.formats.pdf_rows import page_rows
from corpus.pages.lines import Line


def pdf_lines(content: bytes) -> tuple[Line, ...]:
    """The paragraphs of a PDF's text layer, without the headers and numbers of its pages.

    Lines are joined by how they stand on the page; what broke them, a space or a hyphen that
    only parts a word, is no text.

    Raises:
        FormatError: it is damaged, encrypted, a scan without text, or too large.
    """
    pages = without_page_furniture([page_rows(words) for words in read_pages(content)])
    return paragraph_lines(tuple(reading_order(pages)))
