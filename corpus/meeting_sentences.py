"""What one sentence says of meetings: which, when, where, and whether they took place.

A date belongs to a meeting's name where the words between them are only those of an event ("held
in Sydney on 12 October 2011"); a date at the head of a sentence belongs to the meeting that the
sentence goes on to tell of ("On 9 March 2011, the Co-Chairs hosted the fourth Meeting …").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corpus.bodies import is_process
from corpus.dates import DateMention
from corpus.facts import DateRange, Precision
from corpus.meeting_phrases import MeetingPhrase, meeting_phrases
from corpus.meeting_words import Part, words_of
from corpus.mentions import CityMention, Mention
from corpus.ordinals import ordinal_of, ordinal_pattern
from corpus.sentences import Span
from corpus.wordlists import word_list

_FUNCTION_WORDS = frozenset(
    "of on in at from between during the a an and by with which that was were is are be been being"
    " will would to for also recently its their jointly together first virtually remotely who has"
    " time have had had since then here there it".split()
)
# A date after one of these is a limit, not the day of a meeting.
_LIMITS = frozenset("by since until till before after to through than within prior".split())
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
_DIRECT = re.compile(r"\s{0,3}[:,-]?\s{0,3}(?:the |an? )?", re.IGNORECASE)
_OCCASION = re.compile(
    r"\s{0,3}(?:,\s{0,3})?(?:for|at|during|in|on the occasion of|on the margins of)\s"
    r"(?:(?:the|its|their|our|a|an)\s)?",
    re.IGNORECASE,
)
_HELD_AFTER = re.compile(
    r"[^.;]{0,200}?\b(?:(?:was|were|is|are|will be|to be)(?: \w+ly)? (?:co-?)?"
    r"(?:held|hosted|convened|organi[sz]ed|conducted|opened|scheduled)"
    r"|took place|takes? place|met\b|meets?\b|convened|gathered|assembled)",
    re.IGNORECASE,
)
_TELLS_BEFORE = re.compile(
    r"\b(?:co-?)?(?:hosted|convened|chaired|held|met|meet|gathered|assembled|organi[sz]ed|attended"
    r"|inaugurated|launch)\b[^;]{0,160}$",
    re.IGNORECASE,
)
_IN = r"\b(?:in|at|near)\s(?:the )?(?:city of )?$"
_PLACE_BEFORE_NAME = re.compile(_IN, re.IGNORECASE)
_PLACE_AFTER_NAME = re.compile(rf"{_IN}|[-,(:]\s{{0,2}}$", re.IGNORECASE)
_MAX_GAP = 300


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded paragraph with the dates and places in it.

    Attributes:
        acronyms: the names in full of bodies that the document abbreviates.
    """

    folded: str
    dates: Sequence[DateMention]
    cities: Sequence[CityMention]
    countries: Sequence[Mention]
    acronyms: Mapping[str, str] = field(default_factory=dict)


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
    """The meetings that a sentence names, in the order of their phrases."""
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
    phrases = meeting_phrases(scene.folded, words, scene.acronyms)
    dated = _dates_of(scene, sentence, phrases)
    found = []
    for at, phrase in enumerate(phrases):
        date = dated.get(at)
        city, country = _place(scene, sentence, phrases, at, date)
        found.append(
            Sighting(
                phrase=_with_ordinal(scene.folded, phrase, sentence),
                sentence=sentence,
                dates=date.dates if date else None,
                city=city,
                country=country,
                told=_is_told(scene.folded, sentence, phrase, date),
            )
        )
    return found


def _dates_of(
    scene: Scene, sentence: Span, phrases: Sequence[MeetingPhrase]
) -> dict[int, DateMention]:
    """The date of each phrase that has one, by the place of the phrase in `phrases`."""
    found: dict[int, DateMention] = {}
    left: list[DateMention] = []
    for date in scene.dates:
        if not sentence.start <= date.start < sentence.end:
            continue
        if _word_before(scene.folded, date.start) in _LIMITS:
            continue
        at = next(_backward(scene.folded, phrases, date), None)
        if at is not None and at not in found:
            found[at] = date
        else:
            left.append(date)
    for date in left:
        at = next(_forward(scene.folded, sentence, phrases, date), None)
        if at is not None:
            found.setdefault(at, date)
    return found


def _backward(folded: str, phrases: Sequence[MeetingPhrase], date: DateMention) -> Iterator[int]:
    """Phrases to which a date attaches from behind: "the workshop held in Manila on …"."""
    for at in range(len(phrases) - 1, -1, -1):
        phrase = phrases[at]
        if phrase.end <= date.start and _bridges(folded, phrase, date):
            yield at


def _bridges(folded: str, phrase: MeetingPhrase, date: DateMention) -> bool:
    """Whether the words between a name and a date are those of an event that is dated."""
    gap = folded[phrase.end : date.start]
    if len(gap) > _MAX_GAP or ";" in gap:
        return False
    events, reports = _verbs()
    words = _WORD.findall(gap)
    lower = [word for word in words if word.islower() and word not in _FUNCTION_WORDS]
    if any(word in reports and word not in events for word in lower):
        return False
    last_event = max((at for at, word in enumerate(lower) if word in events), default=-1)
    loose = phrase.head is Part.BODY and phrase.ordinal is None and last_event < 0
    if loose and date.dates.precision is not Precision.DAY:
        return False
    return last_event == len(lower) - 1


def _forward(
    folded: str, sentence: Span, phrases: Sequence[MeetingPhrase], date: DateMention
) -> Iterator[int]:
    """Phrases that a date introduces: "10-11 May 2011: AHG workshop", "On 9 March, X hosted …"."""
    leads = _leads(folded, sentence, date)
    for at, phrase in enumerate(phrases):
        if phrase.start < date.end:
            continue
        gap = folded[date.end : phrase.start]
        if len(gap) > _MAX_GAP or ";" in gap:
            return
        introduced = _OCCASION.fullmatch(gap) or (_DIRECT.fullmatch(gap) and not leads)
        if introduced or (leads and _tells(folded, sentence, gap, phrase)):
            yield at


def _leads(folded: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date opens its sentence: "On", "Between", "From" at most stand before it."""
    return len(_WORD.findall(folded[sentence.start : date.start])) <= 2


def _tells(folded: str, sentence: Span, gap: str, phrase: MeetingPhrase) -> bool:
    events, reports = _verbs()
    words = set(_WORD.findall(gap.lower()))
    if words & reports - events:
        return False
    if words & events:
        return True
    return bool(_HELD_AFTER.match(folded, phrase.end, sentence.end)) or ":" in gap[:2]


def _place(
    scene: Scene,
    sentence: Span,
    phrases: Sequence[MeetingPhrase],
    at: int,
    date: DateMention | None,
) -> tuple[str | None, str | None]:
    """City and country where a phrase says that its meeting was."""
    phrase = phrases[at]
    following = [each.start for each in phrases[at + 1 :] if each.head is not Part.BODY]
    end = min([*following, sentence.end])
    start = phrase.end if date is None or date.start > phrase.start else sentence.start
    for city in scene.cities:
        within = phrase.start <= city.start < phrase.end
        if within and not is_process(scene.folded[city.start : city.end]):
            return city.city, city.country
    for city in scene.cities:
        if start <= city.start < end and _is_venue(scene.folded, phrase, city.start, date):
            return city.city, city.country
    for country in scene.countries:
        place = country.start
        if phrase.end <= place < end and _is_venue(scene.folded, phrase, place, date, "in"):
            return None, country.delegation.name
    return None, None


def _is_venue(
    folded: str, phrase: MeetingPhrase, at: int, date: DateMention | None, word: str = ""
) -> bool:
    before = folded[max(0, at - 16) : at]
    preposition = _PLACE_AFTER_NAME if at >= phrase.end else _PLACE_BEFORE_NAME
    if not preposition.search(before) or (word and word not in before.lower().split()[-2:]):
        return False
    anchors = [end for end in (phrase.end, date.end if date else 0) if end <= at]
    gap = folded[max(anchors) : at] if anchors else ""
    events, reports = _verbs()
    return len(gap) <= _MAX_GAP and not any(
        each in reports and each not in events for each in _WORD.findall(gap)
    )


def _is_told(folded: str, sentence: Span, phrase: MeetingPhrase, date: DateMention | None) -> bool:
    before = folded[sentence.start : phrase.start]
    if _HELD_AFTER.match(folded, phrase.end, sentence.end):
        return True
    if date and date.end <= phrase.start and _leads(folded, sentence, date):
        return folded[date.end : date.end + 1] != ":"  # an entry of a list
    return bool(_TELLS_BEFORE.search(before))


def _with_ordinal(folded: str, phrase: MeetingPhrase, sentence: Span) -> MeetingPhrase:
    """Take the ordinal from "met for the 11th time"."""
    if phrase.ordinal is not None:
        return phrase
    match = _for_the_time().match(folded, phrase.end, sentence.end)
    return replace(phrase, ordinal=ordinal_of(match["ordinal"])) if match else phrase


def _word_before(folded: str, at: int) -> str:
    words = _WORD.findall(folded[max(0, at - 20) : at].lower())
    return next((word for word in reversed(words) if word != "the"), "")


@cache
def _for_the_time() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;]{{0,80}}?\bfor (?:the|its|a) (?P<ordinal>{ordinal_pattern()}) (?:\w+ )?time\b",
        re.IGNORECASE,
    )


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of taking place, and verbs of what a meeting did."""
    words = word_list("bodies")
    return frozenset(words["event_verbs"]["words"]), frozenset(words["reporting_verbs"]["words"])
