"""Reads a made-up text for the tests of layout."""

from textwrap import dedent

from corpus.documents import Form, Paragraph
from corpus.reading import read_document


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, indented as in the test's source."""
    return read_document("a.txt", dedent(text).encode()).paragraphs


def texts(text: str) -> list[str]:
    return [each.text for each in paragraphs(text)]


def forms(text: str) -> list[tuple[Form, str]]:
    return [(each.form, each.text) for each in paragraphs(text)]
