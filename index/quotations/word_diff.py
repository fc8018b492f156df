"""Two texts word by word: what a quote keeps of its source, leaves out and adds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from corpus.typography import fold

_RUN = re.compile(r"\S+")
_MARGIN = 8  # words beside the best window that may still belong to a quote
_WORDLESS = re.compile(r"[\W_]*")
_MARKED = re.compile(r"[\[\]…]|\.{3}")
_EDGES = " \t\n\"'“”‘’.,;:!?…()[]"


class Op(StrEnum):
    """What happened to words between the source and the quote."""

    SAME = "="
    REMOVED = "-"  # the source has them, the quote has not
    ADDED = "+"  # the quote has them, the source has not


class Change(NamedTuple):
    """A run of words and what happened to it."""

    op: Op
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quote beside the words of a paragraph that it is closest to.

    Attributes:
        words: these words, a slice of the paragraph.
        kept: share of the quote's words that stand in them, in order, from 0 to 1.
        similarity: that share, less what of the paragraph's words the quote lacks.
    """

    words: str
    changes: tuple[Change, ...]
    kept: float
    similarity: float


def has_words(text: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return not _WORDLESS.fullmatch(text)


def compare(source: str, quote: str) -> Comparison:
    """Align a quote with the part of `source`, a paragraph, that it is closest to."""
    spans = [match.span() for match in _RUN.finditer(fold(source))]
    theirs = [source[start:end] for start, end in spans]
    mine = [word for word in _MARKED.sub(" ", quote).split() if has_words(word)]
    if not mine or not theirs:
        return _NOTHING
    begin, end = _window([_key(word) for word in theirs], [_key(word) for word in mine])
    steps = _trimmed(_steps(theirs[begin:end], mine))
    used = [step.theirs for step in steps if step.theirs is not None]
    if not used:
        return _NOTHING
    aligned = sum(step.theirs is not None and step.mine is not None for step in steps)
    words = source[spans[begin + used[0]][0] : spans[begin + used[-1]][1]]
    changes = tuple(_merged(_told(steps, theirs[begin:end], mine)))
    return Comparison(words, changes, aligned / len(mine), 2 * aligned / (len(mine) + len(used)))


class _Step(NamedTuple):
    """A word of the source, of the quote, or one of each that answer to one another."""

    theirs: int | None
    mine: int | None


def _window(theirs: Sequence[str], mine: Sequence[str]) -> tuple[int, int]:
    """The part of the source that is most like the quote, with a margin."""
    if len(theirs) <= len(mine):
        return 0, len(theirs)
    best = fuzz.partial_ratio_alignment(mine, theirs)
    if best is None:
        return 0, len(theirs)
    return max(0, best.dest_start - _MARGIN), min(len(theirs), best.dest_end + _MARGIN)


def _steps(theirs: Sequence[str], mine: Sequence[str]) -> Iterator[_Step]:
    """The longest common run of words; what stands between its words, the source's first."""
    opcodes = LCSseq.opcodes([_key(word) for word in theirs], [_key(word) for word in mine])
    for _, block in groupby(opcodes, key=lambda each: each.tag == "equal"):
        codes = list(block)
        if codes[0].tag == "equal":
            for code in codes:
                own = range(code.src_start, code.src_end)
                yield from map(_Step, own, range(code.dest_start, code.dest_end))
            continue
        yield from (_Step(n, None) for code in codes for n in range(code.src_start, code.src_end))
        yield from (_Step(None, n) for code in codes for n in range(code.dest_start, code.dest_end))


def _trimmed(steps: Iterable[_Step]) -> list[_Step]:
    """The steps without the source's words beyond the quote's ends.

    Where words of the quote stand at an end, as many of the source's may be what they replace.
    """
    ahead = _without_overhang(list(steps))
    return _without_overhang(ahead[::-1])[::-1]


def _without_overhang(steps: list[_Step]) -> list[_Step]:
    common = next((n for n, step in enumerate(steps) if None not in step), None)
    if common is None:
        return []
    theirs = [step for step in steps[:common] if step.mine is None]
    mine = [step for step in steps[:common] if step.theirs is None]
    kept = set(theirs[len(theirs) - min(len(mine), len(theirs)) :])
    return [step for step in steps[:common] if step in kept or step.theirs is None] + steps[common:]


def _told(steps: Sequence[_Step], theirs: Sequence[str], mine: Sequence[str]) -> Iterator[Change]:
    for step in steps:
        if step.theirs is None:
            yield Change(Op.ADDED, mine[step.mine or 0])
        elif step.mine is None:
            yield Change(Op.REMOVED, theirs[step.theirs])
        elif _same(theirs[step.theirs], mine[step.mine], at_edge=step in (steps[0], steps[-1])):
            yield Change(Op.SAME, theirs[step.theirs])
        else:
            yield Change(Op.REMOVED, theirs[step.theirs])
            yield Change(Op.ADDED, mine[step.mine])


def _same(their: str, my: str, *, at_edge: bool) -> bool:
    """Whether two words are the same but for typography; at its ends a quote may drop stops."""
    one, other = fold(their), fold(my)
    return one == other or (at_edge and one.strip(_EDGES) == other.strip(_EDGES))


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    for op, members in groupby(changes, key=lambda change: change.op):
        yield Change(op, " ".join(change.words for change in members))


def _key(word: str) -> str:
    """A word as words are aligned: whatever its case and the stops around it."""
    bare = fold(word).strip(_EDGES).casefold()
    return bare or word


_NOTHING = Comparison("", (), 0.0, 0.0)
