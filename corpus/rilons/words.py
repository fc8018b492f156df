"""A sentence about RILONs as a row of words, each with the letter of its kind.

The grammar (`corpus.rilons.grammar`) is written over the letters; the words of each kind are
data (`corpus/data/rilons.toml`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.facts import DateRange, DelegationKind
from corpus.gazetteer import gazetteer
from corpus.typography import fold
from corpus.words.lists import word_list

NETWORK, MEETING, CITY, COUNTRY, DATE, OTHER = "R", "M", "C", "N", "D", "x"
_LETTERS: Mapping[str, str] = {
    "founding": "f",
    "founded": "E",
    "existing": "X",
    "done": "Y",
    "having": "V",
    "hosted": "H",
    "host": "u",
    "met": "T",
    "meeting": MEETING,
    "considering": "K",
    "approval": "A",
    "announcing": "I",
    "will": "w",
    "plan": "G",
    "suspended": "S",
    "closed": "L",
    "dropped": "Z",
    "factive": "q",
    "negation": "n",
    "hypothetical": "h",
    "first": "1",
    "later": "2",
    "auxiliary": "a",
    "pronoun": "y",
    "persons": "P",
    "one": "o",
    "place_preposition": "p",
    "and": ",",
    "contrast": "k",
    "modifier": "g",
    "definite": "d",
}
_TOKEN = re.compile(r"'s\b|[^\W_]+(?:['.-][^\W_]+)*\.?|[,;:()-]")
_PUNCTUATION = {"-": ":", ";": ";", ":": ":", "(": "(", ")": ")", ",": ","}
_ONE_AFTER = "fKIEHAVZu"  # what "one" must follow to mean a network


class Place(NamedTuple):
    """A city with its country, or a country alone."""

    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word or name: its letter, and the place or dates it names."""

    letter: str
    place: Place | None = None
    dates: DateRange | None = None


class _Piece(NamedTuple):
    start: int
    end: int
    tagged: Tagged


def mentions_network(text: str) -> bool:
    """Whether a text names a RILON at all; cheap enough for every paragraph."""
    lower = text.lower()
    return "rilon" in lower or "immigration liaison officer" in lower


def tag_words(sentence: str, *, about: bool = False) -> tuple[Tagged, ...]:
    """The words of a sentence in order. Overlapping names: network, city, country, date.

    Args:
        sentence: any text.
        about: whether the text before it speaks of RILONs, so that "the networks" are some.
    """
    folded = fold(sentence)
    pieces: list[_Piece] = []
    covered = bytearray(len(folded))
    if about:
        for short in short_name().finditer(folded):
            pieces.append(_Piece(*short.span(), Tagged(NETWORK)))
            covered[short.start() : short.end()] = b"\1" * (short.end() - short.start())
    for piece in _names(sentence, folded):
        if not any(covered[piece.start : piece.end]):
            covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            pieces.append(piece)
    tagged = [piece.tagged for piece in sorted(pieces, key=lambda each: each.start)]
    return tuple(_with_one(tagged))


def _names(sentence: str, folded: str) -> Iterator[_Piece]:
    for match in _network().finditer(folded):
        yield _Piece(*match.span(), Tagged(OTHER if match["other"] else NETWORK))
    for city in gazetteer().cities(sentence):
        yield _Piece(city.start, city.end, Tagged(CITY, Place(city.city, city.country)))
    names = (*gazetteer().scan(sentence), *gazetteer().demonym_scan(sentence))
    for name in names:
        if name.delegation.kind is DelegationKind.COUNTRY:
            place = Place(None, name.delegation.name)
            yield _Piece(name.start, name.end, Tagged(COUNTRY, place))
    for date in find_dates(sentence):
        yield _Piece(date.start, date.end, Tagged(DATE, dates=date.dates))
    for match in _phrases().finditer(folded):
        letter = _letter_of(" ".join(match[0].lower().split()))
        yield _Piece(*match.span(), Tagged(letter))
    for match in _TOKEN.finditer(folded):
        word = match[0]
        letter = _PUNCTUATION.get(word) or ("g" if word.endswith("ly") else OTHER)
        yield _Piece(*match.span(), Tagged(letter))


def _with_one(tagged: list[Tagged]) -> Iterator[Tagged]:
    """Read "one" in "was considering one" as the network named before it."""
    seen, previous = False, ""
    for each in tagged:
        is_network = each.letter == NETWORK or (
            each.letter == "o" and seen and previous != "" and previous in _ONE_AFTER
        )
        seen, previous = seen or is_network, each.letter
        if each.letter == "o" or is_network:
            yield Tagged(NETWORK if is_network else "g")
        else:
            yield each


@cache
def _letter_of(phrase: str) -> str:
    words: Mapping[str, list[str]] = word_list("rilons")["words"]
    return next(_LETTERS[kind] for kind, phrases in words.items() if phrase in phrases)


@cache
def _phrases() -> re.Pattern[str]:
    words: Mapping[str, list[str]] = word_list("rilons")["words"]
    every = {phrase for phrases in words.values() for phrase in phrases}
    ordered = sorted(every, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


@cache
def short_name() -> re.Pattern[str]:
    """What a text that speaks of RILONs also calls one."""
    return re.compile(rf"(?:{word_list('rilons')['short_names']})(?![\w-])", re.IGNORECASE)


@cache
def _network() -> re.Pattern[str]:
    lists = word_list("rilons")
    heads, others = ("|".join(lists[key]) for key in ("heads", "other_heads"))
    return re.compile(
        rf"\b(?:{lists['name']})(?!\w)(?:'s)?(?:\s+(?:(?:{heads})\b|(?P<other>{others})\b))?",
        re.IGNORECASE,
    )
