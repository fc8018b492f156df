"""The meetings that the paragraphs of one document name, each paragraph read once."""

import re
from collections.abc import Iterator

from corpus.documents import Document, Paragraph
from corpus.meeting_phrases import MeetingPhrase
from corpus.meeting_scenes import Scene, read_scene
from corpus.meeting_sentences import Sighting, sightings
from corpus.meeting_words import Part
from corpus.sentences import sentence_spans

_SHORT_FORM = re.compile(r"\((?:the )?\"?(?P<short>[A-Z][A-Za-z]?[A-Z]{1,8})\"?\)")
_SERIES = (Part.BODY, Part.NAMING)


class Sightings:
    """Reads paragraphs, knowing the bodies that the document abbreviates anywhere."""

    def __init__(self, document: Document) -> None:
        self._acronyms: dict[str, str] = {}
        self._read: dict[tuple[int, int | None], list[Sighting]] = {}
        self._acronyms = dict(self._abbreviated(document))
        self._read.clear()

    def scene(self, paragraph: Paragraph, year: int | None = None) -> Scene:
        """The dates and places of a paragraph; `year` completes dates that lack one."""
        return read_scene(paragraph.text, self._acronyms, year)

    def of(self, paragraph: Paragraph, year: int | None = None) -> list[Sighting]:
        """The meetings that a paragraph names, in order."""
        key = (paragraph.ordinal, year)
        if key not in self._read:
            scene = self.scene(paragraph, year)
            spans = sentence_spans(paragraph.text)
            self._read[key] = [each for span in spans for each in sightings(scene, span)]
        return self._read[key]

    def _abbreviated(self, document: Document) -> Iterator[tuple[str, str]]:
        for paragraph in document.paragraphs:
            if _SHORT_FORM.search(paragraph.text):
                for sighting in self.of(paragraph):
                    short = _short_form(paragraph.text, sighting.phrase)
                    if short and sighting.phrase.head in _SERIES and sighting.phrase.body:
                        yield short, sighting.phrase.body


def _short_form(text: str, phrase: MeetingPhrase) -> str:
    """The short form in brackets at the end of a phrase: "… Initiative (CRI)"."""
    found = list(_SHORT_FORM.finditer(text, phrase.start, phrase.end))
    return found[-1]["short"] if found and found[-1].end() == phrase.end else ""
