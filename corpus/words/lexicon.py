"""Known phrases found in running text, in time linear in the text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from corpus.words.vocabulary import first_run, lowered, vocabulary

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase at its place in a text."""

    start: int
    end: int
    value: T


class Lexicon(Generic[T]):
    """Phrases of one or more words; case is passed over, and so is the width of spaces."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._values: dict[str, T] = {}
        self._by_run: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
        self._compiled: dict[str, re.Pattern[str]] = {}  # those of runs that were met
        for phrase, value in entries.items():
            words = _WORD.findall(phrase.lower())
            self._values.setdefault(" ".join(words), value)
            self._by_run[first_run(phrase)].append(words)

    def find(self, text: str) -> Iterator[Found[T]]:
        """The phrases in `text` as whole words, left to right, the longest at each place."""
        runs = self._by_run.keys() & vocabulary(text)
        if not runs:
            return
        lower = lowered(text)
        free = 0  # where the phrases found so far end
        for match in sorted(
            (match for run in runs for match in self._pattern(run).finditer(lower)),
            key=re.Match.start,
        ):
            if match.start() >= free:
                free = match.end()
                yield Found(match.start(), free, self._values[" ".join(match[0].split())])

    def _pattern(self, run: str) -> re.Pattern[str]:
        if run not in self._compiled:
            self._compiled[run] = _pattern(run, self._by_run[run])
        return self._compiled[run]


def _pattern(run: str, phrases: Sequence[Sequence[str]]) -> re.Pattern[str]:
    """Any of the phrases that begin with a run, the longest first, no word cut in two.

    The pattern begins with the run itself, so that a text is searched at the speed of `find`.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    rest = "|".join(
        r"\s+".join(map(re.escape, phrase)).removeprefix(run) for phrase in longest_first
    )
    return re.compile(rf"{run}(?<![^\W_]{run})(?<![^\W_]-{run})(?:{rest})(?!-?[^\W_])")
