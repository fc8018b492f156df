"""The words of a text by the part they can play in the name of a meeting.

Each word gets one letter, so that a grammar of names can be written as a regular expression
over letters (see `corpus.meetings.phrases`).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.bodies import known_acronyms
from corpus.dates.forms import MONTH
from corpus.dates.ordinals import ordinal_of, roman_number
from corpus.words.lists import word_list
from corpus.words.vocabulary import first_run, vocabulary


class Part(StrEnum):
    """What a word can be in the name of a meeting."""

    ORDINAL = "o"
    EVENT = "h"  # "meeting": names no series by itself
    NAMING = "H"  # "summit": belongs to the series' name
    SINGLE = "s"  # "workshop": makes no series
    PLURAL = "W"  # "meetings"
    BODY = "b"  # "Committee"
    COMMON_BODY = "g"  # "committee"
    MODIFIER = "m"
    NAME = "C"  # any other word with a capital
    PLACE = "L"
    DATE = "D"
    NUMBER = "N"
    DETERMINER = "d"
    OF = "f"
    ABOUT = "p"
    IN = "i"
    AND = "n"
    BRACKET = "P"
    COMMA = ","
    DASH = "-"
    OTHER = "x"


_DETERMINERS = frozenset("the a an this that these its their our his her".split())
_ABOUT = frozenset("on for".split())
_IN = frozenset("in at".split())
_LINKING = frozenset(
    "by from to with during following after before since until as under within through into over"
    " via per upon about towards toward off out or but nor not is are was were be been being has"
    " have had do does did we they it he she who which that whose where when while also all both"
    " each any some no if than then there here between among against".split()
)
# What a document is called: "Joint Statement", "Report". No part of a meeting's name.
_DOCUMENTS = frozenset(
    "statement statements communique communiqué report summary minutes readout release record"
    " remarks transcript factsheet annex annexure appendix note".split()
)


class Word(NamedTuple):
    """One word, bracket or mark, by offsets in the text, and its part."""

    start: int
    end: int
    part: Part


_HEADS = (Part.EVENT, Part.NAMING, Part.SINGLE, Part.BODY)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    parts: dict[str, Part]
    tokens: re.Pattern[str]


@cache
def _lexicon() -> _Lexicon:
    words = word_list("bodies")
    nouns = {
        Part.EVENT: words["event_nouns"]["plain"],
        Part.NAMING: words["event_nouns"]["naming"],
        Part.SINGLE: words["event_nouns"]["single"],
        Part.BODY: words["body_nouns"]["words"],
    }
    parts = dict.fromkeys(words["modifiers"]["words"], Part.MODIFIER)
    parts |= {f"{noun}s": Part.PLURAL for part in list(nouns)[:3] for noun in nouns[part]}
    parts |= {noun: part for part, group in nouns.items() for noun in group}
    parts |= dict.fromkeys(_LINKING | _DOCUMENTS, Part.OTHER) | dict.fromkeys(
        _DETERMINERS, Part.DETERMINER
    )
    parts |= dict.fromkeys(_ABOUT, Part.ABOUT) | dict.fromkeys(_IN, Part.IN)
    parts |= {"of": Part.OF, "and": Part.AND, "&": Part.AND, ",": Part.COMMA, "-": Part.DASH}
    several = sorted((word for word in parts if " " in word), key=len, reverse=True)
    several.insert(0, "first ever")  # the one ordinal of two words
    tokens = re.compile(
        r"\([^()0-9]{1,80}\)"  # one with figures may hold a date and is read word by word
        r"|(?:[A-Za-z]\.){2,}(?:-[\w.]+)*"
        rf"|(?:{'|'.join(map(re.escape, several))})(?![\w'])"
        r"|[^\W_]+(?:[-/'.&][^\W_]+)*'?"
        r"|\S",
        re.IGNORECASE,
    )
    return _Lexicon(parts, tokens)


def words_of(
    folded: str,
    start: int,
    end: int,
    *,
    dates: Iterable[tuple[int, int]],
    places: Iterable[tuple[int, int]],
    acronyms: Collection[str] = (),
) -> list[Word]:
    """The words of `folded[start:end]`; none where nothing in it can be a meeting's name.

    Args:
        folded: a text through `corpus.typography.fold`.
        start: where to begin.
        end: where to stop.
        dates: where dates stand.
        places: where cities and states stand.
        acronyms: short forms of bodies that the document introduces, besides the known ones.
    """
    if not _may_name(folded[start:end], acronyms):
        return []
    spans = [(*span, Part.DATE) for span in dates] + [(*span, Part.PLACE) for span in places]
    spans.sort()
    starts = [span[0] for span in spans]
    found: list[Word] = []
    for match in _lexicon().tokens.finditer(folded, start, end):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < spans[at][1]:
            part = spans[at][2]
        else:
            part = Part.BODY if match[0] in acronyms else _part_of(match[0])
            if part is Part.ORDINAL and found and found[-1].part is Part.NAME:
                part = Part.NAME if roman_number(match[0]) else part  # "Phase II"
        found.append(Word(match.start(), match.end(), part))
    return found


def _may_name(text: str, acronyms: Collection[str]) -> bool:
    """Whether a text holds any word that can head a meeting's name; a quick first look."""
    words = vocabulary(text)
    return not _heads().isdisjoint(words) or any(first_run(each) in words for each in acronyms)


@cache
def _heads() -> frozenset[str]:
    """The first runs of letters of all words that can be heads."""
    heads = (word for word, part in _lexicon().parts.items() if part in _HEADS)
    return frozenset(map(first_run, (*heads, *known_acronyms())))


@lru_cache(maxsize=20_000)
def _part_of(word: str) -> Part:
    if word[0] == "(" and len(word) > 1:
        return Part.BRACKET
    if word in known_acronyms():
        return Part.BODY
    plain = word.lower()
    part = _lexicon().parts.get(plain) or _lexicon().parts.get(plain.rstrip("'").removesuffix("'s"))
    capital = word[0].isupper()
    if part is Part.BODY and not capital:
        return Part.COMMON_BODY
    if part is Part.MODIFIER and capital:
        return Part.NAME
    if part:
        return part
    if ordinal_of(word):
        return Part.ORDINAL
    if MONTH.fullmatch(word):
        return Part.DATE
    if word[0].isdigit():
        return Part.NUMBER
    return Part.NAME if capital else Part.OTHER
