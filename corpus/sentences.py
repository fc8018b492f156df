"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from corpus.words.lists import word_list

_LAST_WORD = re.compile(r"(?<![\w.])(?P<word>[\w.]{1,8})\.\Z")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.\Z")
_NOTE = re.compile(r"[a-z)]{2}\.(?P<number>\d{1,2}) +(?=[A-Z][a-z])")
_TAIL = 12  # characters at the end of a sentence that tell whether it is one


class Span(NamedTuple):
    """A slice of a text, by offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]


@lru_cache(maxsize=1024)  # several readers split the same paragraph
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of `text` without the white space around them, in order.

    Cost grows linearly with the length of the text.
    """
    spans: list[Span] = []
    for boundary in get_sentence_boundaries("en", text):
        words = text[boundary["start_index"] : boundary["end_index"]]
        start = boundary["start_index"] + len(words) - len(words.lstrip())
        end = boundary["start_index"] + len(words.rstrip())
        if spans and start < end and _goes_on(text, spans[-1], start):
            spans[-1] = Span(spans[-1].start, end)
        elif start < end:
            spans.append(Span(start, end))
    return tuple(part for span in spans for part in _without_notes(text, span))


def _without_notes(text: str, span: Span) -> Iterator[Span]:
    """The sentences that a footnote's number holds together: "in Jordan.1 The Workshop …"."""
    start = span.start
    for note in _NOTE.finditer(text, span.start, span.end):
        yield Span(start, note.end("number"))
        start = note.end()
    yield Span(start, span.end)


def _goes_on(text: str, before: Span, start: int) -> bool:
    """Whether a full stop ends no sentence: "EU-U.|S. talks", "by Ms.| Manton"."""
    word = _LAST_WORD.search(text, max(before.start, before.end - _TAIL), before.end)
    inside = before.end == start and _INITIAL.search(text, max(0, start - 3), start)
    return bool(inside) or (word is not None and word["word"].lower() in _titles())


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_list("layout")["titles"])
