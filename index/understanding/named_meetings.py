"""Which meetings a question names, inside its running words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.dates import ordinal_of
from corpus.facts import DateRange, Meeting, Precision
from corpus.gazetteer import gazetteer
from index.analysis import with_capitals
from index.generation import Generation
from index.meeting_names import overlap, words_of
from index.understanding.meeting_mentions import (
    Match,
    Said,
    matches_of,
    meetings_of,
    say,
    speaks_of_meetings,
)
from index.understanding.name_words import short_forms
from index.wordlists import load

_SURE_KINDS = 2  # words for a kind that name a series: "the last ministerial conference"
_PARTS = re.compile(r"\b(?:and|as well as|also|both|vs|versus|than|or|but)\b|[,;]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedMeetings:
    """The meetings that fit what a question says of one.

    Attributes:
        found: all that fit, the reported ones alone where there are any.
        named: whether the question names a meeting at all; with nothing found, an unknown one.
        words: the words of the question by which it does.
        dates: the dates that it states.
        places: names of the countries that say where it was held.
        several: where the question names more than one meeting, each by itself.
        every: all that fit, those that are only mentioned too.
        near: where none fits, those of the body or the place that is named.
        ordinals: the numbers by which it counts a meeting: 5 of "the 5th SOM".
    """

    found: tuple[Meeting, ...] = ()
    named: bool = False
    words: frozenset[str] = frozenset()
    dates: tuple[DateRange, ...] = ()
    places: frozenset[str] = frozenset()
    several: tuple[Meeting, ...] = ()
    every: tuple[Meeting, ...] = ()
    near: tuple[Meeting, ...] = ()
    ordinals: frozenset[int] = frozenset()


def named_meetings(generation: Generation, question: str) -> NamedMeetings:
    """Find the meetings whose place, body, ordinal or date a question states."""
    noun = speaks_of_meetings(question, short_forms(generation))
    parts = [part for part in _PARTS.split(question) if part.strip()]
    several = [_find(generation, part, noun) for part in parts] if len(parts) > 1 else []
    several = _of_same_body(generation, parts, several)
    told = [each for each in several if each.found]
    whole = _find(generation, question, noun)
    if _differ(told):
        meetings = tuple(dict.fromkeys(each.found[0] for each in told))
        return NamedMeetings(
            found=meetings,
            named=True,
            words=frozenset(word for each in told for word in each.words),
            dates=whole.dates,
            places=frozenset(place for each in told for place in each.places),
            several=meetings,
        )
    return whole if whole.named else _newest_of_all(generation, question) or whole


def _of_same_body(
    generation: Generation, parts: Sequence[str], several: Sequence[NamedMeetings]
) -> list[NamedMeetings]:
    """The parts, those with no more than a number taken for the body of another part.

    "The 2nd SOM but not the 3rd", "the 2nd and 3rd SOM".
    """
    named = next((each.words for each in several if each.found), frozenset())
    body = f" {' '.join(sorted(named))} meeting"
    return [
        _find(generation, part + body, True)
        if named and not each.named and any(ordinal_of(w) is not None for w in words_of(part))
        else each
        for part, each in zip(parts, several, strict=bool(several))
    ]


def _newest_of_all(generation: Generation, question: str) -> NamedMeetings | None:
    """The newest reported meeting, where a question says "the last meeting" of no body."""
    said = re.search(load("meeting_words")["newest"], question, re.IGNORECASE)
    dated = by_date(each for each in generation.facts.meetings if each.reported_by) if said else []
    if said is None or not dated:
        return None
    words = frozenset(words_of(said[0]))
    return NamedMeetings((dated[-1],), named=True, words=words, every=(dated[-1],))


def _differ(told: Sequence[NamedMeetings]) -> bool:
    """Whether parts of a question each name one meeting, and not the same.

    Those in one place must be told apart by their numbers: "the 2nd and the 3rd TEWG".
    """
    if not all(len(each.found) == 1 for each in told):
        return False
    meetings = {each.found[0] for each in told}
    apart = {meeting.city for meeting in meetings}
    if all(each.ordinals for each in told):
        apart = {str(meeting.ordinal) for meeting in meetings}
    return len(meetings) > 1 and len(apart) == len(meetings)


def _find(generation: Generation, question: str, noun: bool) -> NamedMeetings:
    said = say(question, noun, short_forms(generation))
    if any(word in load("meeting_words")["coming"] for word in said.tokens):
        return NamedMeetings(dates=said.dates)
    matches = matches_of(generation, said)
    placed = any(each.place for each in matches)
    bodied = any(each.body for each in matches)
    if not placed and noun and _unknown_place(generation, said):
        return NamedMeetings(named=True, dates=said.dates, near=_like(matches))
    if not _is_named(said, matches, placed, bodied):
        return NamedMeetings(dates=said.dates)
    both = any(each.place and each.body for each in matches)
    fitting = [
        each.only(lambda meeting: _held_when_said(said, meeting))
        for each in matches
        if (each.place or not placed) and (each.body or not bodied or (placed and not both))
    ]
    fitting = [each for each in fitting if each.meetings]
    fitting = _closest(fitting) if bodied else _of_kind(fitting)
    every = meetings_of(fitting)
    held_in = {each.country for each in every} & said.countries
    return NamedMeetings(
        found=tuple(each for each in every if each.reported_by) or every,
        named=True,
        words=frozenset(word for each in fitting for word in (*each.place, *each.body)),
        dates=said.dates,
        places=frozenset(place for place in held_in if place),
        every=every,
        near=() if fitting else _like(matches),
        ordinals=said.ordinals,
    )


def _held_when_said(said: Said, meeting: Meeting) -> bool:
    """Whether a meeting has the number and the dates that a question states, if it does."""
    return (not said.ordinals or meeting.ordinal in said.ordinals) and all(
        overlap(wanted, meeting.dates) for wanted in said.dates
    )


def _like(matches: Sequence[Match]) -> tuple[Meeting, ...]:
    """The meetings of the body that is named most fully; where none is, those of the place."""
    bodied = _closest([each for each in matches if each.body])
    return meetings_of(each for each in bodied or matches if each.body or each.place)


def _closest(fitting: Sequence[Match]) -> list[Match]:
    """Those whose body is said most fully: "AHG SOM" is no mere "SOM", nor "SOM" an "AHG SOM"."""
    fullest = max(((each.is_whole, len(each.body)) for each in fitting), default=None)
    return [each for each in fitting if (each.is_whole, len(each.body)) == fullest]


def _of_kind(fitting: Sequence[Match]) -> list[Match]:
    """Those of the kind that is asked for: "the first ministerial conference" is no workshop."""
    most = max((each.kinds for each in fitting), default=0)
    return [each for each in fitting if each.kinds == most]


def _is_named(said: Said, matches: Sequence[Match], placed: bool, bodied: bool) -> bool:
    """Whether the words name a meeting, and do not only share some with one."""
    reported = [each for each in matches if each.reported]
    if any(each.place for each in (matches if said.noun else reported)):
        return True
    only = sum(len(each.reported) for each in reported if each.body) == 1
    if bodied and (said.noun or only):
        return True
    if said.noun and any(each.kinds >= _SURE_KINDS for each in reported):
        return True
    if said.ordinals and (said.noun or bodied):
        return True
    exact = [date for date in said.dates if date.precision is not Precision.YEAR]
    if placed or not said.noun or not exact:
        return False
    meetings = [meeting for each in reported for _, meeting in each.reported]
    return any(overlap(date, each.dates) for date in exact for each in meetings)


def _unknown_place(generation: Generation, said: Said) -> bool:
    """Whether the question names a city or country where no known meeting was held."""
    events = load("meeting_words")["events"]
    cities = set()
    for mention in gazetteer().cities(with_capitals(said.text)):
        before = words_of(said.text[: mention.start])[-1:]
        after = words_of(said.text[mention.end :])[:1]
        if before in (["in"], ["at"]) or (after and after[0] in events):
            cities.add(mention.city)
    if not cities:
        return False
    return bool(
        cities.difference(*((each.city, each.country) for each in generation.facts.meetings))
    )


def newest_of(generation: Generation, name: str) -> Meeting | None:
    """The dated meeting of this name; of several, the newest."""
    dated = by_date(named_meetings(generation, f"the meeting {name}").found)
    return dated[-1] if dated else None


def days_of(generation: Generation, name: str) -> DateRange | None:
    """The days of the meeting of this name; of several, of the newest."""
    meeting = newest_of(generation, name)
    return meeting.dates if meeting else None


def by_date(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Dated meetings, oldest first."""
    dated = [(meeting.dates.start, meeting) for meeting in meetings if meeting.dates]
    return [meeting for _, meeting in sorted(dated, key=lambda each: each[0])]
