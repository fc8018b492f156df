"""Reading a question as it was meant: shorthand spelt out, misspelt words put right."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.gazetteer import gazetteer
from index.analysis import stop_words, word_terms
from index.answering.thesaurus import english_terms
from index.generation import Generation
from index.wordlists import load

_WORD = re.compile(r"(?<![\w/@.])[^\W\d_]+(?:'[^\W\d_]+)?(?![\w@]|\.\w)")
_SHORTEST = 5  # letters; shorter words are too alike to guess
_LONG = 9  # letters from which a second slip is forgiven


def respelt(generation: Generation, text: str) -> str:
    """The text with each unknown word replaced by the known one that it is a slip away from.

    Words of the corpus, of questions and of names are known. Nothing else changes.
    """
    return _WORD.sub(lambda match: _read(generation, match[0]), text)


@lru_cache(maxsize=1 << 14)
def _read(generation: Generation, word: str) -> str:
    plain = word.lower()
    short: str | None = load("shorthand")["words"].get(plain)
    if short and not word.isupper() and plain not in generation.words:
        return short
    if len(plain) < _SHORTEST or word.isupper() or _is_known(generation, plain):
        return word
    meant = _nearest(plain, _by_initial(generation).get(plain[0], {}))
    return meant.capitalize() if meant and word[0].isupper() else meant or word


def _is_known(generation: Generation, plain: str) -> bool:
    bare = plain.removesuffix("'s")
    if bare in generation.words or bare in question_vocabulary():
        return True
    terms = word_terms(bare)
    if any(generation.engine.rarity(term) for term in terms) or english_terms().issuperset(terms):
        return True
    known = gazetteer()
    name = bare.title()
    return bool(known.find(bare) or known.country_of(name) or known.demonym_scan(name))


def _nearest(plain: str, choices: Mapping[str, int]) -> str:
    """The choice the fewest slips away; of equals the longer, as letters get lost."""
    slips = 2 if len(plain) >= _LONG else 1
    near = process.extract(plain, list(choices), scorer=OSA.distance, score_cutoff=slips, limit=10)
    ranked = sorted(near, key=lambda each: (each[1], -len(each[0]), -choices[each[0]]))
    return ranked[0][0] if ranked else ""


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _by_initial(generation: Generation) -> Mapping[str, Mapping[str, int]]:
    """Known words by first letter, which a misspelt word nearly always keeps."""
    grouped: dict[str, dict[str, int]] = {}
    for word in question_vocabulary():
        grouped.setdefault(word[0], {})[word] = 1
    for word, count in generation.words.items():
        grouped.setdefault(word[0], {})[word] = count
    return grouped


@cache
def question_vocabulary() -> frozenset[str]:
    """The words of our own lists, lower case: those that questions are made of."""
    lists: list[Iterable[str]] = [
        stop_words(),
        load("question_words")["plain"],
        *load("meeting_words").values(),
        *load("light_words").values(),
        *load("synonyms")["groups"],
        *load("irregular_forms")["forms"].values(),
        load("irregular_forms")["forms"],
    ]
    words = (word for each in lists for phrase in each for word in phrase.lower().split())
    return frozenset(word for word in words if word.isalpha())
