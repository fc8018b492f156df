"""Who a sentence speaks of as acting: states, bodies, everyone, or those who speak together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from corpus.actions.body_names import acronyms, body_around, canonical
from corpus.actions.phrases import table
from corpus.gazetteer import Mention, gazetteer
from corpus.typography import fold
from corpus.words.lexicon import Lexicon
from corpus.words.patterns import alternation

_WINDOW = 60  # characters before a name that tell whether it is a place, or who acts there


class Naming(Enum):
    """How an actor is named."""

    NAME = auto()  # a state or a body
    TOGETHER = auto()  # "we", "the three governments"
    EVERYONE = auto()  # "members"
    PRONOUN = auto()  # "it"


class Actor(NamedTuple):
    """Someone who may act, or several joined ("Australia and the Maldives").

    `owners` holds canonical names of states and organisations and the names of bodies as
    said, each once; empty where nobody is named.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    naming: Naming


_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBER = re.compile(rf"\b(?P<number>{'|'.join(_NUMBERS)})\b[\w\s-]{{0,30}}$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or|with|as well as)\b|&", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*(?:(?:\([^()]{1,60}\)|concerned|involved)\s*)?"
    r"(?:,|,?\s*(?:and|or|&|as well as|along with|together with))"
    r"\s+(?:other\s+(?:[\w-]+\s+){0,5}|(?:(?:the|its|their|all|both|interested)\s+){0,3})",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:\s+(?-i:[A-Z])[\w.'-]+){0,3}\s+(?:of|from)\s+(?:(?:the|all|interested|other)\s+){0,3}",
    re.IGNORECASE,
)
_QUALIFYING = re.compile(
    r"[\s-]+(?:(?:[A-Z][\w'-]*|member|partner|observer|island|participating|endorsing)\s+)?"
)
_IN_BRACKETS = re.compile(r"\s*\((?:the\s+)?")
_CITY_BEFORE = re.compile(r"(?P<words>(?:[^\W\d_][\w.'-]*\s+){0,2}[A-Z][\w.'-]*),\s*$")


def find_actors(text: str, attending: Sequence[str] = ()) -> tuple[Actor, ...]:
    """Every actor in `text`, in order, those joined by commas and "and" as one.

    Args:
        text: a sentence.
        attending: the delegations of the meeting, for "we" and "the three governments".
    """
    folded = fold(text)
    found = [*_names(folded), *_known(folded, attending)]
    named = _with_short_forms(folded, _longest(folded, found))
    return _joined(folded, _of_each_other(folded, named))


def agents(folded: str, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The owners whom "maintained by …", "hosted in …" or "… 's pledge to" names.

    Args:
        folded: the text in which the actors were found.
        actors: those to look at.
    """
    named = (
        actor
        for actor in actors
        if actor.naming is Naming.NAME
        and (
            _agent_before().search(folded, max(0, actor.start - _WINDOW), actor.start)
            or _pledge_after().match(folded, actor.end)
        )
    )
    return tuple(dict.fromkeys(owner for actor in named for owner in actor.owners))


def _names(folded: str) -> Iterator[Actor]:
    for each in gazetteer().scan(folded):
        if not _is_place(folded, each):
            end = _possessed().match(folded, each.end)
            owner = (each.delegation.name,)
            yield Actor(each.start, end.end() if end else each.end, owner, Naming.NAME)
    for each in gazetteer().demonym_scan(folded):
        office = _office().match(folded, each.end)
        if office:
            yield Actor(each.start, office.end(), (each.delegation.name,), Naming.NAME)


def _is_place(folded: str, mention: Mention) -> bool:
    """Whether a country stands after its city: "in Suva, Fiji"."""
    window = max(0, mention.start - _WINDOW)
    if not folded[window : mention.start].rstrip().endswith(","):
        return False
    before = _CITY_BEFORE.search(folded, window, mention.start)
    words = before["words"].split() if before else []
    cities = (" ".join(words[first:]) for first in range(len(words)))
    return any(gazetteer().country_of(city) == mention.delegation.name for city in cities)


def _known(folded: str, attending: Sequence[str]) -> Iterator[Actor]:
    """Bodies, roles, everyone and pronouns: acronyms, and what the word lists name."""
    for start, end, name in acronyms(folded):
        yield Actor(start, end, (name,), Naming.NAME)
    for start, end, kind in _lexicon().find(folded):
        said = folded[start:end]
        body = body_around(folded, start, end)
        if body:
            yield Actor(body.start, body.end, (body.name,), Naming.NAME)
        if kind == "roles":
            role = said.title().replace("-In-", "-in-")  # "Chair-in-Office"
            yield Actor(start, end, (canonical(role),), Naming.NAME)
        elif kind == "pronouns":
            yield Actor(start, end, (), Naming.PRONOUN)
        elif kind in {"everyone", "together"}:
            before = folded[max(0, start - _WINDOW) : start]
            owners = _speakers(before, said.lower(), attending) if kind == "together" else ()
            yield Actor(start, end, owners, Naming.TOGETHER if owners else Naming.EVERYONE)


def _speakers(before: str, word: str, attending: Sequence[str]) -> tuple[str, ...]:
    """The delegations that "we" or "the three governments" means, if that can be told."""
    if not 2 <= len(attending) <= table("actors")["most_named_together"]:
        return ()
    number = _NUMBER.search(before)
    if word != "we" and number and _NUMBERS[number["number"].lower()] != len(attending):
        return ()
    return tuple(attending)


def _longest(folded: str, found: list[Actor]) -> list[Actor]:
    """Drop what overlaps something longer; "AHG members" are members, not the AHG."""
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda each: (each.start, -each.end, each.naming.value)):
        if kept and actor.start < kept[-1].end:
            continue
        if kept and _qualifies(folded, kept[-1], actor):
            kept[-1] = actor._replace(start=kept[-1].start)
        else:
            kept.append(actor)
    return kept


def _qualifies(folded: str, name: Actor, noun: Actor) -> bool:
    if name.naming is Naming.EVERYONE is noun.naming:  # "Forum members"
        return folded[name.end : noun.start].isspace()
    return (
        name.naming is Naming.NAME
        and noun.naming in {Naming.EVERYONE, Naming.TOGETHER}
        and _QUALIFYING.fullmatch(folded, name.end, noun.start) is not None
    )


def _with_short_forms(folded: str, actors: list[Actor]) -> list[Actor]:
    """Make one of "the Technical Support Unit (TSU)": the brackets say who it is, no other."""
    merged: list[Actor] = []
    for actor in actors:
        named = merged and merged[-1].naming is Naming.NAME is actor.naming
        if named and _IN_BRACKETS.fullmatch(folded, merged[-1].end, actor.start):
            bracket = folded.startswith(")", actor.end)
            merged[-1] = merged[-1]._replace(end=actor.end + bracket)
        else:
            merged.append(actor)
    return merged


def _of_each_other(folded: str, actors: list[Actor]) -> list[Actor]:
    """Make one of "the working group of interested members" and "the Government of Fiji"."""
    merged: list[Actor] = []
    for actor in actors:
        if merged and _OF.fullmatch(folded, merged[-1].end, actor.start):
            head = merged[-1]
            several = _members().search(folded, head.start, head.end)  # "members of the Forum"
            owners = head.owners or (() if several else actor.owners)
            naming = Naming.NAME if owners else head.naming
            merged[-1] = Actor(head.start, actor.end, owners, naming)
        else:
            merged.append(actor)
    return merged


def _joined(folded: str, actors: list[Actor]) -> tuple[Actor, ...]:
    joined: list[Actor] = []
    run: list[Actor] = []
    for actor in actors:
        if run and not _JOINT.fullmatch(folded, run[-1].end, actor.start):
            joined += _together(folded, run)
            run = []
        run.append(actor)
    return (*joined, *_together(folded, run))


def _together(folded: str, run: list[Actor]) -> list[Actor]:
    """One actor for a run that "and" holds together; commas alone join nothing."""
    if len(run) < 2 or not _AND.search(folded, run[-2].end, run[-1].start):
        return run
    owners = tuple(dict.fromkeys(owner for actor in run for owner in actor.owners))
    return [Actor(run[0].start, run[-1].end, owners, Naming.NAME if owners else Naming.EVERYONE)]


@cache
def _lexicon() -> Lexicon[str]:
    """What may act, each with its list; of a word on two lists the later list counts."""
    kinds = ("bodies", "everyone", "roles", "pronouns", "together")
    return Lexicon({phrase.lower(): kind for kind in kinds for phrase in table("actors")[kind]})


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(table('actors')['membership'])}\Z", re.IGNORECASE)


@cache
def _agent_before() -> re.Pattern[str]:
    verbs = alternation(table("actors")["agents"])
    return re.compile(
        rf"\b(?:{verbs}\s+(?:jointly\s+)?(?:by|in)|to\s+be\s+\w+\s+(?:jointly\s+)?by)"
        r"\s+(?:the\s+)?(?:government of\s+)?$",
        re.IGNORECASE,
    )


@cache
def _pledge_after() -> re.Pattern[str]:
    theirs = alternation(table("actors")["theirs"])
    return re.compile(rf"(?:\s+of\s+(?:[\w-]+\s*){{1,5}})?'s?\s+{theirs}\s+to\b", re.IGNORECASE)


@cache
def _office() -> re.Pattern[str]:
    """ "delegation", "Minister for Trade Jane Doe": who speaks for a state."""
    offices = alternation(table("actors")["offices"])
    return re.compile(
        rf"\s+{offices}\b(?:\s+(?:of|for)(?:\s+(?-i:[A-Z])[\w.'-]*(?:\s+and\b)?){{1,6}})?"
        r"(?:\s+(?-i:[A-Z])[\w.'-]*){0,4}",
        re.IGNORECASE,
    )


@cache
def _possessed() -> re.Pattern[str]:
    """ "'s Secretary of Security Jane Doe"."""
    return re.compile(
        rf"'s?(?:{_office().pattern}|(?:\s+(?:(?:of|for|and)\b|(?-i:[A-Z])[\w.'-]*)){{2,12}})",
        re.IGNORECASE,
    )
