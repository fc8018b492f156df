"""The meetings that the paragraphs of one document name, each paragraph read once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.dates import find_dates
from corpus.documents import Paragraph
from corpus.gazetteer import gazetteer
from corpus.meetings.phrases import SHORT_FORM, MeetingPhrase
from corpus.meetings.scenes import Scene, read_scene
from corpus.meetings.sentences import Sighting, phrases_in, sightings
from corpus.meetings.words import Part
from corpus.sentences import Span, sentence_spans
from corpus.typography import fold

_SERIES = (Part.BODY, Part.NAMING)


class Sightings:
    """Reads paragraphs, knowing the bodies that the document abbreviates anywhere."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._acronyms: dict[str, str] = {}
        self._scenes: dict[tuple[int, int | None], Scene] = {}
        self._read: dict[tuple[int, int | None, Span], list[Sighting]] = {}
        self._acronyms.update(list(self._abbreviated(paragraphs)))

    def scene(self, paragraph: Paragraph, year: int | None = None) -> Scene:
        """The dates and places of a paragraph; `year` completes dates that lack one."""
        key = (paragraph.ordinal, _year_that_matters(paragraph.text, year))
        if key not in self._scenes:
            self._scenes[key] = read_scene(paragraph.text, self._acronyms, year)
        return self._scenes[key]

    def of(self, paragraph: Paragraph, year: int | None = None) -> list[Sighting]:
        """The meetings that a paragraph names, in order."""
        return self._sightings(paragraph, year)

    def dated(self, paragraph: Paragraph) -> list[Sighting]:
        """Those in the sentences that hold a date; the others are not read."""
        starts = [each.start for each in self.scene(paragraph).dates]
        return self._sightings(paragraph, None, starts)

    def _sightings(
        self, paragraph: Paragraph, year: int | None, offsets: Sequence[int] | None = None
    ) -> list[Sighting]:
        """Those of all sentences, or of the sentences in which one of the offsets lies."""
        found: list[Sighting] = []
        year = _year_that_matters(paragraph.text, year)
        for span in sentence_spans(paragraph.text):
            if offsets is not None and not _holds(span, offsets):
                continue
            key = (paragraph.ordinal, year, span)
            if key not in self._read:
                self._read[key] = sightings(self.scene(paragraph, year), span)
            found += self._read[key]
        return found

    def _abbreviated(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
        tried: set[str] = set()
        for paragraph in paragraphs:
            new = [each for each in SHORT_FORM.finditer(paragraph.text) if each[0] not in tried]
            tried |= {each[0] for each in new}
            starts = [each.start() for each in new]
            for span in sentence_spans(paragraph.text) if starts else ():
                if _holds(span, starts):
                    yield from _bodies(paragraph.text, phrases_in(self.scene(paragraph), span))


@lru_cache(maxsize=1)  # a document is read for the meeting it reports, then for all of them
def sightings_in(paragraphs: tuple[Paragraph, ...]) -> Sightings:
    """The meetings that the paragraphs of one document name."""
    return Sightings(paragraphs)


def _year_that_matters(text: str, year: int | None) -> int | None:
    """The year, if the text has dates that it completes; with any other it reads the same."""
    matters = year is not None and find_dates(text, year=year) != find_dates(text)
    return year if matters else None


def _holds(span: Span, offsets: Sequence[int]) -> bool:
    return any(span.start <= offset < span.end for offset in offsets)


def _bodies(text: str, phrases: Sequence[MeetingPhrase]) -> Iterator[tuple[str, str]]:
    """The short forms that phrases hold, each with the series that it stands for."""
    for phrase in phrases:
        short = _short_form(text, phrase)
        if short and phrase.body and gazetteer().find(phrase.body) is None:
            yield short, phrase.body


def _short_form(text: str, phrase: MeetingPhrase) -> str:
    """The short form in brackets right after a series' name: "… Initiative (CRI)"."""
    for found in SHORT_FORM.finditer(text, phrase.start, phrase.end):
        is_last = phrase.head in _SERIES and found.end() == phrase.end
        if is_last or fold(text[phrase.start : found.start()]).rstrip().endswith(phrase.body):
            return found["short"]
    return ""
