"""The numbers that a word processor computes: they stand in no paragraph's own text.

Source: ECMA-376, part 1, 17.9 (numbering).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.formats.docx_styles import Styles
from corpus.formats.docx_text import attribute, child, integer, is_on, qualified
from corpus.formats.list_labels import bullet, numeral

_PLACE = re.compile(r"%([1-9])")
_STYLES = {
    "lowerLetter": "letter",
    "upperLetter": "Letter",
    "lowerRoman": "roman",
    "upperRoman": "Roman",
    "decimalZero": "padded",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """How a paragraph stands in a list.

    Attributes:
        label: what is printed before it: "24.", "(a)", "•"; "" where nothing is.
        level: how deep its list is nested, 0 the outermost.
        position: twips from the margin to the label; None where nothing tells.
    """

    label: str
    level: int
    position: int | None


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how its entries are numbered and set."""

    style: str
    pattern: str
    start: int
    restarts: bool
    is_legal: bool  # all its numbers are in digits
    position: int | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list's levels; lists of one `key` count on from each other."""

    key: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]  # where this list begins anew


class Numbering:
    """The lists of one document; entries must be asked for in the document's order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._concrete = _by_id(root, "num", "numId")
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def is_entry(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph stands in a list."""
        return self._list_and_level(paragraph) is not None

    def entry(self, paragraph: etree._Element) -> Entry | None:
        """Count a paragraph in; None where it stands in no list."""
        found = self._list_and_level(paragraph)
        if found is None:
            return None
        number_id, own, depth = found
        level = own.levels[depth]
        counts = self._counted(number_id, own, depth)
        position = _position(child(paragraph, "pPr", "ind"))
        return Entry(
            _label(own, depth, counts), depth, level.position if position is None else position
        )

    def _list_and_level(self, paragraph: etree._Element) -> tuple[str, _List, int] | None:
        style = self._styles.of(paragraph)
        direct = child(paragraph, "pPr", "numPr")
        number_id = attribute(child(direct, "numId")) or attribute(child(style.numbering, "numId"))
        own = self._list(number_id or "0")
        if number_id is None or own is None:
            return None
        depth = integer(child(direct, "ilvl"))
        if depth is None:
            depth = integer(child(style.numbering, "ilvl")) or 0
        return (number_id, own, depth) if depth in own.levels else None

    def _counted(self, number_id: str, own: _List, depth: int) -> Mapping[int, int]:
        counts = self._counts.setdefault(own.key, {})
        if number_id not in self._begun:
            self._begun.add(number_id)
            for anew in own.starts:
                counts.pop(anew, None)
        start = own.starts.get(depth, own.levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [each for each in counts if each > depth]:
            if deeper not in own.levels or own.levels[deeper].restarts:
                del counts[deeper]
        return counts

    def _list(self, number_id: str) -> _List | None:
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(self._concrete.get(number_id))
        return self._lists[number_id]

    def _read_list(self, concrete: etree._Element | None) -> _List | None:
        key = attribute(child(concrete, "abstractNumId")) or ""
        abstract = self._abstract.get(key)
        linked = attribute(child(abstract, "numStyleLink"))
        if linked is not None:  # the levels stand where that style's own list is
            of_style = attribute(child(self._styles.named(linked).numbering, "numId")) or ""
            key = attribute(child(self._concrete.get(of_style), "abstractNumId")) or ""
            abstract = self._abstract.get(key)
        if concrete is None or abstract is None:
            return None
        levels = dict(map(_read_level, abstract.iterchildren(qualified("lvl"))))
        starts: dict[int, int] = {}
        for override in concrete.iterchildren(qualified("lvlOverride")):
            levels |= map(_read_level, override.iterchildren(qualified("lvl")))
            start = integer(child(override, "startOverride"))
            if start is not None:
                starts[integer(override, "ilvl") or 0] = start
        return _List(key, levels, starts)


def _read_level(element: etree._Element) -> tuple[int, _Level]:
    level = _Level(
        style=attribute(child(element, "numFmt")) or "decimal",
        pattern=attribute(child(element, "lvlText")) or "",
        start=integer(child(element, "start")) or 0,
        restarts=integer(child(element, "lvlRestart")) != 0,
        is_legal=is_on(child(element, "isLgl")),
        position=_position(child(element, "pPr", "ind")),
    )
    return integer(element, "ilvl") or 0, level


def _label(own: _List, depth: int, counts: Mapping[int, int]) -> str:
    level = own.levels[depth]
    if level.style == "bullet":
        return bullet(depth)
    if level.style == "none":
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        named = own.levels.get(at)
        if named is None:
            return ""
        style = "decimal" if level.is_legal else _STYLES.get(named.style, named.style)
        return numeral(style, counts.get(at, named.start))

    return _PLACE.sub(number, level.pattern).strip()


def _position(indentation: etree._Element | None) -> int | None:
    """Twips from the margin to where the first line begins."""
    left = integer(indentation, "left")
    if left is None:
        left = integer(indentation, "start")
    if left is None:
        return None
    hanging = integer(indentation, "hanging") or 0
    return left - hanging + (integer(indentation, "firstLine") or 0)


def _by_id(root: etree._Element | None, name: str, key: str) -> dict[str, etree._Element]:
    if root is None:
        return {}
    elements = root.iterchildren(qualified(name))
    return {attribute(each, key) or "": each for each in elements}
