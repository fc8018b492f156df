"""A meeting that a question names by another: "the next TEWG after Apia", "the one before"."""

import re
from collections.abc import Sequence
from functools import cache

from corpus.facts import Meeting
from index.generation import Generation
from index.meeting_names import FILLERS, words_of
from index.understanding.name_words import meeting_nouns
from index.understanding.named_meetings import (
    NamedMeetings,
    by_date,
    days_of,
    named_meetings,
    newest_of,
)
from index.understanding.periods import period_in
from index.wordlists import load


def neighbour_in(generation: Generation, text: str) -> NamedMeetings | None:
    """The meeting next to one that is named, or to a day; None where none is meant.

    It is of the body that is named, else of that of the other. With nothing found, the corpus
    knows none on that side.
    """
    for name, place in (("next", 0), ("last", -1)):
        said = _pattern(name).search(text)
        if said is None:
            continue
        period, _ = period_in(text[said.end() :], lambda each: days_of(generation, each))
        if period is None or not text[said.end() :].startswith(period.words):
            continue
        pool = _of_body(generation, _SIDE.sub(" ", said[0]), period.words)
        found = by_date(meeting for meeting in pool if period.holds(meeting.dates))
        words = frozenset(words_of(f"{said[0]} {period.words}"))
        return NamedMeetings(tuple(found[place:][:1]), named=True, words=words)
    return None


def _of_body(generation: Generation, own: str, bound: str) -> Sequence[Meeting]:
    """The meetings of the body in `own` words; else of that of the meeting in the `bound`."""
    body = named_meetings(generation, f"{own} meeting")
    if body.named:
        return body.every
    if set(words_of(own)) - FILLERS - meeting_nouns():
        return ()  # a body that no document knows
    other = newest_of(generation, bound)
    every = generation.facts.meetings
    return [each for each in every if each.body == other.body] if other else every


_SIDE = re.compile(
    r"\b(?:the|a|next|first|following|subsequent|last|previous|preceding|latest|most|recent|one"
    r"|right|just|immediately|directly|held)\b",
    re.IGNORECASE,
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("periods")["neighbours"][name], re.IGNORECASE)
