"""What stands above the first sentence of a document: titles, headings and the dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, takewhile

from corpus.bodies import is_kind, known_body
from corpus.dates import find_dates, find_years
from corpus.documents import Document, Form, Paragraph
from corpus.facts import DateRange, Precision
from corpus.meetings.phrases import MeetingPhrase
from corpus.meetings.press import press_dateline
from corpus.meetings.scenes import Scene, read_scene
from corpus.meetings.sightings import Sightings
from corpus.meetings.words import Part
from corpus.pages.lines import layout_words
from corpus.words.patterns import alternation

_HEADER_FORMS = (Form.TITLE, Form.DATELINE, Form.HEADING)
_MOST_LINES = 12
_PAPER = "declaration"  # at the end of a name in a head: what is printed below it
_EVENTS = (Part.EVENT, Part.NAMING, Part.SINGLE)


@dataclass(frozen=True, slots=True)
class Header:
    """The facts that the head of a document states by itself.

    Attributes:
        line: the paragraph whose words name the meeting, or None.
        phrase: that name.
        year: the one year that the head names, which completes dates without one.
    """

    line: Paragraph | None = None
    phrase: MeetingPhrase | None = None
    dates: DateRange | None = None
    city: str | None = None
    country: str | None = None
    year: int | None = None


def header_lines(document: Document) -> list[Paragraph]:
    """The paragraphs before the first one of running text."""
    lines = takewhile(lambda each: each.form in _HEADER_FORMS, document.paragraphs)
    return list(islice(lines, _MOST_LINES))


def header_dates(document: Document) -> DateRange | None:
    """The most precise date in the head, or at the foot where the document is signed."""
    feet = [each for each in document.paragraphs[-3:] if each.form is Form.SIGNATURE]
    return _most_precise([*header_lines(document), *feet])


def read_header(document: Document, seen: Sightings) -> Header:
    """Read the meeting's name, date and place from the head of a document."""
    lines = header_lines(document)
    years = {year for line in lines for year in find_years(line.text)}
    line, phrase = _name(lines, seen)
    city, country = _place(lines, seen)
    press = press_dateline(document)
    if not years and press:
        years = {press.year}
    return Header(
        line=line,
        phrase=phrase,
        dates=_most_precise(lines),
        city=city,
        country=country,
        year=years.pop() if len(years) == 1 else None,
    )


def _name(
    lines: Sequence[Paragraph], seen: Sightings
) -> tuple[Paragraph | None, MeetingPhrase | None]:
    """The name that tells most: with an ordinal, of an event, of a listed body."""
    named = [
        (sighting.phrase, line)
        for line in lines
        if line.form is not Form.DATELINE
        for sighting in seen.of(line)
        if sighting.phrase.body or sighting.phrase.ordinal
        if not _is_paper(line, sighting.phrase)
    ]
    if not named:
        return None, None
    phrase, line = max(
        named, key=lambda each: (each[0].ordinal is not None, each[0].head in _EVENTS)
    )
    return line, replace(phrase, body=_series(phrase, named, lines))


def _is_paper(line: Paragraph, phrase: MeetingPhrase) -> bool:
    """Whether a name is that of the document: "Valletta Declaration"."""
    return line.text[phrase.start : phrase.end].lower().endswith(_PAPER)


def _series(
    phrase: MeetingPhrase,
    named: Sequence[tuple[MeetingPhrase, Paragraph]],
    lines: Sequence[Paragraph],
) -> str:
    """The body of "12th Meeting" or "Senior Officials' Meeting": it may stand in another line."""
    if phrase.body and not (phrase.head is Part.EVENT and is_kind(phrase.body)):
        return phrase.body
    listed = known_body(" ".join([phrase.body, *(each.text for each in lines)]))
    others = (
        each.body
        for each, _ in named
        if each.body and not is_kind(each.body) and each.ordinal in (None, phrase.ordinal)
    )
    return (phrase.body and listed) or next(others, phrase.body)


def _place(lines: Sequence[Paragraph], seen: Sightings) -> tuple[str | None, str | None]:
    """From the dateline, a line with a date, or the line that names the meeting; no letterhead."""
    ordered = sorted(lines, key=lambda line: line.form is not Form.DATELINE)
    for line in ordered:
        is_dateline = line.form is Form.DATELINE
        scene = read_scene(_unglued(line.text), {}) if is_dateline else seen.scene(line)
        if is_dateline or scene.dates or _is_place(scene):
            for city in scene.cities:
                return city.city, city.country
            for country in scene.countries:
                return None, country.delegation.name
        for sighting in seen.of(line):
            if sighting.city or sighting.country:
                return sighting.city, sighting.country
    return None, None


def _unglued(dateline: str) -> str:
    """A dateline with its fields apart: "Location: SuvaDate: 3 May" has two."""
    return _glued_label().sub(r" \g<0>", dateline)


@cache
def _glued_label() -> re.Pattern[str]:
    labels = alternation(each.title() for each in layout_words("dateline_labels"))
    return re.compile(rf"(?<=[^\W\d_]){labels}(?=\s?:)")


def _is_place(scene: Scene) -> bool:
    """Whether a line is nothing but a city's or a country's name: "SUVA, FIJI"."""
    spans = [*(each[:2] for each in scene.cities), *(each[:2] for each in scene.countries)]
    inside = {at for start, end in spans for at in range(start, end)}
    return all(at in inside for at, char in enumerate(scene.folded) if char.isalnum())


def _most_precise(lines: Sequence[Paragraph]) -> DateRange | None:
    dates = [mention.dates for line in lines for mention in find_dates(line.text)]
    order = list(Precision)
    return min(dates, key=lambda each: order.index(each.precision), default=None)
