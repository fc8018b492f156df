"""The phrases of `corpus/data/actions.toml`, as patterns over folded text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from Stemmer import Stemmer

from corpus.facts import Strength
from corpus.words.lists import word_list
from corpus.words.patterns import whole_words

_COMPLEMENTS = ("to", "that", "on", "object", "addressee")


@dataclass(frozen=True, slots=True)
class ActionVerb:
    """What may follow one form of a verb, and how binding it then is."""

    to: Strength | None = None
    that: Strength | None = None
    on: Strength | None = None
    object: Strength | None = None
    addressee: Strength | None = None


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of the table `[words]`."""
    return tuple(word_list("actions")["words"][name])


def table(name: str) -> Mapping[str, Any]:
    """Another table of the file."""
    entries: Mapping[str, Any] = word_list("actions")[name]
    return entries


@cache
def any_word(name: str) -> re.Pattern[str]:
    """Any phrase of a list of `[words]`."""
    return whole_words(words(name))


@cache
def action_verbs() -> Mapping[str, ActionVerb]:
    """Every form of the verbs that make action items, by its words in lower case."""
    return {
        form: ActionVerb(
            **{key: Strength(entry[key]) for key in _COMPLEMENTS if key in entry},
        )
        for entry in word_list("actions")["verbs"]
        for form in entry["forms"]
    }


@cache
def nouns_of_strength(name: str) -> Mapping[str, Strength]:
    """The nouns of `[intentions]`, `[proposals]` or `[list_heads]`, each with its strength."""
    return {
        noun: Strength(strength)
        for strength, nouns in table(name).items()
        if strength != "verbs"
        for noun in nouns
    }


@cache
def is_deed(word: str) -> bool:
    """Whether a word is a form of a verb of doing: "develop", "held", "convening"."""
    return word.lower() in _participles() or stem(word) in _deed_stems()


@cache
def is_deed_participle(word: str) -> bool:
    """Whether a word may end "will be …" as something done: "circulated", "held"."""
    lowered = word.lower()
    return lowered in _participles() or (lowered.endswith("ed") and stem(word) in _deed_stems())


@cache
def is_stative(word: str) -> bool:
    """Whether a verb describes and does not do: "benefit", "remain"."""
    return stem(word) in {stem(each) for each in words("statives")}


@cache
def stem(word: str) -> str:
    """The word's English Snowball stem; "-ize" is spelt "-ise"."""
    stemmed: str = _stemmer().stemWord(word.lower().replace("iz", "is"))
    return stemmed


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")


@cache
def _deed_stems() -> frozenset[str]:
    return frozenset(stem(each) for each in words("deeds"))


@cache
def _participles() -> frozenset[str]:
    return frozenset(words("participles"))
