"""What a meeting may be called, and whether a name that somebody typed means it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz

from corpus.bodies import long_names
from corpus.dates import find_dates, ordinal_of
from corpus.facts import DateRange, Meeting
from corpus.typography import fold

FILLERS = frozenset(
    "a an and at by chair chairs co conference event for from held in its last latest meeting"
    " meetings of on one session statement that the this to was".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SIMILAR = 85  # rapidfuzz points of 100 from which a long word counts as misspelt
_SHORTEST_MISSPELT = 4  # letters; shorter words are too alike to guess


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A name taken apart: what the meeting's date, ordinal and words must be."""

    dates: tuple[DateRange, ...]
    years: frozenset[int]
    ordinals: frozenset[int]
    words: frozenset[str]

    @classmethod
    def parse(cls, text: str) -> "MeetingName":
        """Take a name such as "5th TEWG", "KL 2012" or "TEWG Auckland 2013" apart."""
        plain = fold(text)
        dates = tuple(each.dates for each in find_dates(plain))
        for mention in reversed(find_dates(plain)):
            plain = plain[: mention.start] + " " + plain[mention.end :]
        years = frozenset(int(year) for year in _YEAR.findall(plain))
        rest = _YEAR.sub(" ", plain)
        ordinals, words = set(), set()
        for token in words_of(rest):
            ordinal = int(token) if token.isdecimal() else ordinal_of(token)
            if ordinal is not None:
                ordinals.add(ordinal)
            elif token not in FILLERS:
                words.add(token)
        return cls(dates, years, frozenset(ordinals), frozenset(words))

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text could name a meeting."""
        return not (self.dates or self.years or self.ordinals or self.words)


@dataclass(frozen=True, slots=True)
class MeetingNames:
    """All that a meeting may be called by."""

    dates: DateRange | None
    ordinal: int | None
    words: frozenset[str]


@lru_cache(maxsize=20_000)
def names_of(meeting: Meeting) -> MeetingNames:
    """The names of a meeting: body in short and in full, title, place, initials of the place."""
    parts = [meeting.body, meeting.title, meeting.city or "", meeting.country or ""]
    parts += long_names(meeting.body)
    words = {word for part in parts for word in words_of(part)}
    words |= {initials(meeting.city)} if meeting.city and " " in meeting.city else set()
    return MeetingNames(meeting.dates, meeting.ordinal, frozenset(words))


def matches(name: MeetingName, names: MeetingNames) -> bool:
    """Whether everything in `name` is true of the meeting."""
    if name.is_empty:
        return False
    if any(not overlap(wanted, names.dates) for wanted in name.dates):
        return False
    held_in = {names.dates.start.year, names.dates.end.year} if names.dates else set()
    if not name.years <= held_in:
        return False
    if name.ordinals and name.ordinals != {names.ordinal}:
        return False
    return all(_is_called(word, names.words) for word in name.words)


def overlap(one: DateRange, other: DateRange | None) -> bool:
    """Whether two ranges share a day."""
    return other is not None and one.start <= other.end and other.start <= one.end


def words_of(text: str) -> list[str]:
    """Lower-case words and numbers, possessives stripped; "TEWG5" is two, "5th" is one."""
    return [_plain(word) for word in _WORD.findall(fold(text))]


def first_words(text: str, count: int) -> list[str]:
    """The first of its words, for less than all of them cost."""
    return [_plain(match[0]) for match in islice(_WORD.finditer(fold(text)), count)]


def _plain(word: str) -> str:
    return word.casefold().removesuffix("'s")


def initials(place: str) -> str:
    """ "Kuala Lumpur" → "kl"."""
    return "".join(word[0] for word in words_of(place))


def similar(word: str, known: str) -> bool:
    """Whether `word` may be `known` misspelt."""
    long_enough = min(len(word), len(known)) >= _SHORTEST_MISSPELT
    return long_enough and fuzz.ratio(word, known) >= _SIMILAR


def _is_called(word: str, words: frozenset[str]) -> bool:
    return word in words or any(similar(word, known) for known in words)
