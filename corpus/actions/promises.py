"""Undertakings in other words: of a speaker by itself, by a noun, by what others welcome."""

import re
from functools import cache
from typing import NamedTuple

from corpus.actions.clauses import Sentence
from corpus.actions.owners import Actor, Naming
from corpus.actions.phrases import is_deed, is_stative, nouns_of_strength, table, words
from corpus.facts import Strength
from corpus.words.patterns import alternation

_AUDIENCE = (
    r"(?:\s+(?:the\s+)?(?:members|participants|delegations|delegates|meeting|group|others))?"
)


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
    subject = sentence.subject(verb.start)
    end = _promise_end(sentence, verb.end, subject)
    following = sentence.word(end)[0] if end else ""
    if following in {"", "be"} or is_stative(following):
        return None
    return Undertaking(verb.start, Strength.COMMITMENT, subject.owners if subject else ())


def _promise_end(sentence: Sentence, position: int, speaker: Actor | None) -> int | None:
    """Where "that it would" ends, or "that Thailand would" if Thailand speaks."""
    own = _own_promise().match(sentence.text, position)
    if own:
        return own.end()
    named = sentence.addressee(position)
    if not named or not speaker or not set(named.owners) & set(speaker.owners):
        return None
    promise = _promise().match(sentence.text, named.end)
    return promise.end() if promise else None


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
def _promise() -> re.Pattern[str]:
    promises = alternation(table("declarations")["promises"])
    return re.compile(rf"\s+(?:{alternation(words('adverbs'))}\s+)?{promises}\b", re.IGNORECASE)


@cache
def _own_promise() -> re.Pattern[str]:
    return re.compile(
        rf"{_AUDIENCE}(?:\s+that)?\s+(?:it|they|he|she|we){_promise().pattern}", re.IGNORECASE
    )


@cache
def _intention() -> re.Pattern[str]:
    nouns = alternation(nouns_of_strength("intentions"))
    return re.compile(
        rf"{_AUDIENCE}(?:\s+of)?\s+(?:its|their|his|her|our|the)\s+(?:[\w-]+\s+)?"
        rf"(?P<noun>{nouns})\s+(?:to|of)\b",
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
