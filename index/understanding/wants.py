"""What an answer must hold: the kind of words, the thing, the names and numbers asked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.dates import find_dates
from index.analysis import stop_words, word_terms
from index.understanding.kinds import kinds_wanted
from index.wordlists import load

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LONGEST_FOCUS = 5  # words between "which" and its verb
_NUMBER = re.compile(r"(?<![\w.-])\d[\d.,]*\b")
_TITLE_CASE = 0.6  # share of capitalised words from which capitals tell no names


@dataclass(frozen=True, slots=True)
class Wants:
    """What a question wants to be told.

    Attributes:
        kinds: of words; see `kinds` in `index/data/wants.toml`.
        focus: the terms of the thing asked for: one must be spoken of. "Which hotel …": hotel.
        deed: the terms of what must be told in any case: that somebody chaired, that a meeting
            is still to come.
        named: the terms of what is asked for by its kind, a company: the word itself must be said.
        coming: the terms that name a meeting to come, which one sentence must hold and say to
            be to come; None where none is asked for.
        counted: the terms of what is to be counted: one must stand beside a number.
        delegation: whether a state or organisation is asked for.
        person: whether the holder of a role is: "Who is the director of …".
        names: terms of names that are no delegation's and no meeting's; all must be spoken of.
        numbers: numbers that are no date's; all must be spoken of.
        speech: whether it asks what somebody said.
        confirms: whether "yes" or "no" would answer it.
        asks: whether it is put as a question; key words are not.
    """

    kinds: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    deed: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    coming: frozenset[str] | None = None
    delegation: bool = False
    person: bool = False
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    speech: bool = False
    confirms: bool = False
    asks: bool = True


def wants_of(plain: str, about: str, explained: frozenset[str]) -> Wants:
    """Read what a question wants.

    Args:
        plain: the question in lower case with plain quotes and single spaces.
        about: its words without those that name the meeting, in their own case.
        explained: words in lower case that name delegations, meetings and acronyms.
    """
    phrase, by_auxiliary = _which(plain)
    counted = _how_many(plain)
    role = _phrase("roles", plain)
    thing = _phrase("things", plain)
    lists = load("wants")["focus"]
    asks_delegation = any(word in lists["delegations"] for word in phrase)
    told = _open_terms() | _terms(explained)
    head = phrase[-1:] if by_auxiliary else phrase[:1]  # "which boats are", "which boats sank"
    deed = phrase[1:][-1:] if not by_auxiliary else []  # "which states ratified"
    if re.search(load("wants")["focus"]["chairing"], plain):
        deed = ["chair"]
    coming, body = _coming(plain)
    own = role or thing[-1:] or ([] if asks_delegation else head)
    return Wants(
        kinds=kinds_wanted(plain),
        focus=_terms(own) - told,
        deed=_terms(deed) - told,
        named=_terms([word for word in head if word in lists["named"]]),
        coming=_terms([word for word in body if word not in _general()]) if coming else None,
        counted=_terms(counted),
        delegation=asks_delegation,
        person=bool(role) or bool(re.search(load("wants")["focus"]["persons"], plain)),
        names=_names(about, explained),
        numbers=_numbers(about),
        speech=bool(re.search(load("wants")["speech"]["asked"], plain)),
        confirms=plain.split(" ")[0] in lists["auxiliaries"],
        asks=bool(re.search(load("wants")["focus"]["asking"], plain)),
    )


def _coming(plain: str) -> tuple[str, list[str]]:
    """The word by which a question speaks of a meeting to come, and those for the meeting."""
    words = load("meeting_words")
    coming, nouns = "|".join(words["coming"]), "|".join(words["events"])
    acronyms = "|".join(words["acronyms"])
    meeting = rf"(?:[\w'-]+ ){{0,5}}(?:{nouns}|{acronyms})"
    of = r"(?: of (?:the )?((?:[\w'-]+ ?){1,5}))?"
    found = re.search(rf"\b({coming}) ({meeting})\b{of}", plain)
    return (found[1], f"{found[2]} {found[3] or ''}".split()) if found else ("", [])


@cache
def _general() -> frozenset[str]:
    """Words that tell no meeting from another."""
    general = {kind.removesuffix("s") for kind in load("meeting_words")["any_kind"]}
    return stop_words() | general | {"one", "held"}


def _which(plain: str) -> tuple[list[str], bool]:
    """The words after "which" or "what" up to the verb, and whether an auxiliary ends them."""
    words = _WORD.findall(plain)
    lists = load("wants")["focus"]
    for place, word in enumerate(words):
        if word not in ("which", "what"):
            continue
        phrase: list[str] = []
        for following in words[place + 1 : place + 2 + _LONGEST_FOCUS]:
            if following in lists["auxiliaries"]:
                return phrase, True
            if following in lists["ends"]:
                return phrase, False
            phrase.append(following)
        return phrase, False
    return [], False


def _how_many(plain: str) -> list[str]:
    found = re.search(r"\bhow many ((?:[^\W\d_][\w'-]* ?){1,4})", plain)
    if not found:
        return []
    lists = load("wants")["focus"]
    words = _WORD.findall(found[1])
    stops = {*lists["auxiliaries"], *lists["ends"]}
    end = next((place for place, word in enumerate(words) if word in stops), len(words))
    return [word for word in words[: min(end, 3)] if word not in lists["open"]]


def _phrase(kind: str, plain: str) -> list[str]:
    """The words of "who is the …" ("roles") or "what is the … of" ("things"), if it is short."""
    found = re.search(load("wants")["focus"][kind], plain)
    words = _WORD.findall(found["phrase"]) if found else []
    known = stop_words() | set(load("question_words")["plain"])
    return words if words and not known.issuperset(words) and len(words) <= _LONGEST_FOCUS else []


def _names(about: str, explained: frozenset[str]) -> frozenset[str]:
    words = _WORD.findall(about)
    capitals = [word for word in words if word[0].isupper()]
    if words and len(capitals) > _TITLE_CASE * len(words) and len(words) > 2:
        return frozenset()
    own = [
        word
        for place, word in enumerate(words)
        if (word[0].isupper() and place > 0) or (word.isupper() and len(word) > 1)
    ]
    skipped = explained | stop_words() | _dated(about)
    return _terms([word for word in own if word.lower().removesuffix("'s") not in skipped])


def _dated(about: str) -> set[str]:
    dates = [about[each.start : each.end] for each in find_dates(about)]
    return {word.lower() for date in dates for word in _WORD.findall(date)}


def _numbers(about: str) -> frozenset[str]:
    for mention in reversed(find_dates(about)):
        about = f"{about[: mention.start]} {about[mention.end :]}"
    found = (number.rstrip(".,") for number in _NUMBER.findall(about))
    return frozenset(each for each in found if not re.fullmatch(r"(?:19|20)\d\d", each))


@cache
def _open_terms() -> frozenset[str]:
    """The terms of words that ask for whatever the passage says, in whatever form."""
    lists = load("wants")["focus"]
    light = (word for group in load("light_words").values() for word in group)
    return _terms((*light, *lists["open"], *lists["delegations"]))


def _terms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(term for word in words for term in word_terms(word))


@cache
def speech_terms() -> frozenset[str]:
    """The terms of verbs and nouns of saying."""
    return _terms([*load("wants")["speech"]["verbs"]])
