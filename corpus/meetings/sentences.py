"""What one sentence says of meetings: which, when, where, and whether they took place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.dates import DateMention
from corpus.dates.ordinals import ordinal_of, ordinal_pattern
from corpus.facts import DateRange
from corpus.meetings.dating import dates_of, leads
from corpus.meetings.phrases import MeetingPhrase, meeting_phrases
from corpus.meetings.placing import place_of
from corpus.meetings.scenes import Scene
from corpus.meetings.verbs import held_in, holds, meeting_verb
from corpus.meetings.words import Part, words_of
from corpus.sentences import Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """A meeting as one sentence presents it; `told` where the sentence says that it took place."""

    phrase: MeetingPhrase
    sentence: Span
    dates: DateRange | None = None
    city: str | None = None
    country: str | None = None
    told: bool = False


def sightings(scene: Scene, sentence: Span) -> list[Sighting]:
    """The meetings that a sentence names, in the order of their phrases.

    Where it names none but tells of persons who met, their verb stands for the name.
    """
    phrases = phrases_in(scene, sentence)
    found = _sighted(scene, sentence, phrases)
    verb = None if any(each.told for each in found) else meeting_verb(scene.folded, *sentence)
    return [*found, *_sighted(scene, sentence, [_unnamed(*verb)])] if verb else found


def phrases_in(scene: Scene, sentence: Span) -> list[MeetingPhrase]:
    """The phrases of a sentence that may name meetings, in order."""
    words = words_of(
        scene.folded,
        *sentence,
        dates=[(each.start, each.end) for each in scene.dates],
        places=[
            *((each.start, each.end) for each in scene.cities),
            *((each.start, each.end) for each in scene.countries),
        ],
        acronyms=scene.acronyms,
    )
    return meeting_phrases(scene.folded, words, scene.acronyms)


def _unnamed(start: int, end: int) -> MeetingPhrase:
    return MeetingPhrase(start, end, "meeting", Part.OTHER, "", None, named=False, indefinite=True)


def _sighted(scene: Scene, sentence: Span, phrases: Sequence[MeetingPhrase]) -> list[Sighting]:
    dated = dates_of(scene.folded, sentence, phrases, scene.dates)
    found = []
    for at, phrase in enumerate(phrases):
        named = _with_ordinal(scene.folded, phrase, sentence)
        dates = dated.get(at, [])
        events = (each.start for each in phrases[at + 1 :] if each.head is not Part.BODY)
        clause = Span(sentence.start, next(events, sentence.end))
        told = _is_told(scene.folded, clause, phrase, dates[0] if dates else None)
        for count in range(1, max(1, len(dates)) + 1):
            place = place_of(scene, sentence, phrases, at, dates[:count])
            days = dates[count - 1].dates if dates else None
            found.append(Sighting(named, sentence, days, place.city, place.country, told))
    return found


def _is_told(folded: str, clause: Span, phrase: MeetingPhrase, date: DateMention | None) -> bool:
    if phrase.head is Part.OTHER or held_in(folded, phrase.end, clause.end):
        return True
    if date and date.end <= phrase.start and leads(folded, clause, date):
        return folded[date.end : date.end + 1] != ":"  # an entry of a list
    return holds(folded[clause.start : phrase.start])


def _with_ordinal(folded: str, phrase: MeetingPhrase, sentence: Span) -> MeetingPhrase:
    """Take the ordinal from "met for the 11th time"."""
    if phrase.ordinal is not None:
        return phrase
    match = _for_the_time().match(folded, phrase.end, sentence.end)
    return replace(phrase, ordinal=ordinal_of(match["ordinal"])) if match else phrase


@cache
def _for_the_time() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;]{{0,80}}?\bfor (?:the|its|a) (?P<ordinal>{ordinal_pattern()}) (?:\w+ )?time\b",
        re.IGNORECASE,
    )
