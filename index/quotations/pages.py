"""A document as one run of plain words, in which quotes are found and led back to paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corpus.typography import fold
from index.meeting_names import words_of
from index.quotations.word_diff import Change, Op

_SLACK = 20  # characters more than a text has itself, in which it is looked for
_REACH = 2  # paragraphs that an omission may skip: beyond it a quote joins what is far apart
_MARKS = str.maketrans("•‣▪◦·", "     ")  # of lists; they stand outside a paragraph's text
_RUN = re.compile(r"\S+")
# What a quote may not cut in two: "legal" is not in "illegal", "non-legal" or "40" in "40,000".
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-\u2010\u2011'\u2019]\w+)*")


class Place(NamedTuple):
    """A slice of a page, by offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The plain words of paragraphs, a single space between them.

    Attributes:
        texts: the paragraphs, verbatim.
        words: their plain forms, joined.
        starts: where each paragraph begins in `words`.
    """

    texts: tuple[str, ...]
    words: str
    starts: tuple[int, ...]

    def find(self, fragments: Sequence[str]) -> Iterator[tuple[Place, ...]]:
        """Every place of the first fragment from which the others follow within reach."""
        first, *others = fragments
        for place in self._places(first, 0):
            places = [place]
            for fragment in others:
                following = next(self._places(fragment, places[-1].end), None)
                if following is None or not self._near(places[-1], following):
                    break
                places.append(following)
            else:
                yield tuple(places)

    def slices(self, place: Place) -> list[tuple[int, str]]:
        """The verbatim words of a place: paragraph by paragraph, with its ordinal."""
        first, last = self._paragraph(place.start), self._paragraph(place.end - 1)
        found = []
        for number in range(first, last + 1):
            runs = [match.span() for match in _RUN.finditer(_unmarked(self.texts[number]))]
            begin = max(0, place.start - self.starts[number])
            end = min(sum(b - a for a, b in runs) + len(runs) - 1, place.end - self.starts[number])
            if end > begin:
                text = self.texts[number]
                found.append((number + 1, text[_offset(runs, begin) : _offset(runs, end - 1) + 1]))
        return found

    def changes(self, places: Sequence[Place]) -> Iterator[Change]:
        """The words at these places as kept, those between them as left out."""
        for number, place in enumerate(places):
            if number:
                left_out = self.words[places[number - 1].end : place.start].strip()
                if left_out:
                    yield Change(Op.REMOVED, left_out)
            yield Change(Op.SAME, " ".join(words for _, words in self.slices(place)))

    def shared(self, places: Sequence[Place], before: str, behind: str) -> float:
        """The share of these words that stand right before and behind the places, in their order.

        Words are compared one by one, from the places outwards.
        """
        start, end = places[0].start, places[-1].end
        ahead, after = words_of(before)[::-1], words_of(behind)
        theirs_ahead = words_of(self.words[max(0, start - len(before) - _SLACK) : start])[::-1]
        theirs_after = words_of(self.words[end : end + len(behind) + _SLACK])
        pairs = [*zip(ahead, theirs_ahead, strict=False), *zip(after, theirs_after, strict=False)]
        said = len(ahead) + len(after)
        return sum(mine == theirs for mine, theirs in pairs) / said if said else 0.0

    def _places(self, fragment: str, start: int) -> Iterator[Place]:
        at = self.words.find(fragment, start)
        while at >= 0:
            place = Place(at, at + len(fragment))
            if not (self._cuts(place.start) or self._cuts(place.end)):
                yield place
            at = self.words.find(fragment, at + 1)

    def _cuts(self, offset: int) -> bool:
        """Whether an offset lies inside a word."""
        begin = self.words.rfind(" ", 0, offset) + 1
        end = self.words.find(" ", offset)
        run = self.words[begin : end if end >= 0 else len(self.words)]
        at = offset - begin
        return any(match.start() < at < match.end() for match in _WORD.finditer(run))

    def _near(self, one: Place, other: Place) -> bool:
        return self._paragraph(other.start) - self._paragraph(one.end - 1) <= _REACH

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


@lru_cache(maxsize=4096)
def page_of(texts: tuple[str, ...]) -> Page:
    """The page of a document's paragraphs; kept, as every quote is looked for in all of them."""
    plains = [plain(text) for text in texts]
    starts, at = [], 0
    for each in plains:
        starts.append(at)
        at += len(each) + 1
    return Page(texts, " ".join(plains), tuple(starts))


def plain(text: str) -> str:
    """A text without what typing and copying change: typography, markup, list marks, spacing."""
    return " ".join(_unmarked(text).split())


def _unmarked(text: str) -> str:
    return fold(text).translate(_MARKS)


def _offset(runs: Sequence[tuple[int, int]], at: int) -> int:
    """Where the character at this offset of the plain form stands in the text itself."""
    for start, end in runs:
        if at < end - start:
            return start + at
        at -= end - start + 1
        if at < 0:  # the space behind the run
            return end
    return runs[-1][1] - 1
