"""Phrases written down as data, made into patterns over folded text.

In a phrase, "a/b" is a or b, "[a]" may be left out, and "~" is up to eight words without a
comma, colon, semicolon or full stop between them. Marks stand apart: "attendees :".
"""

import re
from collections.abc import Iterable

_ELEMENT = re.compile(r"\[[^\]]*\]|\S+")
_GAP = r"(?:[^\s,.;:]+ +){0,7}?[^\s,.;:]+"


def phrase_pattern(phrase: str) -> str:
    """The regular expression source of one phrase, whole words only."""
    source, starts, after_mark = "", True, False
    for element in _ELEMENT.findall(phrase):
        optional = element.startswith("[")
        inner = _words(element[1:-1]) if optional else _word(element)
        space = r" *" if after_mark or _is_mark(element) else r" +"
        if optional and starts:
            source += rf"(?:{inner} +)?"
        elif optional:
            source += rf"(?:{space}{inner})?"
        else:
            source += inner if starts else space + inner
            starts = False
        after_mark = _is_mark(element)
    before = "" if _is_mark(phrase[0]) else r"(?<![\w-])"
    behind = "" if _is_mark(phrase[-1]) else r"(?![\w-])"
    return f"{before}{source}{behind}"


def any_phrase(phrases: Iterable[str]) -> str:
    """The regular expression source of any of these phrases, the first that fits."""
    return "(?:" + "|".join(phrase_pattern(each) for each in phrases) + ")"


def _words(phrase: str) -> str:
    return r" +".join(_word(each) for each in phrase.split())


def _word(element: str) -> str:
    if element == "~":
        return _GAP
    return "(?:" + "|".join(map(re.escape, element.split("/"))) + ")"


def _is_mark(element: str) -> bool:
    return element[0] in ",:()"
