"""What people read in a terminal: answers, passages, sources and results as rows of text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from index.answers import Answer, Disagreement, Line, Quotation, SourceView, answer_text
from index.generation import Edition
from index.quoting import quotation
from index.search import Passage

# A document must not steer a terminal.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LIST = 2
_QUOTE = 4


class Row(NamedTuple):
    """One line, or where it is wrapped one block, and how far in it stands."""

    text: Text
    indent: int = 0


def answer_rows(answer: Answer) -> Iterator[Row]:
    """The answer, its list by group, disagreements, then what it rests on, quoted."""
    yield Row(_marked(answer.text, answer.text_sources, "bold"))
    if answer.reason.casefold() not in answer.text.casefold():
        yield Row(_plain(answer.reason))
    if answer.understood:
        yield Row(_plain(f"Understood: {answer.understood}", "dim"))
    if answer.note:
        yield Row(_plain(answer.note, "yellow"))
    yield from _line_rows(answer.lines)
    for conflict in answer.conflicts:
        yield from _conflict_rows(conflict, answer.citations)
    if answer.citations:
        yield Row(Text())
        yield from _citation_rows(answer)


def edition_rows(edition: Edition | None) -> Iterator[Row]:
    """What an answer rests on, where that is told."""
    if edition is not None:
        told = str(edition)
        yield Row(_plain(f"{told[:1].upper()}{told[1:]}", "dim"))


def passage_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Ranked passages, each with its score."""
    for place, passage in enumerate(passages, start=1):
        whole = quotation(passage.document, passage.paragraph)
        yield from _quotation_rows(place, whole, f"score {passage.score:.2f}")
    if not passages:
        yield Row(_plain("No paragraph holds any of these words."))


def source_rows(view: SourceView) -> Iterator[Row]:
    """A paragraph between its neighbours, which are dimmed."""
    yield Row(Text().append(_plain(view.label, "bold")).append(f"  {view.citation}", "dim"))
    day = f", {view.date.isoformat()}" if view.date else ""
    yield Row(_plain(f"{view.title} ({view.file}{day})", "dim"))
    if view.superseded:
        yield Row(_plain("Superseded: a later revision no longer holds these words.", "yellow"))
    if view.section:
        yield Row(_plain(view.section, "underline"))
    for text, style in ((view.before, "dim"), (view.text, ""), (view.after, "dim")):
        if text:
            yield Row(Text())
            yield Row(_plain(text, style), _LIST)


def _line_rows(lines: Sequence[Line]) -> Iterator[Row]:
    for group, members in groupby(lines, key=lambda line: line.group):
        if group:
            yield Row(_plain(group, "underline"))
        for line in members:
            yield Row(Text("• ") + _marked(line.text, line.sources), _LIST)


def _citation_rows(answer: Answer) -> Iterator[Row]:
    """Every citation; its words only where the answer has not said them already."""
    if answer.abstained:
        yield Row(_plain("The nearest paragraphs, which do not answer it:", "yellow"))
    said = answer_text(answer)
    for place, cited in enumerate(answer.citations, start=1):
        heading, quote = _quotation_rows(place, cited)
        yield heading
        if cited.corrected:
            yield Row(_plain(f"({cited.corrected})", "yellow"), _QUOTE)
        if cited.quote not in said:
            yield quote


def _conflict_rows(conflict: Disagreement, citations: Sequence[Quotation]) -> Iterator[Row]:
    yield Row(_plain(f"The sources disagree: {conflict.subject}", "yellow"))
    for stated, place in conflict.stated:
        cited = citations[place - 1]
        day = f" ({cited.date.isoformat()})" if cited.date else ""
        said = _marked(f"{cited.label}{day}: {stated}", (place,))
        yield Row(Text("• ") + said, _LIST)


def _quotation_rows(place: int, cited: Quotation, note: str = "") -> tuple[Row, Row]:
    """Its label and citation, and its words."""
    heading = Text()
    heading.append(f"[{place}] ", "cyan").append(_plain(cited.label, "bold"))
    heading.append(f"  {cited.citation}  {note}".rstrip(), "dim")
    return Row(heading), Row(_plain(f"“{cited.quote}”"), _QUOTE)


def _marked(text: str, sources: Sequence[int], style: str = "") -> Text:
    marked = Text().append(_plain(text, style))
    if sources:
        marked.append(" " + "".join(f"[{place}]" for place in sources), "cyan")
    return marked


def _plain(text: str, style: str = "") -> Text:
    return Text(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text), style)
