"""The elements of an HTML page written down as lines."""

import re
from dataclasses import dataclass

from lxml import etree

from corpus.formats.html_parts import Element, is_beside, is_left_out, text_length
from corpus.formats.list_labels import bullet, indent, numeral
from corpus.pages.lines import Line
from corpus.pages.marks import read_mark

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figure form header hgroup hr html legend li main ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_LISTS = frozenset(["ul", "ol", "dir"])
_CELLS = frozenset(["td", "th"])
_NOT_IN_CELLS = ("table", "ul", "ol", *sorted(_HEADINGS))  # what only tables for layout hold
_STYLES = {"a": "letter", "A": "Letter", "i": "roman", "I": "Roman"}
_SPACES = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses: not the no-break space
_NEEDLESS_SPACES = re.compile(r" *(\t) *| {2,}")


@dataclass(slots=True)
class _List:
    """A list that is open; `style` is None where its entries have no numbers."""

    style: str | None
    number: int


class LineWriter:
    """Collects the lines of elements; parts beside the main text are left out."""

    def __init__(self, main: Element) -> None:
        self._main_length = text_length(main)
        self._lines: list[Line] = []
        self._pieces: list[str] = []  # of the paragraph that is open; "\n" breaks its line
        self._lists: list[_List] = []
        self._mark = ""  # of the entry that is open, until a line has it
        self._is_heading = False
        self._in_pre = 0
        self._data_tables: list[bool] = []

    def lines(self) -> tuple[Line, ...]:
        """All lines so far."""
        self._end_paragraph()
        return tuple(self._lines)

    def write(self, root: Element) -> None:
        """Add the lines of an element and of all in it."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            if event == "start" and element is not root and self._is_skipped(element):
                skipped = element
                walker.skip_subtree()
            elif event == "start":
                self._enter(element)
            else:
                if element is not skipped:
                    self._leave(element)
                if element is not root:
                    self._add(element.tail)

    def _is_skipped(self, element: Element) -> bool:
        if is_left_out(element) or _is_note_mark(element):
            return True
        return element.tag in _BLOCKS and is_beside(element, self._main_length)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._break(element)
        if tag in _LISTS:
            self._lists.append(_list_of(element))
        elif tag == "li":
            self._mark = self._next_mark(element)
        elif tag in _HEADINGS:
            self._is_heading = True
        elif tag == "table":
            self._data_tables.append(next(element.iterdescendants(*_NOT_IN_CELLS), None) is None)
        elif tag in _CELLS:
            self._break_cell(element)
        elif tag == "br":
            self._pieces.append("\n")
        self._in_pre += tag == "pre"
        self._add(element.text)

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._break(element)
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag in _HEADINGS:
            self._is_heading = False
        elif tag == "table" and self._data_tables:
            self._data_tables.pop()
        self._in_pre -= tag == "pre"

    def _break(self, element: Element) -> None:
        """A block ends the paragraph above it; in a cell of data it only parts words."""
        if self._data_tables and self._data_tables[-1] and element.tag not in {"tr", "table"}:
            self._pieces.append(" ")
        else:
            self._end_paragraph()

    def _break_cell(self, cell: Element) -> None:
        if not (self._data_tables and self._data_tables[-1]):
            self._end_paragraph()
        elif cell.getprevious() is not None:
            self._pieces.append("\t")

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._in_pre else _SPACES.sub(" ", text))

    def _end_paragraph(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        gap = 1
        for raw in text.split("\n"):
            words = _NEEDLESS_SPACES.sub(lambda found: found[1] or " ", raw).strip()
            if words:
                self._lines.append(self._line(words, gap))
                gap = 0
            else:
                gap += 1

    def _line(self, words: str, gap: int) -> Line:
        mark, self._mark = self._mark, ""
        marked = words if read_mark(words) and not mark[:1].isalnum() else mark + words
        level = max(0, len(self._lists) - 1)
        return Line(marked, indent(level), gap, underlined=self._is_heading)

    def _next_mark(self, entry: Element) -> str:
        if not self._lists:
            return bullet(0) + " "
        own = self._lists[-1]
        if own.style is None:
            return bullet(len(self._lists) - 1) + " "
        number = _integer(entry.get("value"), own.number)
        own.number = number + 1
        return f"{numeral(own.style, number)}. "


def _list_of(element: Element) -> _List:
    if element.tag != "ol":
        return _List(None, 0)
    style = _STYLES.get(str(element.get("type", "1")), "number")
    return _List(style, _integer(element.get("start"), 1))


def _integer(text: str | None, otherwise: int) -> int:
    stripped = (text or "").strip()
    return int(stripped) if stripped.isascii() and stripped[:6].isdigit() else otherwise


def _is_note_mark(element: Element) -> bool:
    """Whether a raised number only leads to a note: "<sup><a href='#note1'>1</a></sup>"."""
    if element.tag != "sup" or (element.text or "").strip() or len(element) != 1:
        return False
    return element[0].tag == "a" and str(element[0].get("href", "")).startswith("#")
