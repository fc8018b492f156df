"""The meetings of a document: the one that it reports, and those that it mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from corpus.co_chairs import counted_co_chairs, find_co_chair_adjectives, find_co_chairs
from corpus.dates import find_dates
from corpus.documents import Document, Form, Paragraph
from corpus.facts import Meeting, Precision
from corpus.identity import distinct, meeting_slug
from corpus.meeting_headers import Header, header_lines, read_header
from corpus.meeting_lists import listed_meetings
from corpus.meeting_phrases import MeetingPhrase
from corpus.meeting_scenes import Scenes
from corpus.meeting_sentences import Sighting
from corpus.meeting_words import Part
from corpus.same_meeting import is_same, telling, together

_OPENING = 5  # paragraphs in which a document says what it reports
_EVENTS = (Part.EVENT, Part.NAMING, Part.SINGLE)
_BODY_WORD = re.compile(r"[^\W\d_]+")


def reported_meeting(document: Document) -> Meeting | None:
    """The meeting whose statement or report this is; None where it reports none."""
    meeting = _reported(document, Scenes(document))
    return replace(meeting, id=meeting_slug(meeting)) if meeting else None


def extract_meetings(document: Document) -> tuple[Meeting, ...]:
    """The reported meeting first, then those mentioned, each once, in the order of the text."""
    scenes = Scenes(document)
    reported = _reported(document, scenes)
    found = [reported] if reported else []
    for mentioned in _mentioned(document, scenes):
        at = next((at for at, each in enumerate(found) if is_same(each, mentioned)), None)
        if at is None:
            found.append(mentioned)
        else:
            first, second = sorted((found[at], mentioned), key=telling, reverse=True)
            found[at] = together(first, second)
    named = [each for each in found if each.body or each.city]
    taken: list[str] = []
    for each in named:
        taken.append(distinct(meeting_slug(each), taken))
    return tuple(replace(each, id=each_id) for each, each_id in zip(named, taken, strict=True))


def told_meetings(document: Document, meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Those of the mentioned meetings that the document tells of as if it reported them.

    Args:
        document: where the meetings were read from.
        meetings: as `extract_meetings` gives them.
    """
    scenes = Scenes(document)
    others = [each for each in meetings if not each.reported_by and len(meetings) > 1]
    return tuple(each for each in others if _opens_a_report(document, each, scenes))


def _opens_a_report(document: Document, meeting: Meeting, scenes: Scenes) -> bool:
    """Whether a paragraph begins "On 3 May 2012, the Third Meeting was held …"."""
    paragraph = document.paragraph(meeting.citation.ordinal)
    if paragraph is None or paragraph.form is not Form.PROSE:
        return False
    return any(
        sighting.told and sighting.sentence.start == 0 and sighting.dates == meeting.dates
        for sighting in scenes.sightings(paragraph)
        if sighting.dates
    )


def _reported(document: Document, scenes: Scenes) -> Meeting | None:
    header = read_header(document, scenes)
    scenes.with_year(header.year)
    opening = [
        each for each in islice(document.content(), _OPENING) if each.form is not Form.DATELINE
    ]
    seen = [(each, sighting) for each in opening for sighting in scenes.sightings(each)]
    told = _told(seen, header)
    scenes.with_year(None)
    if told is None and not _is_meeting_header(header):
        return None
    meeting = _from_header(document, header)
    if told is not None:
        paragraph, sighting = told
        meeting = together(_from_sighting(document, paragraph, sighting, seen), meeting)
        meeting = replace(meeting, title=_title(document, header, paragraph, sighting))
    for paragraph, sighting in seen:
        other = _from_sighting(document, paragraph, sighting, seen)
        if other.body and is_same(meeting, other):
            meeting = together(meeting, other)
    return replace(
        meeting,
        co_chairs=meeting.co_chairs or _co_chairs(document, meeting, told),
        reported_by=document.file,
    )


def _told(
    seen: Sequence[tuple[Paragraph, Sighting]], header: Header
) -> tuple[Paragraph, Sighting] | None:
    """The opening's first telling of a meeting that can be the header's."""
    for paragraph, sighting in seen:
        phrase = sighting.phrase
        sure = sighting.dates or phrase.ordinal or (phrase.head in _EVENTS and phrase.body)
        if sighting.told and sure and _can_be(sighting, header):
            return paragraph, sighting
    return None


def _can_be(sighting: Sighting, header: Header) -> bool:
    """Whether a telling does not speak against what the header names."""
    phrase, named = sighting.phrase, header.phrase
    if named is None:
        return True
    if None not in (phrase.ordinal, named.ordinal) and phrase.ordinal != named.ordinal:
        return False
    if sighting.dates and header.dates and sighting.dates == header.dates:
        return True
    words, other = _words(phrase.body), _words(named.body)
    return not words or not other or 2 * len(words & other) >= min(len(words), len(other))


def _words(body: str) -> set[str]:
    return set(_BODY_WORD.findall(body.lower())) - {"on", "of", "the", "and", "for"}


def _is_meeting_header(header: Header) -> bool:
    phrase = header.phrase
    if phrase is None or not (header.dates or header.city or phrase.ordinal):
        return False
    return phrase.head in _EVENTS or phrase.ordinal is not None


def _from_header(document: Document, header: Header) -> Meeting:
    line = header.line or document.paragraphs[0]
    return Meeting(
        id="",
        title=line.text.strip(" :*"),
        body=header.phrase.body if header.phrase else "",
        ordinal=header.phrase.ordinal if header.phrase else None,
        dates=header.dates,
        city=header.city,
        country=header.country,
        co_chairs=(),
        citation=document.cite(line),
        mentions=(document.cite(line),),
    )


def _title(document: Document, header: Header, paragraph: Paragraph, sighting: Sighting) -> str:
    if header.line is not None:
        return header.line.text.strip(" :*")
    titles = [each for each in header_lines(document) if each.form is Form.TITLE]
    return titles[0].text.strip(" :*") if titles else _phrase_text(paragraph, sighting.phrase)


def _phrase_text(paragraph: Paragraph, phrase: MeetingPhrase) -> str:
    words = paragraph.text[phrase.start : phrase.end].strip(" *")
    return words[:1].upper() + words[1:]


def _from_sighting(
    document: Document,
    paragraph: Paragraph,
    sighting: Sighting,
    earlier: Iterable[tuple[Paragraph, Sighting]],
) -> Meeting:
    phrase = sighting.phrase
    sentences = paragraph.text[sighting.sentence.start :]
    body = phrase.body or _meant_body(paragraph, phrase, earlier)
    citation = document.cite(paragraph)
    return Meeting(
        id="",
        title=_phrase_text(paragraph, phrase),
        body=body,
        ordinal=phrase.ordinal,
        dates=sighting.dates,
        city=sighting.city,
        country=sighting.country,
        co_chairs=find_co_chairs(sentences, body) if sighting.told else (),
        citation=citation,
        mentions=(citation,),
    )


def _meant_body(
    paragraph: Paragraph, phrase: MeetingPhrase, earlier: Iterable[tuple[Paragraph, Sighting]]
) -> str:
    """The body that "this committee" points back to."""
    noun = paragraph.text[phrase.start : phrase.end].lower().split()[-1]
    bodies = [
        each.phrase.body
        for where, each in earlier
        if (where.ordinal, each.phrase.start) < (paragraph.ordinal, phrase.start)
    ]
    return next((body for body in reversed(bodies) if noun in body.lower().split()), "")


def _mentioned(document: Document, scenes: Scenes) -> Iterator[Meeting]:
    head = {each.ordinal for each in header_lines(document)}
    earlier: list[tuple[Paragraph, Sighting]] = []
    for paragraph in document.paragraphs:
        if paragraph.ordinal in head or not find_dates(paragraph.text):
            continue
        sightings = scenes.sightings(paragraph)
        earlier += [(paragraph, each) for each in sightings]
        dated = [each for each in sightings if _is_meeting(each)]
        for sighting in dated:
            yield _from_sighting(document, paragraph, sighting, earlier)
        if not dated:
            yield from listed_meetings(document, paragraph, scenes.scene(paragraph))


def _is_meeting(sighting: Sighting) -> bool:
    """Whether a dated name is a meeting's: the coarser the date, the surer the name must be."""
    phrase = sighting.phrase
    if sighting.dates is None:
        return False
    if sighting.dates.precision is Precision.DAY:
        return True
    if sighting.dates.precision is Precision.MONTH:
        return phrase.head in _EVENTS or phrase.ordinal is not None or sighting.told
    return phrase.ordinal is not None or (
        phrase.head is Part.NAMING and phrase.named and not phrase.indefinite
    )


def _co_chairs(
    document: Document, meeting: Meeting, told: tuple[Paragraph, Sighting] | None
) -> tuple[str, ...]:
    """Co-chairs from the rest of the document: its opening, its head and foot, then its course."""
    content = [each.text for each in islice(document.content(), 2 * _OPENING)]
    edges = [each.text for each in document.paragraphs if each.form in (Form.TITLE, Form.SIGNATURE)]
    for text in (*content, *edges):
        found = find_co_chairs(text, meeting.body)
        if len(found) > 1:
            return found
    named = find_co_chair_adjectives(content)
    if named or told is None:
        return named
    paragraph, sighting = told
    return counted_co_chairs(content, sighting.sentence.of(paragraph.text))
