"""Kinds of words that questions want and sentences hold: numbers, dates, places, reasons."""

from functools import cache

from corpus.dates import find_dates
from corpus.facts import Precision
from corpus.gazetteer import gazetteer
from corpus.words.patterns import EitherCase
from corpus.words.remembering import SENTENCES, remembering
from index.wordlists import load


def kinds_wanted(plain: str) -> frozenset[str]:
    """The kinds that a question in lower case asks for; see `index/data/wants.toml`."""
    return frozenset(name for name, pattern in _patterns("kinds") if pattern.is_in(plain))


@remembering(SENTENCES)
def kinds_held(text: str) -> frozenset[str]:
    """The kinds that a text holds: "date", "day", "place", and those of `wants.toml`'s signs."""
    dates = find_dates(text)
    bare = without_dates(text)
    kinds = {name for name, pattern in _patterns("signs") if pattern.is_in(bare)}
    known = gazetteer()
    if dates:
        kinds.add("date")
    if any(each.dates.precision is Precision.DAY for each in dates):
        kinds.add("day")
    if known.cities(text) or known.scan(text):
        kinds.add("place")
    return frozenset(kinds)


def without_dates(text: str) -> str:
    """A text with its dates taken out."""
    for mention in reversed(find_dates(text)):
        text = text[: mention.start] + text[mention.end :]
    return text


@cache
def _patterns(section: str) -> tuple[tuple[str, EitherCase], ...]:
    patterns: dict[str, str] = load("wants")[section]
    return tuple((name, EitherCase(each)) for name, each in patterns.items())
