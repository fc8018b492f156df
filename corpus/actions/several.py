"""Sentences in which several undertake something, each with a clause and a subject of its own.

"India will circulate a list by June, and Malaysia will test the hotline" is two action items.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.actions.clauses import Sentence
from corpus.actions.owners import Naming
from corpus.actions.phrases import is_deed, table
from corpus.actions.promises import Undertaking
from corpus.actions.undertakings import find_undertakings

_JOINT = re.compile(
    r"(?:;|,|(?<=\w))\s*(?:\b(?:and|while|whilst|whereas|but)\b)?(?:\s+that)?(?:\s+the)?\s+\Z",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:[,;]|\band)\s+(?:and\s+)?that\s+(?:the\s+)?", re.IGNORECASE)
_NUMBER = re.compile(r"[;,.]\s+(?:and\s+)?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+")
_BARE_COMMA = re.compile(r",\s*(?:the\s+)?\Z", re.IGNORECASE)


class Clause(NamedTuple):
    """A part of a sentence, by offsets, and what is undertaken in it."""

    start: int
    end: int
    undertaking: Undertaking


def clauses(sentence: Sentence, *, modals: bool = True) -> tuple[Clause, ...]:
    """The undertakings of a sentence, each in its own part of it; one part for all that share.

    A part begins where another named subject takes over from the one before, behind "and",
    "while" or a semicolon. Of the undertakings of one part, the first that names an owner
    counts, else the first. Without `modals`, "will" and "shall" undertake nothing.
    """
    found = find_undertakings(sentence, modals=modals)
    if not found:
        return ()
    found = tuple(sorted((*found, *_further_that(sentence, found[0]))))
    parts: list[list[Undertaking]] = []
    cuts: list[tuple[int, int]] = []  # where the joint before each later part begins and ends
    for each in found:
        joint = _joint_before(sentence, each, parts[-1]) if parts else None
        if joint:
            cuts.append(joint)
        if joint or not parts:
            parts.append([])
        parts[-1].append(each)
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence.text)]
    return tuple(
        Clause(start, end, next((each for each in part if each.owners), part[0]))
        for start, end, part in zip(starts, ends, parts, strict=True)
    )


def _further_that(sentence: Sentence, first: Undertaking) -> Iterator[Undertaking]:
    """What goes on from "agreed that A would …": ", and that B would …"."""
    for match in _THAT.finditer(sentence.text, first.at):
        actor = next((each for each in sentence.actors if each.start == match.end()), None)
        if actor is None or actor.naming is not Naming.NAME:
            continue
        modal, end = sentence.word(actor.end)
        if modal in table("modals") and is_deed(sentence.word(end)[0]):
            yield Undertaking(actor.end, first.strength, actor.owners)


def _joint_before(
    sentence: Sentence, undertaking: Undertaking, before: list[Undertaking]
) -> tuple[int, int] | None:
    """The joint before the next number, or a named subject that owns nothing before it."""
    numbers = [*_NUMBER.finditer(sentence.text, before[-1].at, undertaking.at)]
    if numbers:  # "(1) …; (2) …"
        return numbers[-1].span()
    subject = sentence.subject(undertaking.at)
    if subject is None or subject.naming is not Naming.NAME or subject.start <= before[-1].at:
        return None
    if not subject.owners or any(set(each.owners) & set(subject.owners) for each in before):
        return None
    joint = _JOINT.search(sentence.text, before[-1].at, subject.start)
    if joint is None or not joint[0].strip(" ") or _BARE_COMMA.match(joint[0]):
        return None
    return joint.start(), _start_of(sentence, joint.end(), joint[0])


def _start_of(sentence: Sentence, end: int, joint: str) -> int:
    """Where the part begins: with the article of its subject."""
    article = joint.rstrip().lower().endswith("the")
    return sentence.text.lower().rindex("the", 0, end) if article else end
