"""The paragraphs of one document as scenes in which meetings are sighted."""

import re
from collections.abc import Iterator

from corpus.dates import find_dates
from corpus.documents import Document, Paragraph
from corpus.facts import DelegationKind
from corpus.gazetteer import gazetteer
from corpus.meeting_phrases import MeetingPhrase
from corpus.meeting_sentences import Scene, Sighting, sightings
from corpus.meeting_words import Part
from corpus.sentences import sentence_spans
from corpus.typography import fold

_SHORT_FORM = re.compile(r"\((?:the )?\"?(?P<short>[A-Z][A-Za-z]?[A-Z]{1,8})\"?\)")
_SERIES = (Part.BODY, Part.NAMING)


class Scenes:
    """Reads each paragraph once; later ones know the abbreviations that earlier ones introduce."""

    def __init__(self, document: Document) -> None:
        self._year: int | None = None
        self._acronyms: dict[str, str] = {}
        self._acronyms = dict(self._abbreviated(document))

    def with_year(self, year: int | None) -> None:
        """Complete dates that lack a year from now on."""
        self._year = year

    def scene(self, paragraph: Paragraph) -> Scene:
        """The dates and places of a paragraph."""
        places = gazetteer()
        mentions = places.scan(paragraph.text)
        return Scene(
            folded=fold(paragraph.text),
            dates=find_dates(paragraph.text, year=self._year),
            cities=places.cities(paragraph.text),
            countries=[each for each in mentions if _is_country(each.delegation.kind)],
            acronyms=self._acronyms,
        )

    def sightings(self, paragraph: Paragraph) -> list[Sighting]:
        """The meetings that a paragraph names, in order."""
        scene = self.scene(paragraph)
        spans = sentence_spans(paragraph.text)
        return [sighting for span in spans for sighting in sightings(scene, span)]

    def _abbreviated(self, document: Document) -> Iterator[tuple[str, str]]:
        for paragraph in document.paragraphs:
            if _SHORT_FORM.search(paragraph.text):
                for sighting in self.sightings(paragraph):
                    short = _short_form(paragraph.text, sighting.phrase)
                    if short and sighting.phrase.head in _SERIES and sighting.phrase.body:
                        yield short, sighting.phrase.body


def _is_country(kind: DelegationKind) -> bool:
    return kind is DelegationKind.COUNTRY


def _short_form(text: str, phrase: MeetingPhrase) -> str:
    """The short form in brackets at the end of a phrase: "… Initiative (CRI)"."""
    found = list(_SHORT_FORM.finditer(text, phrase.start, phrase.end))
    return found[-1]["short"] if found and found[-1].end() == phrase.end else ""
