"""The meetings of a document: the one that it reports, and those that it mentions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.bodies import body_in
from corpus.dates import find_dates
from corpus.documents import Document, Form
from corpus.facts import Meeting, Precision
from corpus.meetings.headers import header_lines
from corpus.meetings.lists import listed_meetings
from corpus.meetings.reporting import read_reported
from corpus.meetings.same_meeting import Nearby, is_same, telling, together
from corpus.meetings.sentences import Sighting
from corpus.meetings.sightings import Sightings, sightings_in
from corpus.meetings.tellings import Telling, from_sighting
from corpus.meetings.words import Part
from corpus.slugs import distinct, meeting_slug

_RELATIVE = frozenset({"next", "previous", "last", "upcoming", "forthcoming", "following"})
_OPENING = 6  # paragraphs that tell which process a document is of
_EVENTS = (Part.EVENT, Part.NAMING, Part.SINGLE)


def reported_meeting(document: Document) -> Meeting | None:
    """The meeting whose statement or report this is; None where it reports none."""
    meeting = read_reported(document, sightings_in(document.paragraphs))
    return replace(meeting, id=meeting_slug(meeting)) if meeting else None


def extract_meetings(document: Document) -> tuple[Meeting, ...]:
    """The reported meeting first, then those mentioned, each once, in the order of the text.

    A name counts as a mention where the text dates it. Ids are distinct within the document.
    """
    seen = sightings_in(document.paragraphs)
    reported = read_reported(document, seen)
    opening = " ".join(each.text for each in document.paragraphs[:_OPENING])
    mentioned = [
        replace(each, body=body_in(opening, each.body))
        for each in (_of_series(each, reported) for each in _mentioned(document, seen))
    ]
    found = _each_once([*([reported] if reported else []), *mentioned])
    named = [each for each in found if each.body or each.city or each.reported_by]
    taken: dict[str, None] = {}
    for each in named:
        taken[distinct(meeting_slug(each), taken)] = None
    return tuple(replace(each, id=each_id) for each, each_id in zip(named, taken, strict=True))


def told_meetings(document: Document, meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Those of the mentioned meetings that the document tells of as if it reported them.

    Args:
        document: where the meetings were read from.
        meetings: as `extract_meetings` gives them.
    """
    seen = sightings_in(document.paragraphs)
    return tuple(
        each for each in meetings if not each.reported_by and _opens_a_report(document, each, seen)
    )


def _opens_a_report(document: Document, meeting: Meeting, seen: Sightings) -> bool:
    """Whether a paragraph begins "On 3 May 2012, the Third Meeting was held …"."""
    paragraph = document.paragraph(meeting.citation.ordinal)
    if paragraph is None or paragraph.form is not Form.PROSE:
        return False
    return any(
        sighting.told and sighting.sentence.start == 0 and sighting.dates == meeting.dates
        for sighting in seen.dated(paragraph)
        if sighting.dates
    )


def _each_once(tellings: Iterable[Meeting]) -> list[Meeting]:
    found: list[Meeting] = []
    near = Nearby()
    for meeting in tellings:
        same = (at for at in near.candidates(meeting) if is_same(found[at], meeting))
        at = next(same, len(found))
        if at == len(found):
            found.append(meeting)
        else:
            leading, other = sorted((found[at], meeting), key=telling, reverse=True)
            found[at] = together(leading, other)
        near.add(at, found[at])
    return found


def _of_series(meeting: Meeting, reported: Meeting | None) -> Meeting:
    """Give "the next meeting" and "the 11th meeting" the body of the one that is reported."""
    if reported is None or meeting.body:
        return meeting
    relative = meeting.title.split(" ")[0].lower() in _RELATIVE
    counted = None not in (meeting.ordinal, reported.ordinal)
    return replace(meeting, body=reported.body) if relative or counted else meeting


def _mentioned(document: Document, seen: Sightings) -> Iterator[Meeting]:
    head = {each.ordinal for each in header_lines(document)}
    earlier: list[Telling] = []
    for paragraph in document.paragraphs:
        if paragraph.ordinal in head or not find_dates(paragraph.text):
            continue
        sightings = seen.dated(paragraph)
        earlier += [(paragraph, each) for each in sightings]
        dated = [each for each in sightings if _is_meeting(each)]
        for sighting in dated:
            yield from_sighting(document, (paragraph, sighting), earlier)
        if not dated:
            yield from listed_meetings(document, paragraph, seen.scene(paragraph))


def _is_meeting(sighting: Sighting) -> bool:
    """Whether a dated name is a meeting's: the coarser the date, the surer the name must be."""
    phrase, dates = sighting.phrase, sighting.dates
    if dates is None or phrase.head is Part.OTHER:
        return False
    if dates.precision is Precision.DAY:
        return True
    if dates.precision is Precision.MONTH:
        return phrase.head in _EVENTS or phrase.ordinal is not None or sighting.told
    series = phrase.head is Part.NAMING and phrase.named and not phrase.indefinite
    return series or phrase.ordinal is not None
