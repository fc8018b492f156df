"""Phrases written down as data, found in folded text in time linear in its length.

In a phrase, "a/b" is a or b, "[a]" may be left out, and "~" is up to eight words without a
comma, colon, semicolon or full stop between them. Marks stand apart: "attendees :".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import Generic, NamedTuple, TypeVar

from corpus.words.vocabulary import first_run, lowered, vocabulary

Meaning = TypeVar("Meaning")

_ELEMENT = re.compile(r"\[[^\]]*\]|\S+")
_GAP = r"(?:[^\s,.;:]+ +){0,7}?[^\s,.;:]+"


class FoundPhrase(NamedTuple, Generic[Meaning]):
    """A phrase at its place in a text."""

    start: int
    end: int
    meaning: Meaning


class PhraseBook(Generic[Meaning]):
    """Phrases, each list with its meaning; of two that begin at one place the first counts."""

    def __init__(self, entries: Iterable[tuple[Iterable[str], Meaning]]) -> None:
        self._meanings: list[Meaning] = []
        by_first: dict[str, list[str]] = defaultdict(list)
        for phrases, meaning in entries:
            group = f"m{len(self._meanings)}"
            self._meanings.append(meaning)
            for phrase in phrases:
                for word in _first_words(phrase):
                    by_first[word].append(f"(?P<{group}_{len(by_first[word])}>{_source(phrase)})")
        self._sources = dict(by_first)
        self._compiled: dict[str, re.Pattern[str]] = {}  # those of words that were met
        marks = [first for first in by_first if not first_run(first)]
        self._marks = re.compile("|".join(map(re.escape, marks))) if marks else None
        self._by_run: dict[str, list[str]] = defaultdict(list)
        for first in by_first:
            if first_run(first):
                self._by_run[first_run(first)].append(first)

    def find(self, folded: str) -> Iterator[FoundPhrase[Meaning]]:
        """The phrases of a text, left to right, none within another."""
        position = 0
        for start, first in sorted(self._beginnings(folded)):
            match = self._pattern(first).match(folded, start) if start >= position else None
            if match:
                position = match.end()
                number = int((match.lastgroup or "").partition("_")[0][1:])
                yield FoundPhrase(match.start(), position, self._meanings[number])

    def _pattern(self, first: str) -> re.Pattern[str]:
        """What begins with a word, compiled when a text first holds it."""
        if first not in self._compiled:
            sources = "|".join(self._sources[first])
            self._compiled[first] = re.compile(sources, re.IGNORECASE)
        return self._compiled[first]

    def _beginnings(self, folded: str) -> Iterator[tuple[int, str]]:
        """Where the words and marks stand with which phrases begin."""
        runs = self._by_run.keys() & vocabulary(folded)
        lower = lowered(folded) if runs else ""
        for run in runs:
            for first in self._by_run[run]:
                yield from ((match.start(), first) for match in _whole(first).finditer(lower))
        if self._marks:
            yield from ((match.start(), match[0]) for match in self._marks.finditer(folded))


@cache
def _whole(word: str) -> re.Pattern[str]:
    """A word in lower case that is no part of a longer one, looked for at the speed of `find`."""
    return re.compile(rf"{word}(?<![\w-]{word})(?!-?[A-Za-z])")


def _first_words(phrase: str) -> Iterator[str]:
    """The words or marks with which a phrase may begin."""
    for element in _ELEMENT.findall(phrase):
        yield from element.strip("[]").split(" ")[0].lower().split("/")
        if not element.startswith("["):
            return


def _source(phrase: str) -> str:
    """The regular expression source of one phrase, up to the end of its last word."""
    elements = _ELEMENT.findall(phrase)
    opening = list(takewhile(_is_optional, elements))
    required = elements[len(opening) :]
    source = "".join(rf"(?:{_words(each)} +)?" for each in opening) + _words(required[0])
    for before, element in pairwise(required):
        space = r" *" if _is_mark(before) or _is_mark(element) else r" +"
        words = space + _words(element)
        fewest = "?" if "~" in element else ""
        source += f"(?:{words})?{fewest}" if _is_optional(element) else words
    return source if _is_mark(elements[-1]) else source + r"(?![\w-])"


def _is_optional(element: str) -> bool:
    return element.startswith("[")


def _words(element: str) -> str:
    words = element.strip("[]").split()
    source = _word(words[0])
    for before, word in pairwise(words):
        source += (r" *" if _is_mark(before) or _is_mark(word) else r" +") + _word(word)
    return source


def _word(element: str) -> str:
    if element == "~":
        return _GAP
    return "(?:" + "|".join(map(re.escape, element.split("/"))) + ")"


def _is_mark(element: str) -> bool:
    return element.strip("[]")[0] in ",:;.()"
