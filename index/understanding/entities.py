"""Whom and what a question names: delegations, acronyms, the place of a RILON."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.facts import Acronym, Delegation, DelegationKind, Rilon
from corpus.gazetteer import Mention, gazetteer
from corpus.rilons.words import mentions_network
from corpus.typography import fold
from index.analysis import with_capitals, word_terms
from index.generation import Generation
from index.meeting_names import words_of
from index.understanding.glossary_forms import acronyms_said

_ACRONYM = re.compile(r"[A-Za-z][\w-]+")
_JOINTS = ("-", "–", "/")
_PEOPLE = re.compile(r"\b([A-Z][a-z]+(?:an|ese|ish|i))s?\b")


def delegations_in(text: str, places: frozenset[str], names: str = "") -> dict[Delegation, str]:
    """The delegations that a question names, with how it writes each; none that is a place.

    Nor one that is joined to another as in the `names` of its meetings: "the US-EU task force".
    """
    named: dict[Delegation, str] = {}
    mentions = _mentions(text)
    joined = _joined(text, mentions)
    own = {each.delegation for each in gazetteer().scan(names)} if joined else set()
    for mention in mentions:
        of_name = mention in joined and mention.delegation in own
        if mention.delegation.name not in places and not of_name:
            named.setdefault(mention.delegation, text[mention.start : mention.end])
    return named


def _joined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that a hyphen or a stroke joins to another."""
    starts = {each.start for each in mentions}
    pairs = {each.end for each in mentions if text[each.end : each.end + 1] in _JOINTS}
    pairs = {end for end in pairs if end + 1 in starts}
    return [each for each in mentions if each.end in pairs or each.start - 1 in pairs]


def _mentions(text: str) -> list[Mention]:
    """By name, by adjective, and by the people: "the Afghans"."""
    known = gazetteer()
    plain = with_capitals(fold(text))
    found = [*known.scan(plain), *known.demonym_scan(plain)]
    for people in _PEOPLE.finditer(plain):
        found += [
            Mention(people.start(), people.end(), each.delegation)
            for each in known.demonym_scan(people[1])
        ]
    return sorted(found, key=lambda each: (each.start, -each.end))


def acronyms_in(generation: Generation, text: str) -> tuple[Acronym, ...]:
    """The glossary's entries for the acronyms in a question, in its order."""
    by_form = _acronyms(generation)
    found: list[Acronym] = []
    folded = fold(text)
    for form, those in by_form.items():
        if " " in form and re.search(rf"\b{re.escape(form)}\b", folded, re.IGNORECASE):
            found += those  # "AHG SOM" is no "AHG"
            folded = re.sub(rf"\b{re.escape(form)}\b", " ", folded, flags=re.IGNORECASE)
    for word in _ACRONYM.findall(folded):
        key = word.casefold()
        found += by_form.get(key) or by_form.get(key.removesuffix("s"), ())
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _acronyms(generation: Generation) -> dict[str, tuple[Acronym, ...]]:
    by_form: dict[str, tuple[Acronym, ...]] = {}
    for each in generation.facts.acronyms:
        key = each.acronym.casefold()
        by_form[key] = (*by_form.get(key, ()), each)
    return by_form


def long_forms_in(generation: Generation, text: str) -> frozenset[str]:
    """The words of a question, in lower case, that say what an acronym is short for."""
    said = acronyms_said(generation, generation.analyser.terms(text))
    terms = {term for run in said for term in run}
    return frozenset(word for word in words_of(text) if terms.intersection(word_terms(word)))


def speaks_of_rilons(generation: Generation, text: str) -> bool:
    """Whether a question speaks of RILONs, by whatever name the corpus explains."""
    said = acronyms_said(generation, generation.analyser.terms(text))
    return mentions_network(text) or word_terms("RILON")[0] in said.values()


def rilon_in(generation: Generation, text: str) -> tuple[Rilon | None, str]:
    """The RILON whose city or country a question names; else the place that is, unknown to it."""
    words = words_of(text)
    for rilon in generation.facts.rilons:
        for place in (rilon.city, rilon.country):
            run = words_of(place) if place else []
            starts = range(len(words) - len(run) + 1)
            if run and any(words[start : start + len(run)] == run for start in starts):
                return rilon, rilon.place
    plain = with_capitals(text)
    cities = gazetteer().cities(plain)
    if cities:
        return None, cities[0].city
    mentions = (each.delegation for each in gazetteer().scan(plain))
    return None, next((d.name for d in mentions if d.kind is DelegationKind.COUNTRY), "")
