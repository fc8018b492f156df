"""Where a text names a delegation or a city."""

from typing import NamedTuple

from corpus.facts import Delegation


class Mention(NamedTuple):
    """A delegation's name at its place in a text; an article before it stands outside."""

    start: int
    end: int
    delegation: Delegation


class CityMention(NamedTuple):
    """A city's name at its place in a text, and the country it lies in."""

    start: int
    end: int
    city: str
    country: str
