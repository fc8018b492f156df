"""Ordinal numbers in words and figures: "fifth", "5TH", "Twenty-first"."""

import re
from functools import cache

from num2words import num2words

HIGHEST = 199
_FIGURES = re.compile(r"(?P<number>[1-9][0-9]{0,2})(?:st|nd|rd|th)", re.IGNORECASE)
_FIRST = ("inaugural", "innaugural", "innagural", "founding", "first-ever", "first ever")


@cache
def _words() -> dict[str, int]:
    spelled = {str(num2words(n, to="ordinal")): n for n in range(1, HIGHEST + 1)}
    return spelled | dict.fromkeys(_FIRST, 1)


@cache
def ordinal_pattern() -> str:
    """A regular expression source (for IGNORECASE) that matches every ordinal, longest first."""
    tens = "|".join(str(num2words(n, to="ordinal")) for n in range(20, 100, 10))
    stems = "|".join(str(num2words(n)) for n in range(20, 100, 10))
    ones = "|".join(str(num2words(n, to="ordinal")) for n in range(1, 20))
    first = "|".join(_FIRST)
    return (
        rf"(?:[1-9][0-9]{{0,2}} ?(?:st|nd|rd|th)|(?:{stems})[- ](?:{ones})"
        rf"|{tens}|{first}|{ones})(?![\w'])"
    )


def ordinal_of(word: str) -> int | None:
    """The number an ordinal names, from 1 to 199 in words and 999 in figures, else None."""
    plain = " ".join(word.lower().split())
    figures = _FIGURES.fullmatch(plain.replace(" ", ""))
    if figures:
        return int(figures["number"])
    words = _words()
    return words.get(plain) or words.get(plain.replace(" ", "-"))
