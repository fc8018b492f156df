"""Which meetings a question names, inside its running words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.bodies import long_names
from corpus.dates import find_dates, ordinal_of
from corpus.facts import DateRange, Meeting
from corpus.gazetteer import gazetteer
from index.generation import Generation
from index.meeting_names import FILLERS, initials, overlap, similar, words_of
from index.wordlists import load

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HALF = 0.5  # share of a body's own words that must be said for it to be meant
_WINDOW = 6  # words around an ordinal in which the meeting that it counts is named


@dataclass(frozen=True, slots=True)
class NamedMeetings:
    """The meetings that fit what a question says of one.

    Attributes:
        found: all that fit, the reported ones alone where there are any.
        named: whether the question names a meeting at all; with nothing found, an unknown one.
        words: the words of the question by which it does.
        dates: the dates that it states.
    """

    found: tuple[Meeting, ...] = ()
    named: bool = False
    words: frozenset[str] = frozenset()
    dates: tuple[DateRange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a question says that could tell a meeting."""

    tokens: tuple[str, ...]
    text: str
    dates: tuple[DateRange, ...]
    ordinals: frozenset[int]
    noun: bool  # whether it speaks of a meeting at all


def named_meetings(generation: Generation, question: str) -> NamedMeetings:
    """Find the meetings whose place, body, ordinal or date a question states."""
    said = _say(question)
    by_place = {m: _place_words(said, m) for m in generation.facts.meetings}
    by_body = {m: _body_words(said, m) for m in generation.facts.meetings}
    placed = any(by_place.values())
    unknown_city = said.noun and not placed and _unknown_city(generation, question)
    bodied = any(by_body.values())
    only = sum(bool(by_body[m]) and m.reported_by is not None for m in by_body) == 1
    named = placed or bool(unknown_city) or (bodied and (said.noun or only))
    named = named or (bool(said.ordinals) and (said.noun or bodied))
    if not named or unknown_city:
        return NamedMeetings(named=named, dates=said.dates)
    fitting = [
        m
        for m in generation.facts.meetings
        if (by_place[m] or not placed)
        and (by_body[m] or not bodied or (placed and not _body_told(by_body, by_place)))
        and (not said.ordinals or m.ordinal in said.ordinals)
        and all(overlap(wanted, m.dates) for wanted in said.dates)
    ]
    most = max((len(by_body[m]) for m in fitting), default=0)
    fitting = [m for m in fitting if len(by_body[m]) == most]  # "AHG SOM" is no mere "SOM"
    words = frozenset(w for m in fitting for w in (*by_place[m], *by_body[m]))
    reported = tuple(m for m in fitting if m.reported_by)
    return NamedMeetings(reported or tuple(fitting), True, words, said.dates)


def _say(question: str) -> _Said:
    tokens = tuple(words_of(question))
    nouns, events = meeting_nouns(), load("meeting_words")["events"]
    dates = tuple(each.dates for each in find_dates(question))
    if not dates:
        dates = tuple(d.dates for y in _YEAR.findall(question) for d in find_dates(f"in {y}"))
    ordinals = set()
    for place, token in enumerate(tokens):
        number = ordinal_of(token)
        near = tokens[place + 1 : place + 1 + _WINDOW]
        if number is None and token.isdecimal() and place and _is_body_word(tokens[place - 1]):
            number, near = int(token), ("meeting",)  # "TEWG 5"
        if number is not None and any(word in nouns or _is_body_word(word) for word in near):
            ordinals.add(number)
    noun = any(token in events or _is_body_word(token) for token in tokens)
    return _Said(tokens, question, dates, frozenset(ordinals), noun)


def _is_body_word(token: str) -> bool:
    return token in _body_acronyms()


@lru_cache(maxsize=1)
def meeting_nouns() -> frozenset[str]:
    """Words for meetings and for the bodies that meet, lower case."""
    words = load("meeting_words")
    return frozenset((*words["events"], *words["nouns"]))


@lru_cache(maxsize=1)
def _body_acronyms() -> frozenset[str]:
    return frozenset(load("meeting_words")["acronyms"])


def _place_words(said: _Said, meeting: Meeting) -> tuple[str, ...]:
    """The words by which the question names the meeting's city; none where it does not."""
    if not meeting.city:
        return ()
    city = words_of(meeting.city)
    after = set(load("meeting_words")["not_a_place_before"])
    for start in range(len(said.tokens) - len(city) + 1):
        run = said.tokens[start : start + len(city)]
        following = said.tokens[start + len(city) : start + len(city) + 1]
        if _same(run, city) and not after.intersection(following):
            return run
    short = initials(meeting.city)
    if len(city) > 1 and re.search(rf"\b{re.escape(short.upper())}\b", said.text):
        return (short,)
    return ()


def _same(run: Sequence[str], city: Sequence[str]) -> bool:
    return all(a == b or similar(a, b) for a, b in zip(run, city, strict=True))


def _body_words(said: _Said, meeting: Meeting) -> tuple[str, ...]:
    """The words by which the question names the meeting's body; none where it does not."""
    if not meeting.body:
        return ()
    best: tuple[str, ...] = ()
    for name in (meeting.body, *long_names(meeting.body)):
        own = _own_words(name)
        hits = tuple(t for t in said.tokens if any(t == w or similar(t, w) for w in own))
        whole = len(set(hits)) >= max(1, round(_HALF * len(own))) if own else False
        if whole and _together(said, hits) and len(hits) > len(best):
            best = hits
    return best


@lru_cache(maxsize=5000)
def _own_words(name: str) -> tuple[str, ...]:
    """The words of a body's name that tell it from others: no "meeting", no "group"."""
    common = meeting_nouns() | FILLERS
    return tuple(word for word in words_of(name) if word not in common)


def _together(said: _Said, hits: Sequence[str]) -> bool:
    """Whether the hits stand near one another and near a word for a meeting, or are acronyms."""
    if any(_is_body_word(hit) for hit in hits):
        return True
    places = [place for place, token in enumerate(said.tokens) if token in hits]
    first, last = places[0], places[-1]
    near = said.tokens[max(0, first - 1) : last + 3]
    return last - first <= _WINDOW and any(word in meeting_nouns() for word in near)


def _body_told(
    by_body: dict[Meeting, tuple[str, ...]], by_place: dict[Meeting, tuple[str, ...]]
) -> bool:
    """Whether some meeting fits both place and body, so that the body must fit as well."""
    return any(by_body[meeting] and by_place[meeting] for meeting in by_body)


def _unknown_city(generation: Generation, question: str) -> str:
    """A city that the question names and where no known meeting was held, or ""."""
    known = {m.city for m in generation.facts.meetings} | {
        m.country for m in generation.facts.meetings
    }
    for mention in gazetteer().cities(question):
        if mention.city not in known:
            return mention.city
    return ""


def by_date(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Dated meetings, oldest first."""
    dated = [meeting for meeting in meetings if meeting.dates]
    return sorted(dated, key=lambda meeting: meeting.dates.start if meeting.dates else None)  # type: ignore[arg-type,return-value]
