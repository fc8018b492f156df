"""The grammar of lists of delegations.

    list  = item { separator item }
    item  = lead [ name ] rest
    name  = state | organisation | adjective ("Mexican Secretary of Security …")

A separator within a name ("Bosnia and Herzegovina", "Korea, Republic of") separates nothing. Whom
an item speaks for, `corpus.attendance.standing` tells.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.attendance.standing import Candidate, NamedDelegation, find_candidates, standing
from corpus.typography import fold
from corpus.words.lists import word_list
from corpus.words.patterns import alternation

__all__ = ["Item", "NamedDelegation", "list_items", "may_list", "parse_names", "punctuated"]

_BRACKETS = re.compile(r"\([^()]{0,1500}\)|\[[^\[\]]{0,1500}\]")
_DASH = re.compile("\u2014|(?<= )[\u2013-](?= )")
_AND = frozenset({"and", "&", "nor"})
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['.-](?=[^\W_]))*")


class Item(NamedTuple):
    """What stands between two separators of a list.

    Attributes:
        new_group: the separator before it begins another group ("; ", "as well as").
        joined: the separator before it holds "and", which joins a group's last member.
        lead: the words before the name, folded; all words where there is no name.
        opens: the lead holds only words that a list may hold.
        closes: so do the words after the name.
    """

    new_group: bool
    joined: bool
    name: NamedDelegation | None
    lead: str
    opens: bool
    closes: bool


def parse_names(text: str, offset: int = 0) -> tuple[NamedDelegation, ...]:
    """The delegations of a list of names, in order, each as often as it stands there.

    Args:
        text: a list in prose: "representatives from A, the Republic of B and C (CCC)".
        offset: added to every start and end.
    """
    return tuple(item.name for item in list_items(text, offset) if item.name is not None)


@lru_cache(maxsize=256)  # a sentence's lists are looked at from either side
def list_items(text: str, offset: int = 0) -> tuple[Item, ...]:
    """The items of a list of names, in order, also those that name no delegation."""
    folded = fold(text)
    candidates = find_candidates(text, folded)
    starts = [each.start for each in candidates]
    items = []
    for start, end, new_group, joined in _slots(_masked(text, folded, candidates)):
        inside = candidates[bisect_left(starts, start) : bisect_left(starts, end)]
        name = standing(text, folded, start, end, inside)
        lead = folded[start : name.start if name else end].strip()
        rest = folded[name.end : end] if name else ""
        if name:
            name = NamedDelegation(name.start + offset, name.end + offset, name.delegation)
        closes = may_list(rest)
        opens = may_list(lead if name else _without(lead, folded, inside))
        items.append(Item(new_group, joined, name, lead, opens, closes))
    return tuple(items)


def _without(words: str, folded: str, names: Sequence[Candidate]) -> str:
    """The words of an item without the names in it that stand for nobody."""
    for each in names:
        words = words.replace(folded[each.start : each.end], " ")
    return words


class _Slot(NamedTuple):
    start: int
    end: int
    new_group: bool
    joined: bool


def _slots(masked: str) -> Iterator[_Slot]:
    """What stands between two separators; empty slots are passed over."""
    start, new_group, joined = 0, False, False
    for separator in (*_separators().finditer(masked), None):
        end = separator.start() if separator else len(masked)
        if masked[start:end].strip():
            yield _Slot(start, end, new_group, joined)
            new_group = joined = False
        if separator:
            start = separator.end()
            new_group |= separator.lastgroup == "between"
            joined |= separator[0] in _AND


@lru_cache(maxsize=256)  # asked for where a signal may be, then where it is
def punctuated(text: str) -> str:
    """The folded text, in which a dash between phrases is a semicolon and no hyphen."""
    return fold(_DASH.sub(";", text))


def _masked(text: str, folded: str, candidates: Sequence[Candidate]) -> str:
    """The text without the names and brackets in which separators do not count.

    A bracket that itself lists names is one group more: "ten members (Fiji, Samoa, …)".
    """
    masked = list(punctuated(text))
    starts = [each.start for each in candidates]
    for bracket in _BRACKETS.finditer(folded):
        start, end = bracket.span()
        if bisect_left(starts, end) - bisect_left(starts, start) > 1:
            masked[start] = masked[end - 1] = ";"
        else:
            masked[start:end] = "X" * (end - start)
    for each in candidates:
        masked[each.start : each.end] = "X" * (each.end - each.start)
    return "".join(masked)


def may_list(words: str) -> bool:
    """Whether words are capitalised or such as lists of names hold."""
    bare = _BRACKETS.sub(" ", words) if "(" in words or "[" in words else words
    return all(word[0].isupper() or word in _list_words() for word in _WORD.findall(bare))


@cache
def _separators() -> re.Pattern[str]:
    lists = word_list("names")["separators"]
    between, within = (
        "|".join(
            rf"\b{alternation([each])}\b" if each.isalpha() else alternation([each])
            for each in lists[key]
        )
        for key in ("between", "within")
    )
    return re.compile(rf"(?P<between>{between})|(?P<within>{within})")


@cache
def _list_words() -> frozenset[str]:
    return frozenset(word for words in word_list("names")["list_words"].values() for word in words)
