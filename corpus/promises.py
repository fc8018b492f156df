"""Undertakings in other words: of a speaker by itself, by a noun, by what others welcome."""

import re
from functools import cache
from typing import NamedTuple

from corpus.clauses import Sentence
from corpus.facts import Strength
from corpus.owners import Naming
from corpus.phrases import alternation, is_deed, is_stative, nouns_of_strength, table, words


class Verb(NamedTuple):
    """A verb that may make an action item, at its place in a sentence."""

    start: int
    end: int
    form: str  # as listed: lower case, single spaces


class Undertaking(NamedTuple):
    """What a sentence undertakes, by the verb at offset `at`; owners under canonical names."""

    at: int
    strength: Strength
    owners: tuple[str, ...]


def declared(sentence: Sentence, verb: Verb) -> Undertaking | None:
    """ "Thailand indicated that it would host a workshop"."""
    if verb.form not in table("declarations")["verbs"]:
        return None
    match = _own_promise().match(sentence.text, verb.end)
    following = sentence.word(match.end())[0] if match else ""
    if following in {"", "be"} or is_stative(following):
        return None
    subject = sentence.subject(verb.start)
    return Undertaking(verb.start, Strength.COMMITMENT, subject.owners if subject else ())


def intended(sentence: Sentence, verb: Verb) -> Undertaking | None:
    """ "The Task Force affirmed its commitment to monitor the situation"."""
    if verb.form not in table("intentions")["verbs"]:
        return None
    match = _intention().match(sentence.text, verb.end)
    if not match or not sentence.word(match.end())[0]:
        return None
    subject = sentence.subject(verb.start)
    strength = nouns_of_strength("intentions")[" ".join(match["noun"].lower().split())]
    return Undertaking(verb.start, strength, subject.owners if subject else ())


def proposed(sentence: Sentence, verb: Verb) -> Undertaking | None:
    """ "Participants welcomed Australia's proposal to develop a project"."""
    if verb.form not in table("proposals")["verbs"]:
        return None
    match = _proposal().match(sentence.text, verb.end)
    if not match or not is_deed(sentence.word(match.end())[0]):
        return None
    between = (each for each in sentence.actors if verb.end <= each.start < match.end())
    proposer = next((each for each in between if each.naming is Naming.NAME), None)
    strength = nouns_of_strength("proposals")[match["noun"].lower()]
    return Undertaking(verb.start, strength, sentence.owners(proposer, match.end()))


@cache
def _own_promise() -> re.Pattern[str]:
    promises = alternation(table("declarations")["promises"])
    adverbs = alternation(words("adverbs"))
    return re.compile(
        rf"(?:\s+that)?\s+(?:it|they|he|she|we)\s+(?:{adverbs}\s+)?{promises}\b", re.IGNORECASE
    )


@cache
def _intention() -> re.Pattern[str]:
    nouns = alternation(nouns_of_strength("intentions"))
    return re.compile(
        rf"\s+(?:its|their|his|her|our|the)\s+(?:[\w-]+\s+)?(?P<noun>{nouns})\s+(?:to|of)\b",
        re.IGNORECASE,
    )


@cache
def _proposal() -> re.Pattern[str]:
    nouns = alternation(nouns_of_strength("proposals"))
    return re.compile(
        rf"\s+(?:(?!(?:to|that)\b)[\w'&.-]+\s+){{0,6}}(?P<noun>{nouns})s?"
        r"(?:\s+(?:by|of|from)(?:\s+(?!to\b)[\w&.-]+){1,8}?)?"
        r"\s+(?:to|that\s+(?:it|they)\s+(?:will|would))\b",
        re.IGNORECASE,
    )
