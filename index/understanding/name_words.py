"""The words that names of meetings and of the bodies that meet are made of."""

from collections.abc import Sequence
from functools import lru_cache

from corpus.bodies import long_names
from index.analysis import word_terms
from index.generation import Generation
from index.meeting_names import FILLERS, words_of
from index.wordlists import load

Shorts = frozenset[tuple[str, ...]]  # short forms of bodies, each a run of words


def places_of(shorts: Shorts, tokens: Sequence[str]) -> frozenset[int]:
    """Where short forms of bodies stand, in the plural too: "tewg", "soms", "teg" and "rr"."""
    found: set[int] = set()
    for run in shorts:
        for start in range(len(tokens) - len(run) + 1):
            *first, last = tokens[start : start + len(run)]
            if run in ((*first, last), (*first, last.removesuffix("s"))):
                found.update(range(start, start + len(run)))
    return frozenset(found)


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def short_forms(generation: Generation) -> Shorts:
    """The short forms of bodies that meet: those we know, and those that the glossary explains."""
    shorts = {tuple(words_of(each)) for each in load("meeting_words")["acronyms"]}
    known = {name for meeting in generation.facts.meetings for name in long_names(meeting.body)}
    shorts.update(tuple(words_of(name)) for name in known if name.isupper() and "-" in name)
    own = {m.body for m in generation.facts.meetings if m.body and not long_names(m.body)}
    terms = {own_terms(body) for body in own} - {frozenset()}
    for each in generation.facts.acronyms:
        if each.acronym.isupper() and own_terms(each.meaning) in terms:
            shorts.add(tuple(words_of(each.acronym)))
    return frozenset(shorts)


@lru_cache(maxsize=1)
def meeting_nouns() -> frozenset[str]:
    """Words for meetings and for the bodies that meet, lower case."""
    words = load("meeting_words")
    return frozenset((*words["events"], *words["nouns"]))


@lru_cache(maxsize=5000)
def own_terms(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: no "meeting", no "group"."""
    common = meeting_nouns() | FILLERS
    return frozenset(term_of(word) for word in words_of(name) if word not in common)


@lru_cache(maxsize=5000)
def kind_terms(name: str) -> frozenset[str]:
    """Its words for a kind of meeting: "ministerial conference", but no "meeting" or "group"."""
    kinds = frozenset(load("meeting_words")["kinds"])
    return frozenset(term_of(word) for word in words_of(name) if word in kinds)


def term_of(word: str) -> str:
    """The term of a word, or of the one that names the same people: "ministerial"."""
    same: str = load("meeting_words")["same"].get(word, word)
    terms = word_terms(same)
    return terms[0] if terms else same
