"""Which meeting a document reports: what its head names and its opening tells of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from corpus.bodies import body_in, event_nouns, is_kind, long_names, names_series
from corpus.documents import Document, Form
from corpus.facts import DateRange, Meeting, Precision
from corpus.meetings.co_chairs import counted_co_chairs, find_co_chair_adjectives, find_co_chairs
from corpus.meetings.headers import Header, read_header
from corpus.meetings.press import is_here, press_dateline
from corpus.meetings.same_meeting import is_same, overlap, together
from corpus.meetings.sentences import Sighting
from corpus.meetings.sightings import Sightings
from corpus.meetings.tellings import Telling, from_header, from_sighting, title_of
from corpus.meetings.words import Part
from corpus.pages.lines import layout_words
from corpus.typography import fold
from corpus.words.lists import word_list

_FIRST = 3  # paragraphs in which a text whose head has no date says that it reports a meeting
_OPENING = 5  # paragraphs in which a document says what it reports
_EVENTS = (Part.EVENT, Part.NAMING, Part.SINGLE)
_BEFORE = 12  # characters before a name in which "last" may stand
_RELATIVE = re.compile(
    r"\b(?:last|previous|previously|next|upcoming|forthcoming)\s+[^,;:]*\Z", re.I
)
_TO_COME = re.compile(
    r"(?:(?!\b(?:was|were|has|have|had|met|took|held|convened|gathered)\b)[^.;:]){0,160}?"
    r"\b(?:will|shall|would|should|must|may|can)\s+(?:\w+\s+)?(?:meet|be|convene|take)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_FAR = timedelta(days=30)  # from the day that a document bears to the meeting that it reports
_SMALL_WORDS = frozenset({"on", "of", "the", "and", "for"})


def read_reported(document: Document, seen: Sightings) -> Meeting | None:
    """The meeting whose statement or report this is, without its id; None if there is none.

    The sentence that tells of it is believed before the head; the rest of the opening fills in
    what both leave out.
    """
    if _is_speech(document):
        return None
    header = read_header(document, seen)
    first = _opening(document, seen, header.year)
    telling = _telling(_first_words(document, first, header), header)
    if telling is None and not (_names_a_meeting(header) or _lists_present(document, header)):
        return None
    meeting = from_header(document, header)
    if telling is not None:
        told = from_sighting(document, telling, first)
        if _is_fuller(meeting.body, told.body) or _is_mere_kind(telling[1], meeting.body):
            told = replace(told, body=meeting.body)
        meeting = together(_here(document, told, telling), meeting)
        meeting = replace(meeting, title=title_of(document, header, telling))
    meeting = _completed(document, meeting, first)
    stated = (meeting.ordinal, meeting.dates, meeting.city, meeting.country)
    if header.phrase is None and not any(stated):
        return None  # which meeting it was, nothing tells
    opening = " ".join(each.text for each in islice(document.paragraphs, _OPENING))
    return replace(
        meeting,
        body=body_in(opening, meeting.body),
        co_chairs=meeting.co_chairs or _co_chairs(document, meeting, telling),
        reported_by=document.file,
    )


def _is_speech(document: Document) -> bool:
    """Whether a document is what one person said: "Opening remarks by the Minister of …"."""
    titles = (each.text for each in document.paragraphs if each.form is Form.TITLE)
    begins = tuple(word_list("bodies")["speeches"]["begin"])
    return next(titles, "").strip(' *#_"').lower().startswith(begins)


def _here(document: Document, told: Meeting, telling: Telling) -> Meeting:
    """A meeting that was held "here", in the city of a press release."""
    paragraph, sighting = telling
    press = press_dateline(document)
    if told.city or press is None or not is_here(sighting.sentence.of(paragraph.text)):
        return told
    return replace(told, city=press.city, country=press.country)


def _is_fuller(body: str, told: str) -> bool:
    """Whether the head's name of a body is a listed one, or says all of the sentence's and more."""
    return long_names(body) != () or (not names_series(told) and _words(told) < _words(body))


def _is_mere_kind(sighting: Sighting, body: str) -> bool:
    """Whether a sentence says only "the senior officials' meeting" of what the head names."""
    phrase = sighting.phrase
    return phrase.head is Part.EVENT and is_kind(phrase.body) and body != "" and not is_kind(body)


def _opening(document: Document, seen: Sightings, year: int | None) -> list[Telling]:
    """What the first paragraphs say of meetings; `year` completes dates that lack one."""
    return [
        (paragraph, sighting)
        for paragraph in islice(document.content(), _OPENING)
        if paragraph.form is not Form.DATELINE
        for sighting in seen.of(paragraph, year)
    ]


def _first_words(document: Document, first: Sequence[Telling], header: Header) -> Sequence[Telling]:
    """Where the head has no date, the first paragraphs alone: later ones may be of history."""
    if header.dates:
        return first
    early = {each.ordinal for each in islice(document.content(), _FIRST)}
    return [telling for telling in first if telling[0].ordinal in early]


def _telling(first: Sequence[Telling], header: Header) -> Telling | None:
    """The first sentence of the opening that tells of a meeting which can be the header's.

    Persons who "met" without a meeting's name count where no sentence gives one.
    """
    told = [each for each in first if each[1].told and _is_sure(each[1]) and not _is_other(each)]
    fitting = [each for each in told if _can_be(each[1], header)]
    named = [each for each in fitting if each[1].phrase.head is not Part.OTHER]
    counted = next(_counted(named or first, header), None)
    return counted or next(iter(named or fitting), None)


def _counted(first: Iterable[Telling], header: Header) -> Iterator[Telling]:
    """Sentences that date the meeting which the head counts, even if it is still to come."""
    number = header.phrase.ordinal if header.phrase else None
    for telling in first:
        phrase = telling[1].phrase
        if number and phrase.ordinal == number and phrase.head in _EVENTS and telling[1].dates:
            yield telling


def _is_other(telling: Telling) -> bool:
    """Whether it tells of "the last meeting", or of one that "will meet": none that is reported."""
    paragraph, sighting = telling
    phrase, text = sighting.phrase, fold(paragraph.text)
    named = text[max(sighting.sentence.start, phrase.start - _BEFORE) : phrase.end]
    return bool(_RELATIVE.search(named)) or bool(
        phrase.head is not Part.OTHER and _TO_COME.match(text, phrase.end, sighting.sentence.end)
    )


def _is_sure(sighting: Sighting) -> bool:
    phrase = sighting.phrase
    if phrase.head is Part.OTHER:
        return sighting.dates is not None
    named = phrase.head in _EVENTS and phrase.body != ""
    return bool(sighting.dates) or phrase.ordinal is not None or named


def _can_be(sighting: Sighting, header: Header) -> bool:
    """Whether a telling does not speak against what the head names."""
    phrase, named = sighting.phrase, header.phrase
    if named is None or _is_heading_of_any(header):
        return True
    if named.head is Part.BODY and _is_long_before(sighting.dates, header.dates):
        return False
    if None not in (phrase.ordinal, named.ordinal) and phrase.ordinal != named.ordinal:
        return False
    if sighting.dates and header.dates and sighting.dates.end == header.dates.end:
        return True  # a statement may be dated on the last day
    if named.ordinal and phrase.ordinal and overlap(sighting.dates, header.dates or sighting.dates):
        return True
    one, other = _words(phrase.body), _words(named.body)
    is_event = named.head in _EVENTS and sighting.dates and not header.dates
    least = 1 if is_event else min(len(one), len(other)) / 2
    return not one or not other or len(one & other) >= least


def _is_long_before(dates: DateRange | None, document: DateRange | None) -> bool:
    """Whether a document of a day, on a body, tells of a meeting that is history by then."""
    if dates is None or document is None or document.precision is not Precision.DAY:
        return False
    return dates.end + _FAR < document.start


def _is_heading_of_any(header: Header) -> bool:
    """Whether the head says no more than "Workshop Summary"."""
    named = header.phrase
    bare = named is not None and is_kind(named.body) and named.ordinal is None
    return bare and not (header.dates or header.city)


def _words(body: str) -> set[str]:
    """Its words, those of all names of a listed body."""
    names = " ".join((body, *long_names(body)))
    return set(_WORD.findall(names.lower())) - _SMALL_WORDS


def _names_a_meeting(header: Header) -> bool:
    """Whether the head alone shows that a meeting is reported."""
    phrase = header.phrase
    if phrase is None or not (header.dates or header.city or phrase.ordinal):
        return False
    return phrase.head in _EVENTS or phrase.ordinal is not None


def _lists_present(document: Document, header: Header) -> bool:
    """Whether a body, a day and who was there are all that a record says of its meeting."""
    named = header.phrase is not None and header.phrase.body != ""
    if header.dates is None or not (named or _names_event(document)):
        return False
    labels = layout_words("presence_labels")
    early = islice(document.paragraphs, 2 * _OPENING)
    return any(each.text.partition(":")[0].strip(" *#").lower() in labels for each in early)


def _names_event(document: Document) -> bool:
    """Whether a title holds a noun for an event: "Record of the consultation on returns"."""
    titles = (each.text for each in document.paragraphs if each.form is Form.TITLE)
    return not event_nouns().isdisjoint(_WORD.findall(" ".join(titles).lower()))


def _completed(document: Document, meeting: Meeting, first: Sequence[Telling]) -> Meeting:
    """Fill in what other sentences of the opening say of the same meeting, or of "the meeting"."""
    for telling in first:
        other = from_sighting(document, telling, first)
        if (other.body and is_same(meeting, other)) or _continues(telling, meeting):
            meeting = together(meeting, replace(other, body=telling[1].phrase.body))
    return meeting


def _continues(telling: Telling, meeting: Meeting) -> bool:
    """Whether a sentence speaks of "the meeting", and says when it was if that is not known."""
    sighting = telling[1]
    phrase = sighting.phrase
    if _is_other(telling):
        return False
    is_the_meeting = phrase.body == "" and not phrase.indefinite and phrase.head in _EVENTS
    return is_the_meeting and phrase.ordinal is None and not (sighting.dates and meeting.dates)


def _co_chairs(document: Document, meeting: Meeting, telling: Telling | None) -> tuple[str, ...]:
    """Co-chairs from the opening and what follows it, the head or the foot of a document."""
    course = [each.text for each in islice(document.content(), 2 * _OPENING)]
    edges = (Form.TITLE, Form.SIGNATURE)
    ends = [each.text for each in document.paragraphs if each.form in edges]
    stated = (find_co_chairs(text, meeting.body) for text in (*course, *ends))
    several = next((names for names in stated if len(names) > 1), ())
    if several:
        return several
    named = find_co_chair_adjectives(course)
    if named or telling is None:
        return named
    paragraph, sighting = telling
    return counted_co_chairs(course, sighting.sentence.of(paragraph.text))
