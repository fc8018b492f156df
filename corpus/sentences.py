"""Where the sentences of a paragraph begin and end."""

from functools import lru_cache
from typing import NamedTuple

from sentencex import get_sentence_boundaries


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
    spans = []
    for boundary in get_sentence_boundaries("en", text):
        words = text[boundary["start_index"] : boundary["end_index"]]
        start = boundary["start_index"] + len(words) - len(words.lstrip())
        end = boundary["start_index"] + len(words.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)
