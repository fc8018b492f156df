"""Ordinal numbers in words and figures: "fifth", "5TH", "Twenty-first", "XIV"."""

import re
from functools import cache

_DIGITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
    *("sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIRST = ("first-ever", "first ever", "inaugural", "innaugural", "innagural", "founding")
_FIGURES = re.compile(r"([1-9][0-9]{0,2}) ?(?:st|nd|rd|th)")


@cache
def _words() -> dict[str, int]:
    """Every ordinal word below one hundred; compounds come before what they begin with."""
    words = dict.fromkeys(_FIRST, 1)
    for ten, stem in enumerate(_TENS, 2):
        compounds = {f"{stem}-{one}": ten * 10 + n for n, one in enumerate(_DIGITS, 1)}
        words |= compounds | {f"{stem[:-1]}ieth": ten * 10}
    words |= {word: n for n, word in enumerate((*_DIGITS, *_TEENS), 1)}
    return words | {"hundredth": 100}


@cache
def ordinal_pattern() -> str:
    """A regular expression source, for use with IGNORECASE, that matches every ordinal."""
    words = "|".join(word.replace("-", "[- ]") for word in _words())
    return rf"(?:[1-9][0-9]{{0,2}} ?(?:st|nd|rd|th)|{words})(?![\w'])"


def ordinal_of(word: str) -> int | None:
    """The number an ordinal names: up to 100 in words and 999 in figures, else None.

    Roman figures count from II to XLIX, in capitals.
    """
    plain = " ".join(word.lower().split())
    figures = _FIGURES.fullmatch(plain)
    if figures:
        return int(figures[1])
    return _words().get(plain) or _words().get(plain.replace(" ", "-")) or roman_number(word)


def roman_number(figures: str) -> int | None:
    """The number of Roman figures in capitals, from II to XLIX; a lone letter is a word."""
    return _roman().get(figures)


@cache
def _roman() -> dict[str, int]:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    tens = ("", "X", "XX", "XXX", "XL")
    numbers = {ten + one: 10 * tens.index(ten) + ones.index(one) for ten in tens for one in ones}
    return {figures: number for figures, number in numbers.items() if len(figures) > 1}
