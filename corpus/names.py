"""The grammar of lists of delegations.

    list  = item { separator item }
    item  = lead [ name ] rest
    name  = state | organisation | adjective ("Mexican Secretary of Security …")

A separator within a name ("Bosnia and Herzegovina", "Korea, Republic of") separates nothing. A
person stands for the state or organisation that the item names first, but not for the place
where they serve ("Ambassador to Mexico").
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpus.facts import Delegation
from corpus.gazetteer import gazetteer
from corpus.phrases import alternation
from corpus.places import city_names
from corpus.typography import fold
from corpus.unlisted import unlisted_organisations
from corpus.wordlists import word_list

_BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")
_DASH = re.compile("\u2014|(?<= )[\u2013-](?= )")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['.-](?=[^\W_]))*")
_NEXT_WORD = re.compile(r"(?:'s?)? +([\w-]+)")
_JOINED = re.compile(r"(?: *,)?(?: +and)? +(?:the +)?")
_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
_CITY_BEFORE = re.compile(
    r"(?P<city>[^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,3}), *(?:the +)?\Z"
)
_CITY_LENGTH = 60  # characters
_CAPITALS_AFTER = re.compile(r"(?:'s?)?(?P<words>(?: +[^\W\d_a-z][\w.'-]*)+)")
_PERSON = re.compile(
    r"(?: +(?:(?:of|for|the|to|de|la|von|van|der|bin) +)*[^\W\d_a-z][\w.'-]*)+| +[a-z-]+"
)


class NamedDelegation(NamedTuple):
    """A delegation in a list, and the slice of the text that names it."""

    start: int
    end: int
    delegation: Delegation


class Item(NamedTuple):
    """What stands between two separators of a list.

    Attributes:
        new_group: the separator before it begins another group ("; ", "as well as").
        joined: the separator before it holds "and", which joins a group's last member.
        lead: the words before the name, folded; all words where there is no name.
        opens: the lead holds only words that a list may hold.
        closes: so do the words after the name.
    """

    start: int
    end: int
    new_group: bool
    joined: bool
    name: NamedDelegation | None
    lead: str
    opens: bool
    closes: bool


class _Candidate(NamedTuple):
    start: int
    end: int
    delegation: Delegation
    is_adjective: bool


def parse_names(text: str, offset: int = 0) -> tuple[NamedDelegation, ...]:
    """The delegations of a list of names, in order, each as often as it stands there.

    Args:
        text: a list in prose: "representatives from A, the Republic of B and C (CCC)".
        offset: added to every start and end.
    """
    return tuple(item.name for item in list_items(text, offset) if item.name is not None)


def list_items(text: str, offset: int = 0) -> tuple[Item, ...]:
    """The items of a list of names, in order, also those that name no delegation."""
    return tuple(_moved(item, offset) for item in _items(text))


def _items(text: str) -> list[Item]:
    folded = fold(text)
    candidates = _candidates(text, folded)
    masked = _masked(text, folded, candidates)
    items: list[Item] = []
    start, new_group, joined = 0, False, False
    for separator in (*_separators().finditer(masked), None):
        end = separator.start() if separator else len(text)
        if masked[start:end].strip():
            inside = [each for each in candidates if start <= each.start < end]
            name = _name(text, folded, (start, end), inside, bool(items))
            items.append(_item(folded, (start, end), new_group, joined, name))
            new_group = joined = False
        if separator:
            start = separator.end()
            new_group |= separator.lastgroup == "between"
            joined |= separator[0] in ("and", "&", "nor")
    return items


def _moved(item: Item, offset: int) -> Item:
    name = item.name
    if name is not None:
        name = NamedDelegation(name.start + offset, name.end + offset, name.delegation)
    return item._replace(start=item.start + offset, end=item.end + offset, name=name)


def _candidates(text: str, folded: str) -> list[_Candidate]:
    """Every name in the text, none within another."""
    mentions = gazetteer().scan(text)
    found = [_Candidate(*each, False) for each in unlisted_organisations(folded, mentions)]
    found += [_Candidate(*each, False) for each in mentions if _is_free(each[:2], found)]
    adjectives = [each for each in gazetteer().demonym_scan(text) if _is_free(each[:2], found)]
    starts = {each.start for each in adjectives}
    for each in adjectives:  # "the Malaysian and Indonesian delegations"
        joined = _JOINED.match(folded, each.end)
        found.append(_Candidate(*each, not (joined and joined.end() in starts)))
    return sorted(found)


def _is_free(span: tuple[int, int], taken: Sequence[_Candidate]) -> bool:
    return not any(each.start < span[1] and span[0] < each.end for each in taken)


def punctuated(text: str) -> str:
    """The folded text, in which a dash between phrases is a semicolon and no hyphen."""
    return fold(_DASH.sub(";", text))


def _masked(text: str, folded: str, candidates: Sequence[_Candidate]) -> str:
    """The text without the names and brackets in which separators do not count."""
    masked = list(punctuated(text))
    spans = [each[:2] for each in candidates]
    spans += [match.span() for match in _BRACKETS.finditer(folded)]
    for start, end in spans:
        masked[start:end] = "X" * (end - start)
    return "".join(masked)


def _item(
    folded: str,
    span: tuple[int, int],
    new_group: bool,
    joined: bool,
    name: NamedDelegation | None,
) -> Item:
    start, end = span
    lead = folded[start : name.start if name else end].strip()
    rest = folded[name.end : end] if name else ""
    return Item(start, end, new_group, joined, name, lead, may_list(lead), may_list(rest))


def may_list(words: str) -> bool:
    """Whether words are capitalised or such as lists of names hold."""
    bare = _BRACKETS.sub(" ", words)
    return all(word[0].isupper() or word in _list_words() for word in _WORD.findall(bare))


def _name(
    text: str, folded: str, span: tuple[int, int], inside: Sequence[_Candidate], has_items: bool
) -> NamedDelegation | None:
    for each in inside:
        if _stands(text, folded, span, each) and not (has_items and _is_place(folded, each)):
            end = _end_of_person(folded, each.end, span[1]) if each.is_adjective else each.end
            return NamedDelegation(each.start, end, each.delegation)
    return None


def _stands(text: str, folded: str, span: tuple[int, int], each: _Candidate) -> bool:
    """Whether the item speaks for this state or organisation, and does not just name it."""
    if _elsewhere().search(folded, span[0], each.start):
        return False
    before, after = text[each.start - 1 : each.start], text[each.end : each.end + 2]
    compound_after = after[:1] in _HYPHENS and after[1:].isalpha()
    compound_before = before in _HYPHENS and not text[each.start - 2 : each.start - 1].isspace()
    if compound_after or (before and compound_before and each.start > 1):
        return False
    following = _NEXT_WORD.match(folded, each.end, span[1])
    if following and not following[1][0].isupper():
        if each.is_adjective or folded[each.end] == "'":
            return following[1] in _group_words()
        return following[1] not in _other_things()
    if each.is_adjective and not following:
        return False
    capitals = _CAPITALS_AFTER.match(folded, each.end, span[1])
    return capitals is None or capitals["words"].split()[-1] not in _other_things()


def _is_place(folded: str, each: _Candidate) -> bool:
    """Whether a state's name tells where a city lies: "IOM, Bangkok, Thailand"."""
    before = _CITY_BEFORE.search(folded, max(0, each.start - _CITY_LENGTH), each.start)
    words = before["city"].split() if before else []
    endings = (city_names().find(" ".join(words[first:])) for first in range(len(words)))
    return any(city.code == each.delegation.code for cities in endings for city in cities or ())


def _end_of_person(folded: str, start: int, limit: int) -> int:
    """Where the name of one who is called by an adjective ends: "Mexican Secretary of …"."""
    person = _PERSON.match(folded, start, limit)
    return person.end() if person else start


@cache
def _separators() -> re.Pattern[str]:
    lists = word_list("names")["separators"]
    between, within = (
        "|".join(
            rf"\b{alternation([each])}\b" if each.isalpha() else alternation([each])
            for each in lists[key]
        )
        for key in ("between", "within")
    )
    return re.compile(rf"(?P<between>{between})|(?P<within>{within})")


@cache
def _elsewhere() -> re.Pattern[str]:
    events = word_list("bodies")["event_nouns"].values()
    of_events = [f"{noun} of" for nouns in events for noun in nouns]
    prepositions = alternation((*word_list("names")["elsewhere"]["prepositions"], *of_events))
    return re.compile(rf"\b{prepositions}\s+(?:(?:the|its|all)\s+)?\Z", re.IGNORECASE)


@cache
def _list_words() -> frozenset[str]:
    return frozenset(word for words in word_list("names")["list_words"].values() for word in words)


@cache
def _group_words() -> frozenset[str]:
    lists = word_list("names")["list_words"]
    return frozenset((*lists["groups"], *lists["qualities"]))


@cache
def _other_things() -> frozenset[str]:
    lists = word_list("names")["other_things"]
    return frozenset((*lists["words"], *lists["following"]))
