"""Recognising action items from one publish to the next.

An item is the one it was where the same document states the same words, wherever in it they
stand now; else where the same words stand in another text about the same meeting or in the
same file; else where a text of the same family, file or meeting states similar words and names
no other owner.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from corpus.facts import ActionItem

ALIKE = 80.0  # rapidfuzz points of 100 from which other words count as an edit, not a new item


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An action item and where it stands.

    Attributes:
        item: as it was read.
        family: id of the first of its document's revisions.
        file: that the document was read from.
        seen: the latest generation that states it.
    """

    item: ActionItem
    family: str
    file: str
    seen: int

    @property
    def words(self) -> str:
        """Its text as texts are compared."""
        return _words(self.item.text)


@lru_cache(maxsize=32_768)  # each publish compares the same texts
def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def match_items(
    found: Sequence[KnownItem], known: Sequence[KnownItem], before: int
) -> dict[int, int]:
    """Which known item each found one is, by their places; nothing is matched twice.

    Args:
        found: what a new generation states, in its order.
        known: every item ever published, those stated last first.
        before: number of the generation that is replaced.
    """
    matches: dict[int, int] = {}
    free = _Free(dict(enumerate(found)), dict(enumerate(known)))
    for pairs_of in (_aligned(before), *map(_same, _KEYS), _cut_out(before), _similar):
        for new, old in pairs_of(free):
            if new in free.found and old in free.known:
                matches[new] = old
                del free.found[new], free.known[old]
    return matches


@dataclass(frozen=True, slots=True)
class _Free:
    """What is not matched yet, by place."""

    found: dict[int, KnownItem]
    known: dict[int, KnownItem]


_Pairs = list[tuple[int, int]]


def _aligned(before: int) -> Callable[[_Free], _Pairs]:
    """The same words in the same order in one family: tells repeats of a sentence apart."""

    def pairs(free: _Free) -> _Pairs:
        current = {n: each for n, each in free.known.items() if each.seen == before}
        known = _grouped(current, lambda each: each.family)
        paired: _Pairs = []
        for family, new in _grouped(free.found, lambda each: each.family).items():
            old = known.get(family, [])
            was, now = [free.known[n].words for n in old], [free.found[n].words for n in new]
            if was == now:
                paired += zip(new, old, strict=True)
                continue
            for block in LCSseq.opcodes(was, now):
                if block.tag == "equal":
                    kept = old[block.src_start : block.src_end]
                    paired += zip(new[block.dest_start : block.dest_end], kept, strict=True)
        return paired

    return pairs


_Key = Callable[[KnownItem], Hashable]
_KEYS: tuple[_Key, ...] = (  # None: not to be recognised by this
    lambda each: (each.family, each.words),
    lambda each: (each.item.meeting, each.words) if each.item.meeting else None,
    lambda each: (each.file, each.words),
)


def _same(key: _Key) -> Callable[[_Free], _Pairs]:
    """Those that share a key, in their order."""

    def pairs(free: _Free) -> _Pairs:
        known = _grouped(free.known, key)
        groups = [(new, known.get(each, [])) for each, new in _grouped(free.found, key).items()]
        return [pair for new, old in groups for pair in zip(new, old, strict=False)]

    return pairs


def _cut_out(before: int) -> Callable[[_Free], _Pairs]:
    """The same words elsewhere, where one of both texts does not tell of which meeting.

    That is what becomes of a document that is split. Only what has just lost its source counts:
    the same phrase years later is another item.
    """

    def pairs(free: _Free) -> _Pairs:
        lost = {n: each for n, each in free.known.items() if each.seen == before}
        known = _grouped(lost, lambda each: each.words)
        return [
            (new, old)
            for new, each in free.found.items()
            for old in known.get(each.words, [])
            if not (each.item.meeting and lost[old].item.meeting)
        ]

    return pairs


def _similar(free: _Free) -> _Pairs:
    """Similar words in the same family, file or meeting; what was stated last, and best, first."""
    known: defaultdict[Hashable, set[int]] = defaultdict(set)
    for old, each in free.known.items():
        for scope in _scopes(each):
            known[scope].add(old)
    ranked = []
    for new, each in free.found.items():
        for old in sorted(set().union(*(known[scope] for scope in _scopes(each)))):
            score = fuzz.ratio(each.words, free.known[old].words, score_cutoff=ALIKE)
            if score and _may_be(each.item, free.known[old].item):
                ranked.append((-free.known[old].seen, -score, abs(new - old), new, old))
    return [(new, old) for *_, new, old in sorted(ranked)]


def _scopes(each: KnownItem) -> Iterator[Hashable]:
    yield "family", each.family
    yield "file", each.file
    if each.item.meeting:
        yield "meeting", each.item.meeting


def _may_be(one: ActionItem, other: ActionItem) -> bool:
    """Whether owners allow it: what one state has done, another has not."""
    return not (one.owners and other.owners) or bool(set(one.owners) & set(other.owners))


def _grouped(items: Mapping[int, KnownItem], key: _Key) -> dict[Hashable, list[int]]:
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, each in items.items():
        if key(each) is not None:
            groups[key(each)].append(place)
    return groups
