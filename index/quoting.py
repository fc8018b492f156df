"""Turning citations into quotations: the paragraph, and the words of it that matter."""

from dataclasses import replace

from corpus.documents import Citation, Document, Paragraph
from corpus.sentences import sentence_spans
from index.answers import Disagreement, Quotation
from index.corrected_facts import corrected_facts
from index.generation import Generation


class BrokenCitationError(LookupError):
    """A fact cites a paragraph that its own generation does not hold: a defect, never shown."""


class Quoter:
    """Numbers the sources of one answer from 1; a paragraph gets one number."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._places: dict[Citation, int] = {}
        self._quotations: list[Quotation] = []

    def cite(self, citation: Citation, words: str = "", score: float = 0.0) -> int:
        """Add a source and give its number.

        `words`, a slice of the paragraph, choose the sentences that are quoted; without
        them the whole paragraph is. The quote of a paragraph cited before is widened to them.

        Raises:
            BrokenCitationError: neither the generation nor an earlier text holds it.
        """
        if citation in self._places:
            self._widen(self._places[citation], words)
            return self._places[citation]
        found = self._generation.recall(citation)
        if found is None:
            raise BrokenCitationError(str(citation))
        corrected = corrected_facts(self._generation).get(citation, "")
        quoted = quotation(*found, words, score)
        self._quotations.append(replace(quoted, corrected=corrected) if corrected else quoted)
        self._places[citation] = len(self._quotations)
        return len(self._quotations)

    def _widen(self, place: int, words: str) -> None:
        """Let a quotation reach from the sentences that it quotes to those that hold `words`."""
        known = self._quotations[place - 1]
        more = sentences_holding(known.text, words) if words else known.quote
        start = min(known.text.find(known.quote), known.text.find(more))
        ends = [known.text.find(each) + len(each) for each in (known.quote, more)]
        self._quotations[place - 1] = replace(known, quote=known.text[start : max(ends)])

    def text(self, citation: Citation) -> str:
        """The words of a paragraph of the generation; "" where it does not hold it."""
        found = self._generation.resolve(citation)
        return found[1].text if found else ""

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The sources, by number."""
        return tuple(self._quotations)


def quotation(
    document: Document, paragraph: Paragraph, words: str = "", score: float = 0.0
) -> Quotation:
    """Quote the sentences of a paragraph that hold `words`, or all of it."""
    return Quotation(
        citation=document.cite(paragraph),
        label=document.label_of(paragraph),
        file=document.file,
        title=document.title,
        date=document.date,
        printed=paragraph.printed,
        text=paragraph.text,
        quote=sentences_holding(paragraph.text, words),
        score=score,
    )


def sentences_holding(text: str, words: str) -> str:
    """The run of whole sentences of `text` in which `words` stand; all of it if nowhere."""
    start = text.find(words) if words else -1
    if start < 0:
        return text
    end = start + len(words)
    touched = [s for s in sentence_spans(text) if s.start < end and start < s.end]
    return text[touched[0].start : touched[-1].end] if touched else text


def disagreements(generation: Generation, quoter: Quoter, *keys: str) -> tuple[Disagreement, ...]:
    """The conflicts whose subject names one of `keys` (a label or an id), each side cited."""
    found = []
    for conflict in generation.facts.conflicts:
        if any(key and key in conflict.subject for key in keys):
            stated = tuple((what, quoter.cite(where, what)) for what, where in conflict.stated)
            found.append(Disagreement(conflict.subject, stated))
    return tuple(found)
