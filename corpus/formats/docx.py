"""The body of a Word document as lines; headers, footers, notes and comments are no text."""

import io
from collections.abc import Iterable, Iterator

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from corpus.formats.docx_numbering import Numbering
from corpus.formats.docx_package import check_package
from corpus.formats.docx_styles import Styles
from corpus.formats.docx_text import paragraph_text, qualified
from corpus.formats.list_labels import indent
from corpus.pages.lines import Line

_PARAGRAPH, _TABLE, _ROW, _CELL = map(qualified, ("p", "tbl", "tr", "tc"))
_WRAPPERS = frozenset(
    map(qualified, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
)
_TWIPS_A_COLUMN = 180  # 720 twips, half an inch, are the usual step of a list: four columns


def docx_lines(content: bytes) -> tuple[Line, ...]:
    """The lines of a document's body, one a paragraph or a row of a table.

    Numbers and letters that the word processor counts stand before their paragraphs.

    Raises:
        FormatError: it is no Word document, holds macros, is encrypted, or is too large.
        Exception: of any kind, where the document is damaged.
    """
    check_package(content)
    document = docx.Document(io.BytesIO(content))
    styles = Styles(document.styles.element)
    numbering = _numbering_root(document.part.rels.values())
    writer = _Writer(styles, Numbering(numbering, styles))
    return tuple(writer.lines(document.element.body))


class _Writer:
    """Writes down the blocks of a document in order; numbers are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def lines(self, container: etree._Element) -> Iterator[Line]:
        """The lines of all blocks in an element; the parser bounds how deep they nest."""
        for block in container:
            if block.tag == _PARAGRAPH:
                yield from self._paragraph(block)
            elif block.tag == _TABLE:
                yield from self._table(block)
            elif block.tag in _WRAPPERS:
                yield from self.lines(block)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        style = self._styles.of(paragraph)
        if style.is_contents:
            return
        text = paragraph_text(paragraph).strip()
        if not text:
            return  # an empty entry of a list has no number either
        entry = self._numbering.entry(paragraph)
        prefix = f"{entry.label} " if entry and entry.label else ""
        position = entry.position if entry else None
        columns = indent(entry.level) if entry else 0
        if position is not None:
            columns = max(0, position // _TWIPS_A_COLUMN)
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                marked = line.strip() if number else prefix + line.strip()
                heading = style.is_heading or self._styles.is_outlined(paragraph)
                yield Line(marked, columns, gap=0 if number else 1, underlined=heading)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = [list(_children(row, _CELL)) for row in _children(table, _ROW)]
        if not self._holds_data(table, rows):
            for row in rows:
                for cell in row:
                    yield from self.lines(cell)
            return
        for row in rows:
            text = "\t".join(filter(None, map(_cell_text, row)))
            if text:
                yield Line(text, gap=1)

    def _holds_data(self, table: etree._Element, rows: list[list[etree._Element]]) -> bool:
        """Whether a table is one, not a way to lay out paragraphs."""
        if next(table.iterdescendants(_TABLE), None) is not None:
            return False
        if max(map(len, rows), default=0) < 2:
            return False
        return not any(
            self._numbering.is_entry(paragraph) or self._styles.of(paragraph).is_heading
            for paragraph in table.iter(_PARAGRAPH)
        )


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children of one kind, also those that changes or controls wrap."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag in _WRAPPERS:
            yield from _children(each, tag)


def _cell_text(cell: etree._Element) -> str:
    return " ".join(" ".join(map(paragraph_text, cell.iter(_PARAGRAPH))).split())


def _numbering_root(relations: Iterable[object]) -> etree._Element | None:
    for relation in relations:
        if getattr(relation, "reltype", "") == RELATIONSHIP_TYPE.NUMBERING:
            return getattr(getattr(relation, "target_part", None), "element", None)
    return None
