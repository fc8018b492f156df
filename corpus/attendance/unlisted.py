"""Organisations that no list has, known by how texts name them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.facts import Delegation, DelegationKind
from corpus.gazetteer import gazetteer
from corpus.gazetteer.known_names import organisation_names
from corpus.gazetteer.mentions import Mention
from corpus.words.lists import word_list
from corpus.words.spans import Spans

_SHORT_FORM = re.compile(r" *\((?P<acronym>[A-Z][A-Za-z&/-]{1,11})\)")
_CAPITAL = r"[^\W\d_a-z][\w'/-]*"
_PHRASE = re.compile(
    rf"(?<![\w'-]){_CAPITAL}(?: +(?:(?:of|for|on|the|to|in) +){{0,3}}{_CAPITAL}){{1,14}}"
)
_PHRASE_TO_END = re.compile(_PHRASE.pattern + r" *\Z")
_CAPITALS_BEFORE = re.compile(rf"(?:{_CAPITAL} +)+\Z")
_WORD = re.compile(r"[^\W\d_][\w'/]*")
_FEWEST_WORDS = 2  # of which an organisation's names consist if they are more than an acronym
_LONGEST = 200  # characters of a name before its short form


def unlisted_organisations(folded: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The organisations of a folded text that are not among its `mentions`.

    One is known by its short form in brackets where the initials fit ("Office for Democratic
    Institutions and Human Rights (ODIHR)"), or by its words ("Regional Cooperation Centre").
    Its name is the short form, else the phrase.
    """
    states = Spans(each[:2] for each in mentions if each.delegation.kind is DelegationKind.COUNTRY)
    known = Spans(each[:2] for each in mentions)
    abbreviated = tuple(_abbreviated(folded, known, states))
    taken = Spans(each[:2] for each in (*mentions, *abbreviated))
    return tuple(sorted((*abbreviated, *_worded(folded, taken))))


def _abbreviated(folded: str, known: Spans, states: Spans) -> Iterator[Mention]:
    for short in _SHORT_FORM.finditer(folded):
        acronym = short["acronym"]
        named_whole = known.overlap(short.start(), short.start("acronym"))  # "Fund (IMF)"
        if named_whole or sum(map(str.isupper, acronym)) < 2:
            continue
        start = _long_form(folded, short.start(), acronym)
        start = _varied(folded, short.start(), acronym) if start is None else start
        if start is None or states.overlap(start, short.start()):
            continue
        listed = _meant(acronym, folded[start : short.start()])
        if listed or _national_words().isdisjoint(_WORD.findall(folded[start : short.start()])):
            yield Mention(start, short.end(), listed or _organisation(acronym, acronym))


def _meant(acronym: str, words: str) -> Delegation | None:
    """The listed organisation whose acronym this is; none where the words are of another.

    "Economic Committee (EC)" is not the European Commission.
    """
    listed = gazetteer().find(acronym)
    if listed is None:
        return None
    known = _name_words(listed)
    return (
        listed if len(known) < _FEWEST_WORDS or known.intersection(_WORD.findall(words)) else None
    )


def _varied(folded: str, end: int, acronym: str) -> int | None:
    """Where a listed organisation's name begins that is written as no list has it."""
    listed = gazetteer().find(acronym)
    phrase = _PHRASE_TO_END.search(folded, max(0, end - _LONGEST), end) if listed else None
    if listed is None or phrase is None:
        return None
    shared = _name_words(listed).intersection(_WORD.findall(phrase[0]))
    return phrase.start() if len(shared) >= _FEWEST_WORDS else None


def _name_words(listed: Delegation) -> set[str]:
    return {word for name in organisation_names(listed.name) for word in _WORD.findall(name)}


def _long_form(folded: str, end: int, acronym: str) -> int | None:
    """Where the words before `end` begin that an acronym abbreviates."""
    window = re.split(r"[;:()]", folded[max(0, end - _LONGEST) : end])[-1]
    words = list(_WORD.finditer(window))
    capitals = [word for word in words if word[0][0].isupper()]
    begun = _first_of_initials(capitals, acronym) or _first_of_initials(words, acronym)
    begun = begun or _first_of_family(window, acronym)
    if begun is None or not begun[0][0].isupper():
        return None
    return _with_capitals_before(folded, end - len(window) + begun.start())


def _first_of_initials(words: Sequence[re.Match[str]], acronym: str) -> re.Match[str] | None:
    """The first of the words whose initials an acronym is made of.

    Every letter must be an initial, in order; small words need not give one.
    """
    letters = [each.lower() for each in acronym if each.isalpha()]
    for word in reversed(words):
        if word[0][0].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return word
        elif word[0][0].isupper():
            return None
    return None


def _first_of_family(window: str, acronym: str) -> re.Match[str] | None:
    """Where the name begins that an acronym's first part abbreviates: "UN-ACT"."""
    family, hyphen, _ = acronym.partition("-")
    parent = gazetteer().find(family) if hyphen else None
    phrase = _PHRASE_TO_END.search(window)
    named = parent is not None and phrase is not None and phrase[0].startswith(parent.name)
    return phrase if named else None


def _with_capitals_before(folded: str, start: int) -> int:
    before = _CAPITALS_BEFORE.search(folded, max(0, start - _LONGEST), start)
    return before.start() if before else start


def _worded(folded: str, taken: Spans) -> Iterator[Mention]:
    reach, nouns = _organisation_words()
    for match in _PHRASE.finditer(folded):
        words = _WORD.findall(match[0])
        named = nouns.intersection({words[0], words[-1]}) and reach.intersection(words)
        if named and not taken.overlap(*match.span()) and _national_words().isdisjoint(words):
            start = match.start() + len(match[0]) - len(match[0].removeprefix("The "))
            yield Mention(start, match.end(), _organisation(folded[start : match.end()], ""))


def _organisation(name: str, acronym: str) -> Delegation:
    return Delegation(name, DelegationKind.ORGANISATION, acronym)


@cache
def _national_words() -> frozenset[str]:
    national = word_list("names")["organisations"]["national"]
    persons = word_list("persons")
    return frozenset((*national, *persons["offices"], *persons["honorifics"]))


@cache
def _organisation_words() -> tuple[frozenset[str], frozenset[str]]:
    lists = word_list("names")["organisations"]
    return frozenset(lists["reach"]), frozenset(lists["nouns"])
