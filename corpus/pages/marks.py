"""The marks that stand before entries of lists and numbered paragraphs."""

import re
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?:(?P<glyph>[•·▪▫‣◦●○■□►▸➢➤❖✓✔⁃∙‧\uf0b7\uf0a7\uf0d8])\s*|"
    r"(?P<dash>[-–—−*+oØü])(?:\s+|$)|(?P<tight>[-–—−])(?=[^\W\d]))"
)
_HASHES = re.compile(r"(?P<hashes>#{1,6})\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,3})\\?[.)]|\((?P<bracketed>\d{1,3})\)|"
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?)(?:\s+|$)"
)
_LETTER = re.compile(
    r"(?:\((?P<bracketed>[a-zA-Z]|[ivxIVX]{1,6})\)|(?P<bare>[a-zA-Z]|[ivxIVX]{1,6})\\?[.)])(?:\s+|$)"
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before an entry.

    Attributes:
        kind: "number", "decimal", "letter", "Letter", "roman", "Roman", "heading" for
            Markdown's "#", or a bullet's own glyph. Entries of one list have one kind.
        label: what is printed, without brackets and stops: "24", "a", "iv"; "" for bullets.
        length: characters it takes in its line, the white space after it included.
    """

    kind: str
    label: str
    length: int

    @property
    def is_bullet(self) -> bool:
        """Whether it is a glyph that says nothing of its entry's place."""
        return not self.label and self.kind != "heading"


def read_mark(text: str) -> Mark | None:
    """The mark at the beginning of a line; of "- a) …" the letter, at the length of both."""
    hashes = _HASHES.match(text)
    if hashes:
        return Mark("heading", "", hashes.end())
    bullet = _BULLET.match(text)
    if bullet is None:
        return _read_label(text, 0)
    inner = _read_label(text, bullet.end())
    return inner or Mark(bullet[bullet.lastgroup or 0].strip(), "", bullet.end())


def is_successor(label: str, previous: str) -> bool:
    """Whether two labels follow each other: 4 after 3, b after a, iv after iii, 1.3 after 1.2."""
    return previous != "" and label.lower() in _successors(previous.lower())


def is_first(label: str) -> bool:
    """Whether a label can begin a list."""
    return label.lower() in {"1", "a", "i", "1.1"}


def _read_label(text: str, start: int) -> Mark | None:
    number = _NUMBER.match(text, start)
    if number:
        label = number["number"] or number["bracketed"] or number["decimal"]
        return Mark("decimal" if number["decimal"] else "number", label, number.end())
    letter = _LETTER.match(text, start)
    if letter:
        label = letter["bracketed"] or letter["bare"]
        return Mark(_letter_kind(label), label, letter.end()) if _is_label(label) else None
    return None


def _is_label(label: str) -> bool:
    return len(label) == 1 or _ROMAN.fullmatch(label.lower()) is not None


def _letter_kind(label: str) -> str:
    kind = "roman" if _ROMAN.fullmatch(label.lower()) else "letter"
    return kind if label.islower() else kind.capitalize()


def _successors(label: str) -> set[str]:
    if label.isdecimal():
        return {str(int(label) + 1)}
    if "." in label:
        head, _, last = label.rpartition(".")
        return {f"{head}.{int(last) + 1}", f"{label}.1", *_successors(head)}
    following = {chr(ord(label) + 1)} if len(label) == 1 else set()
    if _ROMAN.fullmatch(label):
        following.add(_roman(_roman_value(label) + 1))
    return following


def _roman_value(label: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[each] for each in label]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _roman(value: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (value // 10) + ones[value % 10]
