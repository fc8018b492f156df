"""The series that meetings belong to: those we know by name, and those a text names itself."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.typography import fold
from corpus.words.lists import word_list
from corpus.words.patterns import alternation

_ENDING = re.compile(r"(?:'s|s'|s|')$")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*'?")


@dataclass(frozen=True, slots=True)
class Body:
    """A series of meetings that `corpus/data/bodies.toml` lists.

    Attributes:
        key: what replies call it: "TEWG".
        name: in full: "Technical Experts Working Group".
        forms: the ways texts write it; each a set of runs of words that must all occur.
    """

    key: str
    name: str
    forms: tuple[tuple[str, ...], ...]


@cache
def known_bodies() -> tuple[Body, ...]:
    """The listed bodies, the more specific before the more general."""
    return tuple(
        Body(
            entry["key"],
            entry["name"],
            tuple(tuple(_plain(part) for part in form.split("+")) for form in entry["forms"]),
        )
        for entry in word_list("bodies")["bodies"]
    )


@lru_cache(maxsize=4096)  # bodies are compared again and again
def known_body(phrase: str) -> str | None:
    """The key of the first listed body that a phrase names, or None."""
    words = _plain(phrase)
    for body in known_bodies():
        if any(all(part in words for part in form) for form in body.forms):
            return body.key
    return None


@cache
def long_names(key: str) -> tuple[str, ...]:
    """Everything else a listed body is called, its full name first; empty for other bodies."""
    entries = [entry for entry in word_list("bodies")["bodies"] if entry["key"] == key]
    return tuple(name for entry in entries for name in (entry["name"], *entry["forms"]))


@cache
def known_acronyms() -> frozenset[str]:
    """The short forms of listed bodies that stand for a series by themselves: "TEWG"."""
    names = {name for body in known_bodies() for name in long_names(body.key)}
    return frozenset(name for name in names if name.isupper() and name.isalpha())


def is_process(name: str) -> bool:
    """Whether a name is that of a whole process, as "Bali" is in "Bali Ministerial Conference"."""
    return name in word_list("bodies")["processes"]


def is_of_process(words: str) -> bool:
    """Whether words say of which process a body is: "of the Bali Process on People Smuggling"."""
    named = words.removeprefix("of ").removeprefix("the ")
    return any(named.startswith(process) for process in word_list("bodies")["processes"])


def body_in(text: str, body: str) -> str:
    """The listed body that a mere kind of meeting is in a text about a process.

    Where the text names the Bali Process, "senior officials' meeting" is its body.
    """
    named = (name for name in word_list("bodies")["processes"] if name in text)
    processes = (name for name in named if is_umbrella(name.split()[-1]))  # no mere place
    full = (known_body(f"{name} {body}") for name in processes if body and is_kind(body))
    return next(filter(None, full), body)


@cache
def is_local(body: str) -> bool:
    """Whether a body meets, and counts its meetings, in each city by itself."""
    return any(
        entry["key"] == body and entry.get("local") for entry in word_list("bodies")["bodies"]
    )


@cache
def is_kind(body: str) -> bool:
    """Whether a body's name is no more than a kind of meeting: "workshop", "working group"."""
    return body == body.lower()


@cache
def event_nouns() -> frozenset[str]:
    """The nouns for an event, singular, in lower case: "meeting", "summit", "workshop"."""
    return frozenset(
        noun for nouns in word_list("bodies")["event_nouns"].values() for noun in nouns
    )


def names_series(name: str) -> bool:
    """Whether a name holds a noun for a series, and not only who met: "Foreign Ministers"."""
    words = word_list("bodies")
    nouns = {*words["body_nouns"]["words"], *words["event_nouns"]["naming"]}
    return known_body(name) is not None or any(f" {noun} " in f" {name.lower()} " for noun in nouns)


def is_umbrella(noun: str) -> bool:
    """Whether a noun is one of bodies under which several series meet: "Process"."""
    return noun.lower() in word_list("bodies")["body_nouns"]["umbrellas"]


@lru_cache(maxsize=4096)
def generic_name(name: str) -> str:
    """A series' name without the process's; in lower case where nothing but a kind is left.

    "Bali Process Working Group" is a "working group"; "the Committee" names no series: "".
    """
    words = word_list("bodies")
    name = _delegates().sub("", name)
    for process in words["processes"]:
        name = name.removeprefix(process).removesuffix(f" of the {process}").strip(" '\"")
    if name.split(" ")[0].lower() in ("on", "for", "of"):  # the topic of a whole process
        return ""
    nouns = {*words["body_nouns"]["words"], *words["event_nouns"]["plain"]}
    nouns |= {*words["event_nouns"]["naming"]}
    rest = name.lower().split()
    while rest and rest[0].rstrip("'") in words["modifiers"]["words"]:
        rest = rest[1:]
    if " ".join(rest) not in nouns and rest:
        return name
    return name.lower() if " " in name else ""


@cache
def _delegates() -> re.Pattern[str]:
    """ "Senior Officials of the Member States of the", before a body's own name."""
    words = word_list("bodies")["delegates"]
    officials, groups = alternation(words["officials"]), alternation(words["groups"])
    return re.compile(rf"\A{officials} of (?:the )?(?:{groups} of (?:the )?)?(?=[A-Z])")


def _plain(phrase: str) -> str:
    """Lower-case words without endings, between single spaces, one at each end as well."""
    words = [_ENDING.sub("", word) or word for word in _WORD.findall(fold(phrase).lower())]
    return f" {' '.join(words)} "
