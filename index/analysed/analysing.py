"""From the text of a document to its terms, its kinds of words, and what it stands under."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain

from corpus.documents import Document, Form, Paragraph
from corpus.facts import Meeting
from corpus.sentences import Span, sentence_spans
from index.analysed.documents import AnalysedDocument, ids, rows
from index.analysis import Analyser
from index.understanding.kinds import kinds_held

WORD = re.compile(r"[^\W\d_]{2,}")

_SIGNATURE = "signed signature signatory post position title"  # what one may be asked for


class Numbering(dict[str, int]):
    """Numbers names in the order in which they are first met, from 0."""

    def __missing__(self, name: str) -> int:
        """Give a new name the next number."""
        self[name] = number = len(self)
        return number


class Analysing:
    """Analyses documents one after the other; their terms, words and kinds get numbers.

    Attributes:
        terms, words, kinds: what the numbers in arrays stand for; they only grow.
    """

    def __init__(
        self, analyser: Analyser, terms: Numbering, words: Numbering, kinds: Numbering
    ) -> None:
        self.terms, self.words, self.kinds = terms, words, kinds
        self._analyser = analyser
        # What many paragraphs stand under is analysed once.
        self.numbers_of: Callable[[str], list[int]] = cache(self._numbers_of)

    def document(self, document: Document, meeting: Meeting | None) -> AnalysedDocument:
        """Analyse what is searched of a document, which reports this meeting."""
        searched = searched_of(document)
        spans = [sentence_spans(each.text) or (Span(0, len(each.text)),) for each in searched]
        texts = [
            span.of(paragraph.text)
            for paragraph, own in zip(searched, spans, strict=True)
            for span in own
        ]
        sentence_starts, flat_spans = rows([[at for span in own for at in span] for own in spans])
        counted = _counted(searched)
        return AnalysedDocument(
            sentence_starts // 2,  # two numbers a sentence
            flat_spans,
            ids([sum(1 << self.kinds[kind] for kind in kinds_held(text)) for text in texts]),
            *rows([self._numbers_of(text) for text in texts]),
            *rows([self._around(document, each, meeting) for each in searched]),
            ids([self.words[word] for word in counted]),
            ids(list(counted.values())),
        )

    def _numbers_of(self, text: str) -> list[int]:
        return [self.terms[term] for term in self._analyser.terms(text)]

    def _around(
        self, document: Document, paragraph: Paragraph, meeting: Meeting | None
    ) -> list[int]:
        parts = (
            paragraph.lead,
            paragraph.section,
            document.label,
            meeting.title if meeting else "",
            _signed_with(document, paragraph),
        )
        return [number for part in parts if part for number in self.numbers_of(part)]


def searched_of(document: Document) -> list[Paragraph]:
    """The paragraphs that say something; who signed is sought as well, so signatures do."""
    return [each for each in document.paragraphs if each.form not in (Form.TITLE, Form.HEADING)]


def _signed_with(document: Document, paragraph: Paragraph) -> str:
    """Of a signature's line, the others: the name, the post and the office belong together."""
    if paragraph.form is not Form.SIGNATURE:
        return ""
    near = document.paragraphs[max(0, paragraph.ordinal - 4) : paragraph.ordinal + 3]
    lines = [each.text for each in near if each.form is Form.SIGNATURE and each != paragraph]
    return " ".join((_SIGNATURE, *lines))


def _counted(paragraphs: list[Paragraph]) -> dict[str, int]:
    """Each word's count doubled, odd where it once begins with a small letter."""
    counted: dict[str, int] = {}
    words = chain.from_iterable(WORD.findall(each.text) for each in paragraphs)
    for word, count in Counter(words).items():
        lower = word.lower()
        counted[lower] = counted.get(lower, 0) + 2 * count | word[0].islower()
    return counted
