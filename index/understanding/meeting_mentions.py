"""What a question says that could tell a meeting, and what each meeting may be called in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from corpus.bodies import is_kind, long_names
from corpus.dates import find_dates, ordinal_of
from corpus.facts import DateRange, DelegationKind, Meeting
from corpus.gazetteer import gazetteer
from index.analysis import stop_words, with_capitals
from index.generation import Generation
from index.meeting_names import initials, words_of
from index.understanding.name_words import (
    Shorts,
    kind_terms,
    meeting_nouns,
    own_terms,
    places_of,
    term_of,
)
from index.wordlists import load

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORTEST = 2  # letters of initials that may stand for a name
_HALF = 0.5  # share of a body's own words that must be said for it to be meant
_WINDOW = 6  # words around an ordinal in which the meeting that it counts is named
_TITLE_WORDS = 2  # words of a one-off meeting's title that must be said for it to be meant


@dataclass(frozen=True, slots=True)
class _Called:
    """What meetings that are called alike may be called by, in terms.

    Attributes:
        country: where they are held.
        city: the words of its city.
        initials: of a city of several words, also in lower case where that is no word.
        bodies: the own terms of each of its body's names.
        title: the own terms of its title, where its body is no more than a kind of meeting.
        kinds: the terms of its names that say what kind of meeting it is: "ministerial".
        noun: the last word of its body: "workshop".
    """

    country: str | None
    city: tuple[str, ...]
    initials: tuple[str, ...]
    bodies: tuple[frozenset[str], ...]
    title: frozenset[str]
    kinds: frozenset[str]
    noun: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a question, or a part of it, says that could tell a meeting."""

    text: str
    tokens: tuple[str, ...]
    terms: tuple[str, ...]  # of each token
    dates: tuple[DateRange, ...]
    ordinals: frozenset[int]
    countries: frozenset[str]
    bodies: frozenset[int]  # places of the tokens that are a body's short form
    noun: bool  # whether the question speaks of a meeting at all
    words: frozenset[str]  # tokens and terms


class Match(NamedTuple):
    """Meetings that are called alike, and the words by which a question names place and body.

    `is_whole` tells whether it says all of one of the body's names, `kinds` how many of its words
    say what kind of meeting these are. Each meeting has its place in the generation's facts;
    `reported` are those that a document reports.
    """

    meetings: Sequence[tuple[int, Meeting]]
    reported: Sequence[tuple[int, Meeting]]
    place: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    is_whole: bool = False
    kinds: int = 0

    def only(self, wanted: Callable[[Meeting], object]) -> "Match":
        """The same of some of the meetings."""
        return self._replace(meetings=[each for each in self.meetings if wanted(each[1])])


class _Alike(NamedTuple):
    """Meetings that are called alike.

    `unnamed` is what a question that says none of `signs` matches of them.
    """

    called: _Called
    signs: frozenset[str]
    unnamed: Match


def meetings_of(matches: Iterable[Match]) -> tuple[Meeting, ...]:
    """The matched meetings, in the order of the generation's facts."""
    placed = sorted(chain.from_iterable(match.meetings for match in matches), key=itemgetter(0))
    return tuple(meeting for _, meeting in placed)


@lru_cache(maxsize=1 << 10)
def say(question: str, noun: bool, shorts: Shorts) -> Said:
    """Take a question, or a part of one, apart; `noun` is what the whole speaks of."""
    tokens = tuple(words_of(question))
    bodies = places_of(shorts, tokens)
    dates = tuple(each.dates for each in find_dates(question))
    if not dates:
        dates = tuple(d.dates for y in YEAR.findall(question) for d in find_dates(f"in {y}"))
    terms = tuple(term_of(token) for token in tokens)
    return Said(
        text=question,
        tokens=tokens,
        terms=terms,
        dates=dates,
        ordinals=_ordinals(tokens, bodies),
        countries=_countries(question),
        bodies=bodies,
        noun=noun,
        words=frozenset((*tokens, *terms)),
    )


def speaks_of_meetings(question: str, shorts: Shorts) -> bool:
    """Whether a question speaks of some meeting or of attending one."""
    events = {*load("meeting_words")["events"], *load("meeting_words")["attending"]}
    tokens = words_of(question)
    return not events.isdisjoint(tokens) or bool(places_of(shorts, tokens))


def _ordinals(tokens: Sequence[str], bodies: frozenset[int]) -> frozenset[int]:
    nouns = meeting_nouns() | {"time"}
    ordinals = set()
    for place, token in enumerate(tokens):
        number = ordinal_of(token)
        near = range(place + 1, min(place + 1 + _WINDOW, len(tokens)))
        counts = token.isdecimal() and not YEAR.fullmatch(token)
        if counts and place - 1 in bodies:
            ordinals.add(int(token))  # "TEWG 5"
        elif number is not None and any(tokens[each] in nouns or each in bodies for each in near):
            ordinals.add(number)
    return frozenset(ordinals)


def _countries(question: str) -> frozenset[str]:
    """The countries in which, by the question's words, something was held.

    "The Samoa meeting" was in Samoa, "Samoa meetings attended" are anywhere.
    """
    events = {*load("meeting_words")["events"]} - {*load("meeting_words")["plurals"]}
    found = set()
    for mention in gazetteer().scan(with_capitals(question)):
        before = words_of(question[: mention.start])[-1:]
        after = words_of(question[mention.end :])[:1]
        if mention.delegation.kind is DelegationKind.COUNTRY and (
            before in (["in"], ["at"]) or (after and after[0] in events)
        ):
            found.add(mention.delegation.name)
    return frozenset(found)


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def called_alike(generation: Generation) -> Sequence[_Alike]:
    """The meetings that are called alike, in the order of the generation's facts."""
    acronyms = [(each.acronym, own_terms(each.meaning)) for each in generation.facts.acronyms]
    alike: defaultdict[_Called, list[tuple[int, Meeting]]] = defaultdict(list)
    for place, meeting in enumerate(generation.facts.meetings):
        alike[_names(generation, meeting, acronyms)].append((place, meeting))
    return [
        _Alike(called, _signs(called), Match(every, [m for m in every if m[1].reported_by]))
        for called, every in alike.items()
    ]


def _signs(called: _Called) -> frozenset[str]:
    """All words and terms of which a question must say one to mean it, beside its country."""
    shorts = (short.lower() for short in called.initials)
    title = (called.noun,) if called.title else ()
    return frozenset((*called.city, *shorts, *title)).union(called.kinds, *called.bodies)


def _names(
    generation: Generation, meeting: Meeting, acronyms: Sequence[tuple[str, frozenset[str]]]
) -> _Called:
    city = tuple(words_of((meeting.city or "").split(",")[0]))  # "Washington, D.C."
    bodies = [meeting.body, *long_names(meeting.body)] if meeting.body else []
    own = [own_terms(name) for name in bodies]
    full = set(own) - {frozenset()}
    own += [frozenset(map(term_of, words_of(short))) for short, long in acronyms if long in full]
    short = initials(re.split(r"\b(?:of|on|for)\b", meeting.body)[0])
    own += [frozenset({short})] if " " in meeting.body and not _is_word(generation, short) else []
    return _Called(
        country=meeting.country,
        city=city,
        initials=_initials(generation, meeting.city or "") if len(city) > 1 else (),
        bodies=tuple(each for each in own if each),
        title=own_terms(meeting.title) if is_kind(meeting.body) else frozenset(),
        kinds=frozenset(chain.from_iterable(map(kind_terms, (meeting.title, *bodies)))),
        noun=meeting.body.split(" ")[-1],
    )


def _initials(generation: Generation, city: str) -> tuple[str, ...]:
    """ "KL", and "kl" where neither English nor the corpus has such a word."""
    short = initials(city)
    return (short.upper(),) if _is_word(generation, short) else (short.upper(), short)


def _is_word(generation: Generation, short: str) -> bool:
    """Whether initials are a word of English or of the corpus, or no more than a letter."""
    return len(short) < _SHORTEST or short in generation.words or short in stop_words()


def matches_of(generation: Generation, said: Said) -> list[Match]:
    """Every meeting, matched; what is called alike, and what others share, is matched once."""
    places: dict[tuple[str, ...], tuple[str, ...]] = {}
    bodies: dict[tuple[frozenset[str], ...], tuple[tuple[str, ...], bool]] = {}
    matches: list[Match] = []
    terms = frozenset(said.terms)
    for called, signs, unnamed in called_alike(generation):
        if signs.isdisjoint(said.words) and called.country not in said.countries:
            matches.append(unnamed)
            continue
        if called.city not in places:
            places[called.city] = _city_words(said, called)
        if called.bodies not in bodies:
            bodies[called.bodies] = _body_words(said, called)
        place = places[called.city] or _country_words(said, called)
        title = _title_words(said, called)
        body, is_whole = (title, True) if title else bodies[called.bodies]
        if not body and (place or said.dates):  # "the workshop in Perth"
            body = _kind_words(said, called)
        kinds = len(called.kinds & terms)
        matches.append(Match(unnamed.meetings, unnamed.reported, place, body, is_whole, kinds))
    return matches


def _city_words(said: Said, called: _Called) -> tuple[str, ...]:
    """The words by which the question names the meeting's city; none if it does not."""
    city, after = called.city, load("meeting_words")["not_a_place_before"]
    said_all = city and said.words.issuperset(city)
    for start in range(len(said.tokens) - len(city) + 1 if said_all else 0):
        run = said.tokens[start : start + len(city)]
        following = said.tokens[start + len(city) : start + len(city) + 1]
        if run == city and not set(after).intersection(following):
            return run
    for short in called.initials:
        if short in said.text and re.search(rf"\b{short}\b", said.text):
            return (short.lower(),)
    return ()


def _country_words(said: Said, called: _Called) -> tuple[str, ...]:
    country = called.country
    return tuple(words_of(country)) if country and country in said.countries else ()


def _body_words(said: Said, called: _Called) -> tuple[tuple[str, ...], bool]:
    """The words by which the question names the meeting's body, and whether it says all of them.

    None where it does not name it.
    """
    best: tuple[tuple[str, ...], bool] = ((), False)
    for own in called.bodies:
        if own.isdisjoint(said.words):
            continue
        hits = _hits(said, own)
        told = len({said.terms[hit] for hit in hits})
        if told < max(1, round(_HALF * len(own))) or not _together(said, hits):
            continue
        found = tuple(said.tokens[hit] for hit in hits), told == len(own)
        best = max(best, found, key=lambda each: (each[1], len(each[0])))
    return best


def _kind_words(said: Said, called: _Called) -> tuple[str, ...]:
    """The word for the kind of meeting that a one-off meeting is, if the question says it."""
    return (called.noun,) if called.title and called.noun in said.tokens else ()


def _title_words(said: Said, called: _Called) -> tuple[str, ...]:
    """The words by which the question names a one-off meeting by its subject."""
    if not called.title or called.noun not in said.tokens:
        return ()
    hits = _hits(said, called.title)
    if len({said.terms[hit] for hit in hits}) < min(_TITLE_WORDS, len(called.title)):
        return ()
    return (called.noun, *(said.tokens[hit] for hit in hits))


def _hits(said: Said, own: frozenset[str]) -> list[int]:
    return [place for place, term in enumerate(said.terms) if term in own]


def _together(said: Said, hits: Sequence[int]) -> bool:
    """Whether the hits stand near one another and near a word for a meeting, or are acronyms."""
    if not said.bodies.isdisjoint(hits):
        return True
    first, last = hits[0], hits[-1]
    near = said.tokens[max(0, first - 4) : last + 5]
    return last - first <= _WINDOW and any(word in meeting_nouns() for word in near)
