"""The styles of a Word document: which of them are headings, and which number."""

import re
from dataclasses import dataclass

from lxml import etree

from corpus.formats.docx_text import attribute, child, integer, qualified

_HEADING = re.compile(r"heading [1-9]")
_BODY_LEVEL = 9  # the outline level of what is no heading


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it takes from the styles below it.

    Attributes:
        is_contents: its paragraphs make the table of contents.
        numbering: the `numPr` element that numbers its paragraphs, or None.
    """

    id: str = ""
    is_heading: bool = False
    is_contents: bool = False
    numbering: etree._Element | None = None


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, root: etree._Element) -> None:
        self._elements = {
            attribute(style, "styleId") or "": style for style in root.iter(qualified("style"))
        }
        self._read: dict[str, Style] = {}

    def of(self, paragraph: etree._Element) -> Style:
        """The style of a paragraph."""
        return self.named(attribute(child(paragraph, "pPr", "pStyle")) or "")

    def named(self, style_id: str) -> Style:
        """The style with this id; one that changes nothing where there is none."""
        if style_id not in self._read:
            self._read[style_id] = self._resolved(style_id)
        return self._read[style_id]

    def is_outlined(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is made a heading by itself, whatever its style."""
        return _is_outline(child(paragraph, "pPr", "outlineLvl"))

    def _resolved(self, style_id: str) -> Style:
        is_heading, is_contents, numbering = False, False, None
        seen: set[str] = set()
        current = style_id
        while current in self._elements and current not in seen:
            seen.add(current)
            style = self._elements[current]
            name = (attribute(child(style, "name")) or "").lower()
            outlined = _is_outline(child(style, "pPr", "outlineLvl"))
            is_heading = is_heading or outlined or _HEADING.fullmatch(name) is not None
            is_contents = is_contents or name.startswith("toc ")
            numbering = numbering if numbering is not None else child(style, "pPr", "numPr")
            current = attribute(child(style, "basedOn")) or ""
        return Style(style_id, is_heading, is_contents, numbering)


def _is_outline(level: etree._Element | None) -> bool:
    number = integer(level)
    return number is not None and number < _BODY_LEVEL
