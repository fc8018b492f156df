"""Several questions in one text, told apart: "Who chaired it, and where was it held?"."""

import re
from collections.abc import Sequence
from functools import cache

from corpus.gazetteer import gazetteer
from index.analysis import with_capitals
from index.wordlists import load

_END = re.compile(r"(?<=[?!])\s+|(?<=[^\s.][^\s.]\.)\s+|;\s+|\n+")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SHORTEST = 2  # words of a question; "and when?" belongs to the one before


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a text in order, each with its own words; the text itself where it is one.

    Only a clause that asks by itself counts: "both Fiji and Tonga", "when and where was it" and
    "members agreed who pays and who chairs" stay together.
    """
    parts: list[str] = []
    for sentence in _sentences(text):
        parts += _clauses(sentence)
    return tuple(parts) if len(parts) > 1 else (text,)


def _sentences(text: str) -> list[str]:
    """Sentences that ask; one that does not is joined to the one before or behind it."""
    joined: list[str] = []
    waiting = ""
    for sentence in filter(None, (each.strip() for each in _END.split(text))):
        if _asks(_without_joint(sentence)) or (joined and sentence.endswith("?")):
            joined.append(f"{waiting} {sentence}".strip())
            waiting = ""
        elif joined:
            joined[-1] += f" {sentence}"
        else:
            waiting = f"{waiting} {sentence}".strip()
    return [*joined, waiting] if waiting else joined


def _clauses(sentence: str) -> list[str]:
    """A sentence cut where a joint stands between two clauses that ask."""
    masked = _QUOTED.sub(lambda match: "x" * len(match[0]), sentence)
    for joint in _joint().finditer(masked):
        first, second = masked[: joint.start()], masked[joint.end() :]
        if _is_whole(first) and _continues(first, second):
            cut = sentence[: joint.start()].rstrip(" ,")
            return [cut, *_clauses(sentence[joint.end() :].strip())]
    return [sentence]


def _is_whole(clause: str) -> bool:
    """Whether a clause asks by itself, with something to ask about."""
    words = _words(clause)
    enough = len(words) > _SHORTEST or words[:1] == ["who"]  # "who spoke", not "which states"
    return enough and _asks(clause) and not _verbless(words)


def _verbless(words: list[str]) -> bool:
    """Whether there is only a question word and an auxiliary: "who was" of "who was and is"."""
    return all(word in _list("asking") or word in _auxiliaries() for word in words)


def _continues(first: str, second: str) -> bool:
    """Whether what follows a joint is a question of its own, not a part of the first."""
    words = _words(second)
    if len(words) < _SHORTEST or not _asks(second):
        return False
    opening, *others = _words(first)
    if opening in _list("commands"):  # "tell me who came" asks who came
        others = others[_SHORTEST:]
    if any(word in _list("asking") for word in others):
        return False  # "did we hear who came and who spoke"
    relative = words[0] == "which" and words[1] in _auxiliaries()
    return not relative or opening in ("which", "what")


def _asks(clause: str) -> bool:
    """Whether a clause opens as a question or a command to answer one does."""
    words = _words(clause)
    if len(words) < _SHORTEST:
        return False
    first, second, *others = words
    if first in _list("asking"):
        return _is_asked(first, second, others[:1])
    if first not in _list("commands") and first not in _auxiliaries():
        behind = second in _list("asking") and not _auxiliaries().isdisjoint(words[_SHORTEST:])
        return behind and first in ("in", "at", "by", "for", "with", "to")  # "in which year was"
    return second in _list("subjects") or _is_name(clause, second)


def _is_asked(first: str, second: str, third: Sequence[str]) -> bool:
    """Whether a question word opens a question: "when was", not "when asked" or "who to".

    Also two that are joined: "where and when".
    """
    if second in _list("inner"):
        return False
    if first in ("when", "where", "why"):
        return second in _auxiliaries() or (
            second == "and" and not _list("asking").isdisjoint(third)
        )
    if first == "how":
        return second in _list("degrees")
    return True


def _is_name(clause: str, second: str) -> bool:
    """Whether a name of a state or organisation stands as the second word."""
    start = clause.casefold().find(second)
    return any(each.start == start for each in gazetteer().scan(with_capitals(clause)))


def _without_joint(sentence: str) -> str:
    joints = "|".join(load("clauses")["joints"])
    return re.sub(rf"^(?:{joints})\b[, ]*", "", sentence, flags=re.IGNORECASE)


def _words(clause: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(clause)]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("clauses")[name])


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(load("wants")["focus"]["auxiliaries"])


@cache
def _joint() -> re.Pattern[str]:
    joints = "|".join(load("clauses")["joints"])
    return re.compile(rf"\s*,?\s+(?:{joints})\s+|\s*,\s+|\s+&\s+", re.IGNORECASE)
