"""Whether a text names a person."""

import re
from collections.abc import Set
from functools import cache
from itertools import pairwise

from corpus.gazetteer import gazetteer
from index.wordlists import load

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ][\w'-]*"
_IN_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'-]{2,}\b"


def names_person(text: str, common: Set[str]) -> bool:
    """Whether a run of capitalised words names a person, whatever post stands before it.

    Two words beside each other tell a name where neither is `common`, ever written small; or
    an honorific does. Names of states, organisations and cities are none.
    """
    for found in _name().finditer(_without_places(text)):
        words = [each.lower() in common for each in found["name"].split() if each[0].isupper()]
        if found["honorific"] or any(not (one or other) for one, other in pairwise(words)):
            return True
    return False


def _without_places(text: str) -> str:
    known = gazetteer()
    spans = [(each.start, each.end) for each in known.scan(text)]
    for start, end in spans + [(each.start, each.end) for each in known.cities(text)]:
        text = text[:start] + "," * (end - start) + text[end:]
    return text


@cache
def _name() -> re.Pattern[str]:
    """A name in full: with particles and initials, the last in capitals or not."""
    lists = load("wants")["persons"]
    honorifics, particles = "|".join(lists["honorifics"]), "|".join(lists["particles"])
    between = rf"(?:[A-Z]\.|{particles})"
    return re.compile(
        rf"(?P<honorific>\b(?:{honorifics})\b\.? )?"
        rf"\b(?P<name>{_CAPITALISED}(?:(?: {between})* (?:{_CAPITALISED}|{_IN_CAPITALS}))+)"
    )
