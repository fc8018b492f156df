"""The lines of a text and what their ends and beginnings tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.words.lists import word_list

_INVISIBLE = "\u200b\u2060\ufeff"
_TAB_COLUMNS = 4
_CLOSERS = re.compile(r"(?:[\s*_\"'”’»)\]]|</\w{1,10}>)*$")
_CLOSING = frozenset("*_\"'”’»)]>")  # the last characters of what closes a text
_OPENERS = re.compile(r"(?:[\s*_\"'“‘«(\[]|<\w{1,10}>)*")
_STOPS = tuple(".!?…:;")
_LIST_JOINT = re.compile(r"[;,]\s+(?:and|or|and/or)$", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_TAIL = 80  # characters of a line's end that are looked at


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that is not blank, without the white space around it.

    Attributes:
        indent: columns of white space before it.
        gap: blank lines above it.
        new_page: a form feed stands between it and the line above.
        cut: page furniture stood between it and the line above.
        underlined: a rule stands right below it.
    """

    text: str
    indent: int = 0
    gap: int = 0
    new_page: bool = False
    cut: bool = False
    underlined: bool = False

    @property
    def width(self) -> int:
        """Columns up to its last character."""
        return self.indent + len(self.text)

    @property
    def apart(self) -> bool:
        """Whether anything but a line end stands above it."""
        return bool(self.gap) or self.new_page or self.cut


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that hold something visible; every kind of line end counts, form feeds too."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap, new_page = 0, False
    for raw in text.splitlines(keepends=True):
        visible = raw.strip()
        if visible.strip(_INVISIBLE):
            margin = raw[: len(raw) - len(raw.lstrip())]
            yield Line(visible, len(margin.expandtabs(_TAB_COLUMNS)), gap, new_page)
            gap, new_page = 0, False
        else:
            gap += 1
        new_page = new_page or raw.endswith("\f")


def bare_end(text: str) -> str:
    """The last characters of a text without the quotes, brackets and markup that close it."""
    tail = text[-_TAIL:]
    if tail and tail[-1] not in _CLOSING and not tail[-1].isspace():
        return tail
    return _CLOSERS.sub("", tail) or tail


def bare_start(text: str, length: int = _TAIL) -> str:
    """The first characters of a text without the quotes, brackets and markup that open it."""
    head = text[: length + _TAIL]
    opening = _OPENERS.match(head)
    return head[opening.end() if opening else 0 :][:length]


def is_finished(text: str) -> bool:
    """Whether the text ends as a sentence, a lead or an entry of a list does."""
    end = bare_end(text)
    return end.endswith(_STOPS) or bool(_LIST_JOINT.search(end))


def ends_open(text: str) -> bool:
    """Whether the last word cannot end a sentence: "of", "the", "and", "Dr."."""
    end = bare_end(text)
    last = end.rsplit(None, 1)[-1].lower() if end else ""
    if last.endswith("."):
        return last[:-1] in layout_words("titles")
    return not is_finished(end) and last in layout_words("function_words")


def ends_abbreviated(text: str) -> bool:
    """Whether the full stop at the end may be an abbreviation's: "the U.S."."""
    return _INITIALS.search(bare_end(text)) is not None


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one."""
    return bare_start(text, 1).islower()


@cache
def layout_words(key: str) -> frozenset[str]:
    """One of the word lists of `corpus/data/layout.toml`."""
    return frozenset(word_list("layout")[key])
