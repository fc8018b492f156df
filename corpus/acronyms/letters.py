"""Whether the letters of a short form stand in the words of a long one."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpus.words.lists import word_list

_MOST_EXTRA_WORDS = 5  # a long form has at most this many words more than twice the letters
_SKIPPED_WORD = 2  # what it costs to leave a content word out
_INNER_LETTER = 1  # and to take a letter from inside a word
_TAIL = 1  # and to leave out what a preposition ties to the end: "Forum on Energy"
_NEVER = 1000


class Word(NamedTuple):
    """A word at its place; `tied` to the one before by a hyphen."""

    start: int
    end: int
    text: str
    tied: bool = False


def long_form_start(words: Sequence[Word], short: str) -> int | None:
    """Where the long form begins that ends with the last word, or None if there is none.

    Each letter stands at the beginning of a word or, at a cost, inside one whose beginning
    is taken; words left out cost too. The cheapest beginning wins, then the latest; what
    costs more than the letters less two is no long form. Short forms of small letters, and
    long forms of small words, must match without cost.
    """
    letters = [each.lower() for each in short if each.isalnum()]
    nearest = words[-(2 * len(letters) + _MOST_EXTRA_WORDS) :]
    best = _NEVER, 0
    for place in range(len(nearest) - 1, -1, -1):
        if nearest[place].text[0].lower() == letters[0]:
            cost = _cost(tuple(nearest[place:]), "".join(letters))
            best = min(best, (cost, -place))
    cost, place = best
    return nearest[-place].start if cost <= _limit(nearest[-place:], short) else None


def _limit(words: Sequence[Word], short: str) -> int:
    content = [word for word in words if not is_function_word(word.text) and not word.tied]
    capitalised = sum(word.text[0].isupper() or word.text.isdecimal() for word in content)
    if short.islower() or 2 * capitalised < len(content):
        return 0
    return max(0, sum(map(str.isalnum, short)) - 2)


def _cost(words: tuple[Word, ...], letters: str) -> int:
    """The least cost of spelling `letters` with `words`, the first of which must be taken."""
    tables = [[_NEVER] * (len(letters) + 1) for _ in range(len(words) + 1)]
    tables[-1][-1] = 0
    for place in range(len(words) - 1, -1, -1):
        word, below, costs = words[place], tables[place + 1], tables[place]
        for used in range(len(letters) + 1):
            take = _take(word.text, letters, used, below)
            costs[used] = take if place == 0 else min(take, _skip(word) + below[used])
        if place and is_function_word(word.text):
            costs[-1] = min(costs[-1], _TAIL)
    return tables[0][0]


def _take(word: str, letters: str, used: int, below: Sequence[int]) -> int:
    """The least cost of spelling `letters[used:]` from a word's beginning and those after it."""
    lower, best, cost, position = word.lower(), _NEVER, 0, 0
    for taken in range(used, len(letters)):
        found = lower.find(letters[taken], position)
        if found < 0 or (taken == used and found > 0):
            break
        run_on = found == position or word[found].isupper()
        cost += 0 if run_on else _INNER_LETTER
        position = found + 1
        best = min(best, cost + below[taken + 1])
    return best


def _skip(word: Word) -> int:
    return 0 if word.tied or is_function_word(word.text) else _SKIPPED_WORD


def is_function_word(word: str) -> bool:
    """Whether an acronym may leave a word out at no cost."""
    return word.lower() in _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word_list("acronyms")["function_words"])
