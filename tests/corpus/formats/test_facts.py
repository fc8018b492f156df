"""The facts of a document are the same in whatever format it is published."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import extraction
from corpus.documents import Paragraph
from corpus.formats.docx import docx_lines
from corpus.formats.html import html_lines
from corpus.formats.pdf import pdf_lines
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.pages.blocks import Block, line_blocks, text_blocks
from corpus.pages.lines import Line
from corpus.reading import read_document
from corpus.reading.layout import arrange
from tests.corpus.formats.makers import make_docx, make_html, make_pdf


def two_columns(blocks: Sequence[Block]) -> bytes:
    return make_pdf(blocks, columns=2)


Maker = Callable[[Sequence[Block]], bytes]
Reader = Callable[[bytes], tuple[Line, ...]]
FORMATS: tuple[tuple[str, Maker, Reader], ...] = (
    (".docx", make_docx, docx_lines),
    (".html", make_html, html_lines),
    (".pdf", make_pdf, pdf_lines),
    (".pdf", two_columns, pdf_lines),
)


def facts_of(file: str, content: bytes) -> tuple[object, ...]:
    """All facts, and the paragraphs; runs of spaces aside, which print does not keep."""
    document = replace(read_document(file, content), file="the same")
    extract = extraction.extract(identify(document, reported_meeting(document)))
    actions = [
        (squeeze(each.text), each.owners, each.due, each.strength, each.meeting, each.citation)
        for each in extract.actions
    ]
    others = (extract.meetings, extract.attendance, extract.rilons, extract.acronyms)
    return (extract.document.id, printed(extract.document.paragraphs), actions, *others)


def printed(paragraphs: Iterable[Paragraph]) -> list[tuple[str, ...]]:
    """What citations show of paragraphs."""
    return [
        (squeeze(each.text), each.form, each.printed, each.section, squeeze(each.lead))
        for each in paragraphs
    ]


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("number", range(5))
def test_paragraphs_are_those_of_the_text(shipped_corpus: Path, number: int) -> None:
    path = sorted(shipped_corpus.glob("*.txt"))[number]
    blocks = text_blocks(path.read_text("utf-8"))
    expected = printed(arrange(blocks))
    for _, make, lines in FORMATS:
        assert printed(arrange(line_blocks(lines(make(blocks))))) == expected, make


@pytest.mark.parametrize("number", [0, 3])
def test_docx_html_and_pdf_yield_the_facts_of_the_text(shipped_corpus: Path, number: int) -> None:
    path = sorted(shipped_corpus.glob("*.txt"))[number]
    blocks = text_blocks(path.read_text("utf-8"))
    expected = facts_of(path.name, path.read_bytes())
    for suffix, make, _ in FORMATS:
        assert facts_of(path.stem + suffix, make(blocks)) == expected, make
