"""Known phrases found in running text, in time linear in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

T = TypeVar("T")
_Word = tuple[str, int, int]  # in lower case, with its place; no class, as there are so many


class Found(NamedTuple, Generic[T]):
    """A phrase at its place in a text."""

    start: int
    end: int
    value: T


class Lexicon(Generic[T]):
    """Phrases of one or more words; case is passed over, and so is the width of spaces."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries.items():
            first, *rest = _WORD.findall(phrase.lower())
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> Iterator[Found[T]]:
        """The phrases in `text` as whole words, left to right, the longest at each place."""
        if self._by_first.keys().isdisjoint(_different_words(text)):
            return
        words = _words(text)
        free = 0  # the first word that no phrase found so far has taken
        for number, (word, start, _) in enumerate(words):
            if word not in self._by_first or number < free:
                continue
            for rest, value in self._by_first[word]:
                last = _last_word(text, words, number, rest)
                if last is not None:
                    yield Found(start, words[last][2], value)
                    free = last + 1
                    break


@lru_cache(maxsize=64)  # a sentence is searched for the phrases of several lists
def _different_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple([(each[0].lower(), each.start(), each.end()) for each in _WORD.finditer(text)])


def _last_word(text: str, words: Sequence[_Word], number: int, rest: tuple[str, ...]) -> int | None:
    """The number of the phrase's last word if the rest of it follows, spaces between."""
    for wanted in rest:
        number += 1
        if number == len(words) or words[number][0] != wanted:
            return None
        if not text[words[number - 1][2] : words[number][1]].isspace():
            return None
    return number
