"""The states, territories and organisations that texts name, under one name each."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus.facts import Delegation, DelegationKind
from corpus.gazetteer.known_names import KnownNames, known_names
from corpus.gazetteer.mentions import CityMention, Mention
from corpus.gazetteer.name_trie import Found
from corpus.gazetteer.places import country_of_city, scan_cities
from corpus.typography import fold
from corpus.words.lists import word_list

__all__ = ["CityMention", "Gazetteer", "Mention", "gazetteer"]

_SHORT_FORM = re.compile(r" *\((?:the +)?[\"']?(?P<name>[^()\"']{2,60})[\"']?\)")
_ARTICLE = re.compile(r"\A(?:the|a|an) +", re.IGNORECASE)
_OF = ("of ", "of the ", "OF ", "OF THE ", "of The ")
_RECENT = 32_768  # texts whose names are remembered, some 10 MB: indexing follows merging
_DOCUMENT = 4096  # texts of one document, which is read, then analysed
_TITLE_LENGTH = 120  # characters before a name in which its formal title may stand
_PERSON_LENGTH = 48  # characters of honorific and first names before a surname


class Gazetteer:
    """Looks names up, whole or in running text."""

    def __init__(self, names: KnownNames) -> None:
        self._names = names
        # Several readers look at the same sentence.
        self._scanned = lru_cache(_RECENT)(lambda folded: tuple(self._mentions(folded)))
        self._described = lru_cache(_DOCUMENT)(lambda folded: tuple(self._adjectives(folded)))
        self._cities = lru_cache(_RECENT)(
            lambda folded: tuple(scan_cities(folded, self._scanned(folded)))
        )

    def find(self, name: str) -> Delegation | None:
        """The delegation of a whole name in any case: short, formal, an acronym, an alias."""
        bare = _ARTICLE.sub("", " ".join(fold(name).split()))
        for candidate in _readings(bare, self._names.formal_title):
            found = self._names.delegations.find(candidate)
            if found is not None:
                return found
        return None

    def scan(self, text: str) -> tuple[Mention, ...]:
        """The delegations that a text names, left to right, the longest name at each place.

        Formal titles and a short form in brackets belong to the mention: "Islamic Republic
        of Iran", "International Organization for Migration (IOM)".
        """
        return self._scanned(fold(text))

    def demonym_scan(self, text: str) -> tuple[Mention, ...]:
        """The adjectives of states in a text: "Mexican", "Sri Lankan"."""
        return self._described(fold(text))

    def cities(self, text: str) -> tuple[CityMention, ...]:
        """The cities that a text names, with their countries, left to right."""
        return self._cities(fold(text))

    def country_of(self, city: str) -> str | None:
        """The country in which a city lies, by the city's whole name, or None."""
        return country_of_city(fold(city))

    def _adjectives(self, folded: str) -> Iterator[Mention]:
        for found in self._names.adjectives.scan(folded):
            if found.value is not None:
                yield Mention(found.start, found.end, found.value)

    def _mentions(self, folded: str) -> Iterator[Mention]:
        position = 0
        for found in self._names.delegations.scan(folded):
            if found.start < position or found.value is None or self._is_person(folded, found):
                continue
            start = found.start
            if found.value.kind is DelegationKind.COUNTRY:
                start = self._with_title(folded, position, start)
            position = self._with_short_form(folded, found.end, found.value)
            yield Mention(start, position, found.value)

    def _with_title(self, folded: str, after: int, start: int) -> int:
        """Where the formal title before a name begins; `start` if it has none."""
        if not folded.endswith(_OF, after, start):
            return start
        window = max(after, start - _TITLE_LENGTH)
        for title in self._names.formal_title.finditer(folded, window, start):
            if title.end() == start:
                return title.start()
        return start

    def _with_short_form(self, folded: str, end: int, delegation: Delegation) -> int:
        short = _SHORT_FORM.match(folded, end)
        if short and self._names.delegations.find(short["name"].strip()) == delegation:
            return short.end()
        return end

    def _is_person(self, folded: str, found: Found[Delegation | None]) -> bool:
        """Whether a country's name is a person's here: "Mr Jordan Smith", "Ms Anna Holland"."""
        if found.value is None:
            return False
        before = folded[max(0, found.start - _PERSON_LENGTH) : found.start]
        if folded[found.start : found.end] in self._names.surnames and _titled().search(before):
            return True
        if found.value.code not in self._names.given_names:
            return False
        return bool(_honorific_before().search(before) or _surname_after().match(folded, found.end))


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer; its lists are read when it is first asked for."""
    return Gazetteer(known_names())


def _readings(name: str, formal_title: re.Pattern[str]) -> Iterator[str]:
    """A name as it stands, and without its formal title or its short form in brackets."""
    yield name
    title = formal_title.match(name)
    if title:
        yield name[title.end() :]
    head, bracket, tail = name.partition(" (")
    if bracket and tail.endswith(")"):
        yield from _readings(head, formal_title)


@cache
def _honorific_before() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_list("persons")["honorifics"]))
    return re.compile(rf"(?<![^\W_])(?:{words})\.? +\Z")


@cache
def _titled() -> re.Pattern[str]:
    """An honorific and first names: "Ms Anna Maria "."""
    return re.compile(
        _honorific_before().pattern.removesuffix(r"\Z") + r"(?:[A-Z][\w'.-]* +){1,2}\Z"
    )


@cache
def _surname_after() -> re.Pattern[str]:
    """A capitalised word that begins neither an office nor an institution."""
    lists = word_list("persons")
    words = "|".join(map(re.escape, (*lists["offices"], *lists["institutions"])))
    return re.compile(rf" +(?!(?:{words})\b)[^\W\d_a-z][a-z'-]+")
