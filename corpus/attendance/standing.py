"""Which of the names in a list stand for one that is listed.

A person stands for the state or organisation that their item names first, but not for the place
where they serve ("Ambassador to Mexico"). A name in a longer one ("U.S.-EU Task Force", "ASEAN
member states", "Australia's proposal") stands for nobody.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from corpus.attendance.unlisted import unlisted_organisations
from corpus.bodies import event_nouns
from corpus.facts import Delegation
from corpus.gazetteer import gazetteer
from corpus.gazetteer.places import city_names
from corpus.words.lists import word_list
from corpus.words.patterns import alternation
from corpus.words.spans import Spans

_NEXT_WORD = re.compile(r"(?:'s?)? +([\w-]+)")
_HYPHENS = frozenset("-\u2010\u2011\u2013")
_JOINED = re.compile(r"(?: *,)?(?: +and)? +(?:the +)?")
_CITY_BEFORE = re.compile(
    r"(?P<city>[^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,3}), *(?:the +)?\Z"
)
_CAPITALS_AFTER = re.compile(r"(?:'s?)?(?: +[^\W\d_a-z][\w.'-]*){1,8}")
_REACH = 60  # characters before a name that tell whether it stands for itself
_PERSON = re.compile(
    r"(?: +(?:(?:of|for|the|to|de|la|von|van|der|bin) +)*[^\W\d_a-z][\w.'-]*){1,12}| +[a-z-]+"
)


class NamedDelegation(NamedTuple):
    """A delegation in a list, and the slice of the text that names it."""

    start: int
    end: int
    delegation: Delegation


class Candidate(NamedTuple):
    """A name that may stand for itself; an adjective only before those it describes."""

    start: int
    end: int
    delegation: Delegation
    is_adjective: bool


def find_candidates(text: str, folded: str) -> list[Candidate]:
    """Every name in a text, left to right, none within another."""
    mentions = gazetteer().scan(text)
    unlisted = unlisted_organisations(folded, mentions)
    longer = Spans(each[:2] for each in unlisted)
    names = [*unlisted, *(each for each in mentions if not longer.overlap(*each[:2]))]
    taken = Spans(each[:2] for each in names)
    found = [Candidate(*each, is_adjective=False) for each in names]
    adjectives = [each for each in gazetteer().demonym_scan(text) if not taken.overlap(*each[:2])]
    starts = {each.start for each in adjectives}
    for each in adjectives:  # the first of "the Malaysian and Indonesian delegations" is a name
        joined = _JOINED.match(folded, each.end)
        found.append(Candidate(*each, is_adjective=not (joined and joined.end() in starts)))
    return sorted(found)


def standing(
    text: str, folded: str, start: int, end: int, candidates: Iterable[Candidate]
) -> NamedDelegation | None:
    """The delegation that an item speaks for, or None.

    Args:
        text: the list.
        folded: the same through `corpus.typography.fold`.
        start: where the item begins.
        end: where the item ends.
        candidates: the names in the item, in order.
    """
    for each in candidates:
        if _stands(text, folded, start, end, each) and not (start and _is_place(folded, each)):
            last = _end_of_person(folded, each.end, end) if each.is_adjective else each.end
            return NamedDelegation(each.start, last, each.delegation)
    return None


def _stands(text: str, folded: str, start: int, end: int, each: Candidate) -> bool:
    """Whether the item speaks for this state or organisation, and does not just name it."""
    window = max(start, each.start - _REACH)
    if _elsewhere().search(folded, window, each.start) or _is_compound(text, each):
        return False
    following = _NEXT_WORD.match(folded, each.end, end)
    if following is None:
        return not each.is_adjective
    if not following[1][0].isupper():
        described = each.is_adjective or folded[each.end] == "'"
        return following[1] in _described() if described else following[1] not in _other_things()
    capitals = _CAPITALS_AFTER.match(folded, each.end, end)
    return capitals is None or capitals[0].split()[-1] not in _other_things()


def _is_compound(text: str, each: Candidate) -> bool:
    """Whether a hyphen joins a name to the word before or after it: "U.S.-EU", "UN-led"."""
    after = text[each.end : each.end + 2]
    before = text[max(0, each.start - 2) : each.start]
    return (after[:1] in _HYPHENS and after[1:].isalpha()) or (
        before[1:] in _HYPHENS and not before[0].isspace()
    )


def _is_place(folded: str, each: Candidate) -> bool:
    """Whether a state's name tells where a city lies: "IOM, Bangkok, Thailand"."""
    before = _CITY_BEFORE.search(folded, max(0, each.start - _REACH), each.start)
    words = before["city"].split() if before else []
    endings = (city_names().find(" ".join(words[first:])) for first in range(len(words)))
    return any(city.code == each.delegation.code for cities in endings for city in cities or ())


def _end_of_person(folded: str, start: int, limit: int) -> int:
    """Where the name of one who is called by an adjective ends: "Mexican Secretary of …"."""
    person = _PERSON.match(folded, start, limit)
    return person.end() if person else start


@cache
def _elsewhere() -> re.Pattern[str]:
    of_events = (f"{noun} of" for noun in event_nouns())
    prepositions = alternation((*word_list("names")["elsewhere"]["prepositions"], *of_events))
    return re.compile(rf"\b{prepositions}\s+(?:(?:the|its|all)\s+)?\Z", re.IGNORECASE)


@cache
def _described() -> frozenset[str]:
    lists = word_list("names")["list_words"]
    return frozenset((*lists["groups"], *lists["qualities"]))


@cache
def _other_things() -> frozenset[str]:
    lists = word_list("names")["other_things"]
    return frozenset((*lists["words"], *lists["following"]))
