"""What a follow-up leaves unsaid: the words by which it leans on the question before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from corpus.typography import fold
from index.meeting_names import words_of
from index.wordlists import load

_SHORT = 8  # words of a follow-up that says no more than what to put in place of something
_EARLY = 3  # words in front of a pronoun that can mean something said before
_PREPOSITIONS = re.compile(r"^(?:(?:in|at|for|on|with|from|by|to|of|about)\b ?)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A text, read for how it leans on the question before it.

    Attributes:
        words: it without the words that lead in ("and", "what about").
        led: whether there were such words.
        fragment: whether it is no question by itself: "the Maldives?", "in Auckland?".
        source: it asks what the answer before rests on.
        again: it asks for what the answer before says.
        acting: its "it" attends or says something, as no meeting does.
        others: it asks the question before once more, without the names in it.
        step: 1 where it means the next meeting, -1 the previous one, 0 neither.
        item: it asks for owner, due date or fate of an action item.
        items: it says "those" or "these items".
        meeting: it says "it", "there" or "that meeting".
        delegation: it says "they", "their" or "that country".
    """

    words: str
    led: bool
    fragment: bool
    source: bool
    again: bool
    acting: bool
    others: bool
    step: int
    item: bool
    items: bool
    meeting: bool
    delegation: bool


def read_follow_up(text: str) -> FollowUp:
    """Read a text; every attribute is false where it leans on nothing."""
    whole = _plain(text)
    words = _without_leads(text)
    plain = _plain(words)
    step = 1 if _fits("next", plain) else -1 if _fits("previous", plain) else 0
    return FollowUp(
        words=words,
        led=plain != whole,
        fragment=bool(plain) and len(plain.split()) <= _SHORT and not _fits("openings", plain),
        source=_fits("source", plain) or _fits("source", whole),
        again=_fits("again", plain) or _fits("again", whole),
        acting=_fits("acting", plain),
        others=_fits("else", plain),
        step=step,
        item=_fits("item", plain),
        items=_refers("items", plain),
        meeting=_refers("meeting_words", plain) or _refers("meeting_pronouns", plain, 2 * _EARLY),
        delegation=_refers("delegation_words", plain, _EARLY)
        or _refers("possessive_words", plain, _EARLY),
    )


def with_meeting_named(words: str) -> str:
    """The words with "it", "there" or "the next one" replaced by "the meeting"."""
    for section in ("next", "previous", "meeting_words", "meeting_pronouns"):
        words = re.sub(_pattern(section), _the_meeting, words, count=1, flags=re.IGNORECASE)
    return words


def with_delegation_named(words: str, name: str, *, neuter: bool = False) -> str:
    """The words with "they", or "it" if `neuter`, replaced by a name; "their" by its possessive."""
    pronouns = "meeting_pronouns" if neuter else "delegation_words"
    named = re.sub(_pattern(pronouns), _said(name), words, count=1, flags=re.IGNORECASE)
    owner = _said(f"{name}'s")
    return re.sub(_pattern("possessive_words"), owner, named, count=1, flags=re.IGNORECASE)


def with_rilon_named(words: str, rilon: str) -> str:
    """The words with "it" replaced by a RILON, "one" by any, "they" by all."""
    words = re.sub(_pattern("delegation_words"), "RILONs", words, count=1, flags=re.IGNORECASE)
    named = re.sub(_pattern("meeting_pronouns"), _said(rilon), words, count=1, flags=re.IGNORECASE)
    return re.sub(r"(?<!which )\bone\b", "a RILON", named, count=1, flags=re.IGNORECASE)


def with_items_named(words: str) -> str:
    """The words with "of those" replaced by "action items"."""
    return re.sub(_pattern("items"), "action items", words, count=1, flags=re.IGNORECASE)


def is_only_a_step(words: str) -> bool:
    """Whether a text says no more than "the next one"."""
    plain = _PREPOSITIONS.sub("", _plain(words))
    for section in ("next", "previous"):
        plain = re.sub(_pattern(section), " ", plain)
    return not words_of(plain)


def subject(words: str) -> str:
    """A fragment without prepositions and stops: "training" of "on training?"."""
    return _PREPOSITIONS.sub("", words.strip()).rstrip("?!. ")


def _said(name: str) -> Callable[[re.Match[str]], str]:
    return lambda _: name  # as a text, its backslashes would be read as groups


def _the_meeting(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip().casefold()
    bare = match[0].casefold() in ("there", "then")
    at = "at " if bare and not before.endswith((" in", " at", " from", " to")) else ""
    return f"{at}the meeting"


def _without_leads(text: str) -> str:
    words = text.strip()
    while True:
        match = re.match(_pattern("leads"), fold(words), re.IGNORECASE)
        if match is None or not match.end():
            return words
        words = words[match.end() :].strip()


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _fits(section: str, plain: str) -> bool:
    return bool(re.search(_pattern(section), plain))


def _refers(section: str, plain: str, within: int | None = None) -> bool:
    """Whether a word of the section stands for something outside of the question."""
    found = re.search(_pattern(section), plain)
    if found is None:
        return False
    before = plain[: found.start()]
    own = re.search(_pattern("clauses"), before)
    return not own and (within is None or len(before.split()) <= within)


@cache
def _pattern(section: str) -> str:
    phrases = load("conversation")[section]
    return "|".join(f"(?:{each})" for each in ([phrases] if isinstance(phrases, str) else phrases))
