"""Where a sentence says that a meeting was."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.bodies import is_process
from corpus.dates import DateMention
from corpus.gazetteer import gazetteer
from corpus.meetings.phrases import MeetingPhrase
from corpus.meetings.scenes import Scene
from corpus.meetings.verbs import MAX_GAP, reports
from corpus.meetings.words import Part
from corpus.sentences import Span

_IN = r"\b(?:in|at|near)\s(?:the )?(?:cit(?:y|ies) of |capital of )?$"
_BEFORE_NAME = re.compile(_IN, re.IGNORECASE)
_AFTER_NAME = re.compile(rf"{_IN}|[-,(:]\s{{0,2}}$", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"\b(?:in|at) (?P<city>[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){0,2}),?"
    r"(?: (?:on|from|between|during))?(?: the)? $"
)
# "met in Perth, Australia, | for the 13th Meeting"
_TO_OCCASION = re.compile(
    r"(?:,\s+[^\W\d_a-z][\w'. -]{1,40})?,?\s+(?:for|on the occasion of)\s+"
    r"(?:(?:the|its|their|our)\s+)?"
)
_HOSTS = re.compile(
    r"\s+(?:(?:has|also)\s+)?(?:hosted|hosts|played host to|was host to)"
    r"\s+(?:the|an?)\s+(?:\w+\s+){0,2}\Z"
)
_PREPOSITION = 24  # characters before a place in which its preposition stands


class Place(NamedTuple):
    """A city with its country, or a country alone, or neither."""

    city: str | None
    country: str | None


NOWHERE = Place(None, None)


def place_of(
    scene: Scene,
    sentence: Span,
    phrases: Sequence[MeetingPhrase],
    index: int,
    dates: Sequence[DateMention],
) -> Place:
    """The place of the meeting that `phrases[index]` names, on the last of `dates`.

    The dates before the last are of other meetings with the same name.
    """
    phrase = phrases[index]
    date = dates[-1] if dates else None
    following = [each.start for each in phrases[index + 1 :] if each.head is not Part.BODY]
    end = min([*following, sentence.end])
    start = phrase.end if date is None or date.start > phrase.start else sentence.start
    start = dates[-2].end if len(dates) > 1 else start
    for city in scene.cities:
        if start <= city.start < end and _is_venue(scene.folded, phrase, city.start, date):
            return Place(city.city, city.country)
    for country in scene.countries:
        at = country.start
        is_in = phrase.end <= at < end and _BEFORE_NAME.search(_before(scene.folded, at))
        if is_in and _is_venue(scene.folded, phrase, at, date):
            return Place(None, country.delegation.name)
    return _beside(scene.folded, date) or _ahead(scene, phrase) or _in_name(scene, phrase)


def _ahead(scene: Scene, phrase: MeetingPhrase) -> Place | None:
    """The city where persons met for it, or that hosted it: "Beijing hosted a meeting of …"."""
    for city in scene.cities:
        met = _BEFORE_NAME.search(_before(scene.folded, city.start)) and _TO_OCCASION.fullmatch(
            scene.folded, city.end, phrase.start
        )
        if met or _HOSTS.match(scene.folded[: phrase.start], city.end):
            return Place(city.city, city.country)
    return None


def _beside(folded: str, date: DateMention | None) -> Place | None:
    """A small city right before the date, which without one could be any name."""
    match = _BEFORE_DATE.search(folded, max(0, date.start - MAX_GAP), date.start) if date else None
    country = gazetteer().country_of(match["city"]) if match else None
    return Place(match["city"], country) if match and country else None


def _in_name(scene: Scene, phrase: MeetingPhrase) -> Place:
    """The city in the name itself: "the Kuala Lumpur RILON meeting"."""
    for city in scene.cities:
        within = phrase.start <= city.start < phrase.end
        if within and not is_process(scene.folded[city.start : city.end]):
            return Place(city.city, city.country)
    return NOWHERE


def _is_venue(folded: str, phrase: MeetingPhrase, at: int, date: DateMention | None) -> bool:
    """Whether a place stands where a meeting's stands, and nothing reported comes before it."""
    preposition = _AFTER_NAME if at >= phrase.end else _BEFORE_NAME
    if not preposition.search(_before(folded, at)):
        return False
    anchors = [end for end in (phrase.end, date.end if date else 0) if end <= at]
    gap = folded[max(anchors) : at] if anchors else ""
    return len(gap) <= MAX_GAP and not reports(gap)


def _before(folded: str, at: int) -> str:
    return folded[max(0, at - _PREPOSITION) : at]
