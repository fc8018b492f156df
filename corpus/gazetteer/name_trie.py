"""Known names found in running text, longest first, in time linear in the text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

# A word (its possessive ending swallowed) or a mark that names are written with, after a gap
# that may stand inside a name: "Timor-Leste", "Lao P.D.R.", "Côte d'Ivoire".
_TOKEN = re.compile(
    r"(?P<gap> *[-'.]? *)(?:(?P<word>(?:[^\W_]|[\u0300-\u036f])+)(?:'s\b)?|(?P<mark>[&,()/]))"
)
_CAPITAL = re.compile(r"[^\W\da-z_](?<![^\W_].)(?:[^\W_]|[\u0300-\u036f])*")
_PLAIN_CAPITAL = re.compile(r"[A-Z](?<![A-Za-z0-9].)[A-Za-z0-9]*")  # the same in ASCII, faster
_SAME_WORD = {"st": "saint", "peoples": "people", "&": "and"}
_ABBREVIATION = 2  # letters at most before a full stop inside a name: "U.S.", "St. Lucia"
_ACRONYM = 8  # letters at most


@lru_cache(maxsize=50_000)
def normal_word(word: str) -> str:
    """One spelling for a word: no case, no accents, "St" as "Saint", "Peoples" as "People"."""
    folded = word.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(each for each in decomposed if not unicodedata.combining(each))
    return _SAME_WORD.get(folded, folded)


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone, and so must be met exactly so."""
    letters = _letters(name)
    return " " not in name and 1 < len(letters) <= _ACRONYM and letters.isupper()


class Found(NamedTuple, Generic[Value]):
    """A known name at its place in a text."""

    start: int
    end: int
    value: Value


@dataclass(slots=True)
class _Node(Generic[Value]):
    children: "dict[str, _Node[Value]]" = field(default_factory=dict)
    in_words: list[Value] = field(default_factory=list)
    in_capitals: dict[str, Value] = field(default_factory=dict)

    def enter(self, name: str, value: Value) -> None:
        """Put a name below its first word, which this node stands for."""
        node = self
        for match in islice(_TOKEN.finditer(name), 1, None):
            node = node.children.setdefault(normal_word(match["word"] or match["mark"]), _Node())
        if is_acronym(name):
            node.in_capitals.setdefault(_letters(name), value)
        else:
            node.in_words.append(value)

    def values(self, written: str) -> list[Value]:
        """What is known by the name that ends here; an acronym only if written as such."""
        letters = _letters(written) if self.in_capitals else ""
        return [self.in_capitals[letters]] if letters in self.in_capitals else self.in_words


def first_word(name: str) -> str:
    """The first word or mark of a name in its one spelling; "" if it has none."""
    first = _TOKEN.search(name)
    return normal_word(first["word"] or first["mark"]) if first else ""


class NameTrie(Generic[Value]):
    """Names word by word; the first value given to a name stays.

    Args:
        listed: further names with their values, by their first word. It is asked when a text
            holds the word: of the tens of thousands of cities a corpus names a few hundred.
    """

    def __init__(
        self, listed: Callable[[str], Sequence[tuple[str, Value]]] = lambda word: ()
    ) -> None:
        self._listed = listed
        self._names: dict[str, list[tuple[str, Value]]] = {}  # by first word
        self._branches: dict[str, _Node[Value]] = {}

    def add(self, name: str, value: Value) -> None:
        """Enter a name, of one word or more, under which `value` is known."""
        word = first_word(name)
        if word:
            self._names.setdefault(word, []).append((name, value))
            self._branches.pop(word, None)

    def _branch(self, word: str) -> _Node[Value] | None:
        """The names that begin with a word, made a branch when first asked for."""
        branch = self._branches.get(word)
        if branch is None:
            own, listed = self._names.get(word), self._listed(word)
            if not own and not listed:
                return None
            names = (*(own or ()), *listed)
            branch = _Node()
            for name, value in names:
                branch.enter(name, value)
            self._branches[word] = branch  # whole, as other threads may look
        return branch

    def find(self, folded: str) -> Value | None:
        """The value of a whole text, in any case, or None."""
        node, end = None, 0
        for match in _TOKEN.finditer(folded):
            word = normal_word(match["word"] or match["mark"])
            node = node.children.get(word) if node else self._branch(word)
            if node is None or match.start() != end:
                return None
            end = match.end()
        if node is None or folded[end:].strip(". "):
            return None
        return next(iter(node.values(folded) or node.in_capitals.values()), None)

    def scan(self, folded: str) -> Iterator[Found[Value]]:
        """The names in a folded text, left to right, the longest at each place.

        A name begins with a capital letter.
        """
        position = 0
        for start, word in _capitalised(folded):
            branch = self._branch(word) if start >= position else None
            found = self._longest(folded, start, branch) if branch else None
            if found is not None:
                yield found
                position = found.end

    def _longest(self, folded: str, start: int, branch: _Node[Value]) -> Found[Value] | None:
        node, position, longest, word = None, start, None, ""
        while (node is None or node.children) and (match := _TOKEN.match(folded, position)):
            gap, spelt, mark = match.groups()
            if position > start and not _holds_together(gap, word):
                break
            word = spelt or mark
            node = node.children.get(normal_word(word)) if node else branch
            if node is None:
                break
            position = match.end()
            end = match.end("word") if spelt else position
            if node.in_words or node.in_capitals:
                for value in node.values(folded[start:end])[:1]:
                    longest = Found(start, _with_full_stop(folded, start, end), value)
        return longest


@lru_cache(maxsize=1024)  # each list of names is looked for in the same text
def _capitalised(folded: str) -> tuple[tuple[int, str], ...]:
    """Where words with a capital begin, and those words in their one spelling."""
    capital = _PLAIN_CAPITAL if folded.isascii() else _CAPITAL
    return tuple([(each.start(), normal_word(each[0])) for each in capital.finditer(folded)])


def _holds_together(gap: str, word: str) -> bool:
    return "." not in gap or len(word) <= _ABBREVIATION


def _with_full_stop(folded: str, start: int, end: int) -> int:
    """Past the last full stop of "U.S."."""
    dotted = folded[end - 2 : end - 1] == "." and end - 2 > start
    return end + 1 if dotted and folded[end : end + 1] == "." else end


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())
