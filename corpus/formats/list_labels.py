"""What is printed before the entries of lists that number themselves."""

from collections.abc import Callable, Mapping

_BULLETS = "•◦▪"
_INDENT = 4  # columns a level of a list is moved in
_DEEPEST = 12  # levels; what lies deeper is moved in no further
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def bullet(level: int) -> str:
    """The glyph of a list at this level, 0 the outermost; neighbouring levels differ."""
    return _BULLETS[level % len(_BULLETS)]


def indent(level: int) -> int:
    """Columns before an entry at this level, 0 the outermost."""
    return _INDENT * min(level, _DEEPEST)


def numeral(style: str, number: int) -> str:
    """A number in one of the styles of `STYLES`, else in digits: "24", "x", "IV"."""
    return STYLES.get(style, str)(number)


def _letter(number: int) -> str:
    """ "a" to "z", then "aa", "bb" … as word processors count."""
    if number < 1:
        return str(number)
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(repeats + 1, 3)


def _roman(number: int) -> str:
    if not 1 <= number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


STYLES: Mapping[str, Callable[[int], str]] = {
    "letter": _letter,
    "Letter": lambda number: _letter(number).upper(),
    "roman": _roman,
    "Roman": lambda number: _roman(number).upper(),
    "padded": lambda number: f"{number:02}",
}
