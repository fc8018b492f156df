"""Which date belongs to which meeting of a sentence.

A date belongs to a meeting's name where the words between them are only those of an event ("held
in Sydney on 12 October 2011"); a date at the head of a sentence belongs to the meeting that the
sentence goes on to tell of ("On 9 March 2011, the Co-Chairs hosted the fourth Meeting …").
"""

import re
from collections.abc import Callable, Sequence

from corpus.dates import DateMention
from corpus.facts import Precision
from corpus.meetings.phrases import MeetingPhrase
from corpus.meetings.verbs import (
    MAX_GAP,
    content_words,
    held_in,
    holds,
    is_event_verb,
    is_event_word,
    reports,
    words,
)
from corpus.meetings.words import Part
from corpus.sentences import Span

# A date after one of these is a limit, not the day of a meeting.
_LIMITS = frozenset("by since until till before after to through than within prior".split())
_NEXT_DATE = 80  # characters between two dates of a list
_DIRECT = re.compile(r"\s{0,3}[:,-]?\s{0,3}(?:the |an? )?", re.IGNORECASE)
_OCCASION = re.compile(
    r"(?:for|at|during|in|on the occasion of|on the margins of)\s(?:(?:the|its|their|our|an?)\s)?$",
    re.IGNORECASE,
)

_MEMBERS_OF = re.compile(
    r"\sof (?:the )?(?:member |participating )?(?:states|countries) of (?:the )?", re.I
)

_MET_FOR = re.compile(
    r"\A[^;.]{0,80}\b(?:met|gathered|convened|assembled) for\s(?:(?:the|its|their|our)\s)?$", re.I
)
_APPOSITION = re.compile(r",\s(?:a|an|the)\s[^,;.()]{3,80},")

_Attaches = Callable[[str, Span, MeetingPhrase, DateMention], bool]


def dates_of(
    folded: str, sentence: Span, phrases: Sequence[MeetingPhrase], dates: Sequence[DateMention]
) -> dict[int, list[DateMention]]:
    """The dates of each phrase that has any, by the place of the phrase in `phrases`.

    Several dates are several meetings: "two workshops, in Oslo (3 May 2015) and in Bergen (9 …".
    """
    found: dict[int, list[DateMention]] = {}
    left = [
        date
        for date in dates
        if sentence.start <= date.start < sentence.end
        and _word_before(folded, date.start) not in _LIMITS
    ]
    backward = range(len(phrases) - 1, -1, -1)
    ways: tuple[tuple[_Attaches, Sequence[int]], ...] = (
        (_is_occasion, range(len(phrases))),
        (_bridges, backward),
        (_introduces, range(len(phrases))),
    )
    for attaches, order in ways:
        for date in tuple(left):
            fitting = (
                at
                for at in order
                if not _says_whose(folded, phrases, at)
                and attaches(folded, sentence, phrases[at], date)
            )
            at = next(fitting, None)
            if at is not None and at not in found:
                found[at] = [date]
                left.remove(date)
    for date in left:
        for attached in found.values():
            if _follows(folded, attached[-1], date, phrases):
                attached.append(date)
                break
    return found


def _says_whose(folded: str, phrases: Sequence[MeetingPhrase], at: int) -> bool:
    """Whether a name only says whose a meeting is: "… Council of the member states of the SCO"."""
    if at == 0 or phrases[at].head is not Part.BODY:
        return False
    return _MEMBERS_OF.fullmatch(folded, phrases[at - 1].end, phrases[at].start) is not None


def leads(folded: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date opens its sentence: "On", "Between", "From" at most stand before it."""
    return len(words(folded[sentence.start : date.start])) <= 2


def _is_occasion(folded: str, sentence: Span, phrase: MeetingPhrase, date: DateMention) -> bool:
    """Whether somebody met on a date for a meeting: "met on 10 May in Malabo for our Summit"."""
    gap = folded[date.end : phrase.start] if date.end <= phrase.start else ""
    if gap and phrase.head is not Part.BODY and leads(folded, sentence, date):
        return _MET_FOR.search(gap) is not None  # "On 10 May, partners met for the 8th Meeting"
    return (
        0 < len(gap) <= MAX_GAP
        and phrase.head is not Part.BODY
        and not content_words(gap)
        and _OCCASION.search(gap) is not None
        and holds(folded[sentence.start : date.start])
    )


def _bridges(folded: str, sentence: Span, phrase: MeetingPhrase, date: DateMention) -> bool:
    """Whether the words from a name to a date after it are those of an event that is dated."""
    gap = _APPOSITION.sub(",", folded[phrase.end : date.start])
    if phrase.end > date.start or len(gap) > MAX_GAP or ";" in gap or reports(gap):
        return False
    content = content_words(gap)
    if content and not is_event_word(content[-1]):
        return False
    sure = phrase.head is not Part.BODY or phrase.ordinal is not None or bool(content)
    return sure or date.dates.precision is Precision.DAY


def _introduces(folded: str, sentence: Span, phrase: MeetingPhrase, date: DateMention) -> bool:
    """Whether a date comes before its meeting: "10-11 May 2011: AHG workshop"."""
    gap = folded[date.end : phrase.start]
    if phrase.start < date.end or len(gap) > MAX_GAP or ";" in gap:
        return False
    if not leads(folded, sentence, date):
        return _DIRECT.fullmatch(gap) is not None
    if reports(gap):
        return False
    told = phrase.head is Part.OTHER or any(map(is_event_verb, words(gap.lower())))
    return told or gap[:1] == ":" or held_in(folded, phrase.end, sentence.end)


def _follows(
    folded: str, last: DateMention, date: DateMention, phrases: Sequence[MeetingPhrase]
) -> bool:
    """Whether a date only continues a list of dates and places."""
    gap = folded[last.end : date.start]
    between = any(last.end <= phrase.start < date.start for phrase in phrases)
    return 0 < len(gap) <= _NEXT_DATE and not between and not content_words(gap)


def _word_before(folded: str, at: int) -> str:
    before = words(folded[max(0, at - 20) : at].lower())
    return next((word for word in reversed(before) if word != "the"), "")
