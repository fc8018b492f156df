"""The names of bodies in running text: "the Steering Group", "AHG", "a Task Force on Data"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpus.actions.phrases import table
from corpus.bodies import known_body
from corpus.facts import DelegationKind
from corpus.gazetteer import gazetteer
from corpus.words.patterns import alternation

_REACH = 120  # characters before its last word in which a body's name begins
_CAPITALISED = r"(?:[A-Z][\w&/.'-]*|\([A-Z][A-Za-z]+\))"
_ACRONYM = re.compile(
    r"[A-Z](?<![\w-].)[A-Za-z]{0,3}[A-Z]{1,6}s?(?:\s+[A-Z][A-Za-z]{0,3}[A-Z]{1,6}s?)?(?![\w-])"
)
_SHORT_FORM = re.compile(r" ?\([A-Z][A-Za-z&-]*\)\Z")
_NAME_BEFORE = re.compile(rf"(?<![\w&/.'-])(?:{_CAPITALISED}\s+(?:(?:and|of|on|for)\s+)?){{1,7}}$")
_REMIT = re.compile(
    rf"\s+(?:on|for)\s+{_CAPITALISED}"
    rf"(?:\s+(?:(?:and|of|the|in|by|for)\s+){{0,2}}{_CAPITALISED}){{0,6}}"
)


class NamedBody(NamedTuple):
    """A body at its place in a text; `name` is its key if listed, its state if national."""

    start: int
    end: int
    name: str


def acronyms(folded: str) -> Iterator[NamedBody]:
    """Every word or two in capitals: "AHG", "RSO", "AHG TEWG"."""
    for match in _ACRONYM.finditer(folded):
        yield NamedBody(*match.span(), canonical(match[0]))


def body_around(folded: str, start: int, end: int) -> NamedBody | None:
    """The body whose name has its main noun here, as "Group" is that of "Steering Group"."""
    noun = folded[start:end]
    if _heads().isdisjoint((noun, noun.split()[-1])):
        return None
    remit = _REMIT.match(folded, end)
    begin, end = _name_begins(folded, start), remit.end() if remit else end
    return NamedBody(begin, end, canonical(folded[begin:end]))


def canonical(name: str) -> str:
    """What a body is called: its state, its key in the list of bodies, or as said."""
    plain = _SHORT_FORM.sub("", " ".join(name.split()))
    return _state_of(plain) or known_body(plain) or plain


def _name_begins(folded: str, head: int) -> int:
    """Where the capitalised words before a body's head begin: "Diplomacy and Capacity …"."""
    match = _NAME_BEFORE.search(folded, max(0, head - _REACH), head)
    start = match.start() if match else head
    cut = _not_in_names().match(folded, start, head)
    return cut.end() if cut else start


def _state_of(body: str) -> str | None:
    """The state of a national body: "U.S. Department"."""
    first = next(iter(gazetteer().scan(body)), None)
    national = (
        first is not None
        and first.start == 0
        and first.delegation.kind is DelegationKind.COUNTRY
        and body[first.end :][:1] == " "
    )
    return first.delegation.name if first and national else None


@cache
def _heads() -> frozenset[str]:
    return frozenset(table("actors")["bodies"])


@cache
def _not_in_names() -> re.Pattern[str]:
    """What has a capital only because it begins a sentence: "Following", "Members and"."""
    several = alternation([*table("actors")["roles"], *table("actors")["everyone"]])
    openers = alternation(table("actors")["openers"])
    return re.compile(rf"(?:{openers}\s+|{several}\s+and\s+)+", re.IGNORECASE)
