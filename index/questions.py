"""What a question asks for: its intent, and the meeting, delegations and places it names."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from corpus.dates import find_dates
from corpus.facts import Acronym, Capacity, Delegation, Meeting, Rilon
from corpus.gazetteer import gazetteer
from corpus.typography import fold
from index.analysis import stop_words
from index.finding import find_meeting
from index.generation import Generation
from index.meeting_names import similar, words_of
from index.named_meetings import NamedMeetings, by_date, meeting_nouns, named_meetings
from index.spelling import respelt
from index.wants import Wants, wants_of
from index.wordlists import load

LONGEST_QUESTION = 2000  # characters, the length of a Discord message


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    GLOSSARY = "glossary"
    RILON = "rilon"
    CHAIRS = "chairs"
    HELD = "held"
    MEETINGS = "meetings"
    ATTENDANCE = "attendance"
    DELEGATION = "delegation"
    ACTIONS = "actions"
    PASSAGES = "passages"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood.

    Attributes:
        text: as it was meant, bounded: misspelt words put right.
        plain: lower case, plain quotes, single spaces: what the phrase lists match.
        meetings: what it says of meetings.
        delegations: those it names, in order, without the places of meetings.
        written: how it writes each of them.
        rilon: the RILON whose place it names, if it speaks of RILONs.
        acronyms: what the acronyms in it stand for.
        capacities: those it asks for, of attendance.
        wants: what an answer must hold.
        about: its words without those that name the meeting; as typed where it names none.
        topic: `about` without the phrases of its intents.
        rest: the words of `topic` that are neither small words nor a delegation's.
    """

    text: str
    plain: str
    intents: tuple[Intent, ...]
    meetings: NamedMeetings
    delegations: tuple[Delegation, ...]
    written: tuple[str, ...]
    speaks_of_rilons: bool
    rilon: Rilon | None
    place: str
    acronyms: tuple[Acronym, ...]
    capacities: frozenset[Capacity]
    wants: Wants
    about: str
    topic: str
    rest: tuple[str, ...]

    def asks_for(self, intent: Intent) -> bool:
        """Whether its words are among those of an intent."""
        return intent in self.intents

    @property
    def is_about_speech(self) -> bool:
        """Whether it asks what a delegation said, and of nothing more."""
        return self.wants.speech and len(self.delegations) == 1

    @property
    def meeting(self) -> Meeting | None:
        """The one meeting it names, or None where it names none or several."""
        found = self.meetings.found
        if len(found) > 1:
            if _fits("latest", self.plain):
                return by_date(found)[-1] if by_date(found) else None
            if _fits("earliest", self.plain):
                return by_date(found)[0] if by_date(found) else None
        return found[0] if len(found) == 1 else None


def understand(generation: Generation, text: str, meeting: str | None = None) -> Question:
    """Take a question apart; `meeting` is one that the asker chose apart from the question.

    Raises:
        NotFoundError, AmbiguousError: `meeting` cannot be told.
    """
    bounded = respelt(generation, text.strip()[:LONGEST_QUESTION])
    plain = " ".join(fold(bounded).lower().split())
    chosen = (
        NamedMeetings((find_meeting(generation, meeting),), named=True)
        if meeting
        else named_meetings(generation, bounded)
    )
    delegations = _delegations(bounded, chosen)
    intents = tuple(intent for intent in Intent if _fits(intent.value, plain))
    about = _about(bounded, chosen)
    topic = _topic(" ".join(fold(about).lower().split()), intents)
    speaks_of_rilons = bool(re.search(r"\brilons?\b|immigration liaison officer network", plain))
    rilon, place = _rilon_place(generation, bounded, plain) if speaks_of_rilons else (None, "")
    acronyms = _acronyms(generation, bounded)
    return Question(
        text=bounded,
        plain=plain,
        intents=intents,
        meetings=chosen,
        delegations=tuple(delegations),
        written=tuple(delegations.values()),
        speaks_of_rilons=speaks_of_rilons,
        rilon=rilon,
        place=place,
        acronyms=acronyms,
        capacities=_capacities(plain),
        wants=wants_of(plain, about, _explained(chosen, delegations, acronyms)),
        about=about,
        topic=topic,
        rest=_rest(topic, chosen, delegations),
    )


def _explained(
    meetings: NamedMeetings, delegations: dict[Delegation, str], acronyms: tuple[Acronym, ...]
) -> frozenset[str]:
    """The words that name meetings and delegations, and those that acronyms stand for."""
    words = set(meetings.words) | meeting_nouns()
    for each, written in delegations.items():
        words.update(words_of(f"{each.name} {written}"))
    for acronym in acronyms:
        words.update(words_of(acronym.meaning))
    return frozenset(words)


@cache
def _patterns(section: str) -> re.Pattern[str] | None:
    phrases = load("intents").get(section)
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases)) if phrases else None


def _fits(section: str, plain: str) -> bool:
    pattern = _patterns(section)
    return bool(pattern and pattern.search(plain))


def _delegations(text: str, meetings: NamedMeetings) -> dict[Delegation, str]:
    """The delegations that a question names, with how it writes them."""
    known = gazetteer()
    mentions = sorted([*known.scan(text), *known.demonym_scan(text)])
    if not mentions and text == text.lower():
        mentions = sorted(known.scan(text.title()))  # "was canada in auckland"
    places = {m.country for m in meetings.found} if "country" in meetings.words else set()
    named: dict[Delegation, str] = {}
    for mention in mentions:
        if mention.delegation.name not in places:
            named.setdefault(mention.delegation, text[mention.start : mention.end])
    return named


def _rilon_place(generation: Generation, text: str, plain: str) -> tuple[Rilon | None, str]:
    """The RILON whose city or country is named; else the place that is, unknown to RILONs."""
    words = words_of(plain)
    for rilon in generation.facts.rilons:
        for place in (rilon.city, rilon.country):
            run = words_of(place) if place else []
            starts = range(len(words) - len(run) + 1)
            if run and any(_alike(words[s : s + len(run)], run) for s in starts):
                return rilon, rilon.place
    cities = gazetteer().cities(text)
    countries = [m for m in gazetteer().scan(text) if m.delegation.kind == "country"]
    if cities:
        return None, cities[0].city
    return None, countries[0].delegation.name if countries else ""


def _alike(words: list[str], run: list[str]) -> bool:
    return all(a == b or similar(a, b) for a, b in zip(words, run, strict=True))


def _acronyms(generation: Generation, text: str) -> tuple[Acronym, ...]:
    """The glossary's entries for the acronyms in a question, in its order."""
    words = re.findall(r"[A-Za-z][\w-]+", fold(text))
    by_form: dict[str, list[Acronym]] = {}
    for each in generation.facts.acronyms:
        by_form.setdefault(each.acronym.casefold(), []).append(each)
    found: list[Acronym] = []
    for word in words:
        key = word.casefold()
        if key not in by_form and word.endswith("s"):
            key = key.removesuffix("s")
        found += by_form.get(key, [])
    return tuple(dict.fromkeys(found))


def _capacities(plain: str) -> frozenset[Capacity]:
    asked = load("intents")["capacities"]
    found = {Capacity(name) for name, pattern in asked.items() if re.search(pattern, plain)}
    return frozenset(found | ({Capacity.ABSENT} if _fits("absent", plain) else set()))


def _about(text: str, meetings: NamedMeetings) -> str:
    """A question without its words for the meeting, which chooses paragraphs by itself."""
    if len(meetings.found) != 1 or not meetings.found[0].reported_by:
        return text
    naming = (
        set(meetings.words)
        | set(load("meeting_words")["events"])
        | set(load("meeting_words")["nouns"])
    )
    kept = [word for word in text.split() if not naming.intersection(words_of(word))]
    about = " ".join(kept)
    for mention in reversed(find_dates(about)):
        about = f"{about[: mention.start]} {about[mention.end :]}"
    return _YEAR.sub(" ", about)


def _topic(plain: str, intents: tuple[Intent, ...]) -> str:
    """What is left without the phrases of intents, and months."""
    for section in (*(intent.value for intent in intents), "absent", "latest", "earliest"):
        pattern = _patterns(section)
        if pattern is not None:
            plain = _without(pattern, plain)
    return _MONTHS.sub(" ", plain)


def _without(pattern: re.Pattern[str], plain: str) -> str:
    """Take out the words that a pattern touches; a pattern over everything explains nothing."""
    for found in reversed(list(pattern.finditer(plain))):
        start, end = found.span()
        if (start, end) != (0, len(plain)):
            ending = _WORD_END.match(plain, end)
            plain = f"{plain[:start]} {plain[ending.end() if ending else end :]}"
    return plain


def _rest(
    topic: str, meetings: NamedMeetings, delegations: dict[Delegation, str]
) -> tuple[str, ...]:
    explained = (
        set(load("question_words")["plain"])
        | set(load("meeting_words")["events"])
        | set(load("meeting_words")["nouns"])
    )
    explained |= stop_words() | meetings.words
    explained |= {word for each in meetings.found for word in words_of(each.title)}
    explained |= {
        w for each, written in delegations.items() for w in words_of(f"{each.name} {written}")
    }
    return tuple(word for word in words_of(topic) if word not in explained and word.isalpha())


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD_END = re.compile(r"\w*")
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
