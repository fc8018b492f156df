"""A question, understood: what it asks for, and the meeting, delegations and places it names."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.bodies import long_names
from corpus.dates import find_dates
from corpus.facts import Acronym, Capacity, Delegation, Meeting, Rilon
from corpus.typography import fold
from index.analysis import stop_words
from index.finding import find_meeting
from index.generation import Generation
from index.meeting_names import words_of
from index.remembering import remembered
from index.understanding.entities import (
    acronyms_in,
    delegations_in,
    long_forms_in,
    rilon_in,
    speaks_of_rilons,
)
from index.understanding.intents import (
    Intent,
    capacities_of,
    fits,
    intents_of,
    occasion_in,
    superlative_of,
    topic_of,
)
from index.understanding.kinds import without_dates
from index.understanding.meeting_mentions import YEAR
from index.understanding.name_words import meeting_nouns
from index.understanding.named_meetings import NamedMeetings, by_date, days_of, named_meetings
from index.understanding.neighbours import neighbour_in
from index.understanding.periods import Period, period_in
from index.understanding.spelling import respelt
from index.understanding.wants import Wants, wants_of
from index.wordlists import load

LONGEST_QUESTION = 2000  # characters, the length of a Discord message
_REMEMBERED = 64  # questions: a conversation asks what its last one meant again


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood.

    Attributes:
        text: as it was meant, bounded: misspelt words put right.
        plain: lower case, plain quotes, single spaces: what the phrase lists match.
        meetings: what it says of meetings.
        delegations: those it names, in order, without the places of meetings.
        written: how it writes each of them.
        speaks_of_rilons: whether it does.
        rilon: the RILON whose place it names, if it speaks of RILONs.
        place: the place that it names if it speaks of RILONs, or "".
        acronyms: what the acronyms in it stand for.
        capacities: those it asks for, of attendance.
        wants: what an answer must hold.
        about: its words without those that name the meeting; as typed where it names none.
        topic: `about` without the phrases of its intents.
        rest: the words of `topic` that are neither small words nor a delegation's.
        occasion: "first" or "last" where it asks when somebody attended first or last, else ""; its
            words are in none of the above.
        period: the time to which it bounds a list; its words are in none of the above.
        day: of asking, where it matters what is overdue or to come by then; or None.
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
    occasion: str = ""
    period: Period | None = None
    day: date | None = None

    def asks_for(self, intent: Intent) -> bool:
        """Whether its words are among those of an intent."""
        return intent in self.intents

    @property
    def is_about_speech(self) -> bool:
        """Whether it asks what one delegation said."""
        return self.wants.speech and len(self.delegations) == 1

    @property
    def meeting(self) -> Meeting | None:
        """The one meeting it names, or None where it names none or several."""
        found = self.meetings.found
        if len(found) > 1 and not self.meetings.several:
            dated = by_date(found)
            if dated and fits("latest", self.plain):
                return dated[-1]
            if dated and fits("earliest", self.plain):
                return dated[0]
        return found[0] if len(found) == 1 else None


def understand(generation: Generation, text: str, meeting: str | None = None) -> Question:
    """Take a question apart; `meeting` is one that the asker chose apart from the question.

    Raises:
        NotFoundError, AmbiguousError: `meeting` cannot be told.
    """
    return _understand(generation, text.strip()[:LONGEST_QUESTION], meeting)


@remembered(_REMEMBERED)
def _understand(generation: Generation, text: str, meeting: str | None) -> Question:
    meant = respelt(generation, text)
    intents = intents_of(_plain(meant))
    occasion, meant = occasion_in(meant) if Intent.ATTENDANCE in intents else ("", meant)
    period, meant = _bounded(generation, meant, intents)
    plain = _plain(meant)
    chosen = (
        NamedMeetings((find_meeting(generation, meeting),), named=True)
        if meeting
        else neighbour_in(generation, meant) or named_meetings(generation, meant)
    )
    names = " ".join(f"{each.body} {each.title}" for each in chosen.found)
    delegations = delegations_in(meant, chosen.places, names)
    about = _about(meant, chosen)
    topic = topic_of(_plain(about), intents)
    of_rilons = speaks_of_rilons(generation, meant)
    rilon, place = rilon_in(generation, meant) if of_rilons else (None, "")
    naming = _naming_words(chosen, delegations)
    return Question(
        text=meant,
        plain=plain,
        intents=tuple(each for each in intents if of_rilons or each is not Intent.RILON),
        meetings=chosen,
        delegations=tuple(delegations),
        written=tuple(delegations.values()),
        speaks_of_rilons=of_rilons,
        rilon=rilon,
        place=place,
        acronyms=acronyms_in(generation, meant),
        capacities=capacities_of(plain),
        wants=wants_of(plain, about, naming | long_forms_in(generation, meant)),
        about=about,
        topic=topic,
        rest=_rest(topic, naming | _rilon_words() if of_rilons else naming),
        occasion=occasion,
        period=period,
    )


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _bounded(
    generation: Generation, text: str, intents: tuple[Intent, ...]
) -> tuple[Period | None, str]:
    """The period that a question after a list names, and the question without it.

    Only of meetings a list may end at a meeting: "agreed after Auckland" means at Auckland.
    """
    if neighbour_in(generation, text):
        return None, text
    ranks = bool(superlative_of(_plain(text))[0])
    if not ranks and not {Intent.MEETINGS, Intent.ACTIONS, Intent.ATTENDANCE}.intersection(intents):
        return None, text

    lists = ranks or Intent.MEETINGS in intents
    return period_in(text, lambda name: days_of(generation, name) if lists else None)


def _naming_words(meetings: NamedMeetings, delegations: dict[Delegation, str]) -> frozenset[str]:
    """The words that name meetings and delegations, in lower case."""
    words = set(meetings.words) | meeting_nouns()
    words.update(word for each in meetings.found for word in words_of(each.title))
    words.update(w for each in meetings.found for w in words_of(f"{each.body} {each.city}"))
    for each, written in delegations.items():
        words.update(words_of(f"{each.name} {written}"))
    return frozenset(words)


@cache
def _rilon_words() -> frozenset[str]:
    return frozenset(words_of(f"RILONs networks officers {' '.join(long_names('RILON'))}"))


def _about(text: str, meetings: NamedMeetings) -> str:
    """A question without its words for the meeting, which chooses paragraphs by itself."""
    if not meetings.found:
        return text
    naming = meetings.words | meeting_nouns()
    kept = [word for word in text.split() if not naming.intersection(words_of(word))]
    about = " ".join(kept)
    return YEAR.sub(" ", without_dates(about)) if find_dates(text) or meetings.dates else about


def _rest(topic: str, explained: frozenset[str]) -> tuple[str, ...]:
    known = explained | stop_words() | set(load("question_words")["plain"])
    return tuple(word for word in words_of(topic) if word not in known and word.isalpha())
