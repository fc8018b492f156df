"""Recognising action items from one publish to the next, so that each keeps its id for life.

An item is the one it was where the same document states the same words, wherever in it they
stand now; else where the same words stand in another text about the same meeting or in the
same file; else where a text of the same family, file or meeting states similar words and names
no other owner. What nobody recognises is new, and what nothing states any more stays known.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from corpus.actions import possible_ids
from corpus.documents import Citation
from corpus.facts import ActionItem, Conflict, Facts

ALIKE = 80.0  # rapidfuzz points of 100 from which other words count as an edit, not a new item
_ID = re.compile(r"\bA-[0-9A-Z]{4}\b")


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
        return " ".join(self.item.text.casefold().split())


class Fate(StrEnum):
    """What a publish did to the source of a known item."""

    EDITED = "edited"
    MOVED = "moved"
    REMOVED = "removed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A known item whose source a publish changed.

    Attributes:
        similarity: of the words before and after, up to 100.
        before: where it stood; its words can still be read there.
        after: where it stands now; None where nothing states it any more.
    """

    item: str
    fate: Fate
    similarity: float
    before: Citation
    after: Citation | None

    def __str__(self) -> str:
        """One sentence for the maintainer."""
        if self.after is None:
            return f"{self.item}: no document states it any more; it stood at {self.before}."
        alike = f", {self.similarity:.0f} of 100 alike" if self.similarity < 100 else ""
        return f"{self.item}: {self.fate.value}{alike}; it stood at {self.before}."


@dataclass(frozen=True, slots=True)
class Recognised:
    """The items of a new generation under their lasting ids, and what changed for known ones."""

    facts: Facts
    items: tuple[KnownItem, ...]
    changes: tuple[ItemChange, ...]


def recognise(
    facts: Facts,
    origins: Mapping[str, tuple[str, str]],
    known: Sequence[KnownItem],
    generation: int,
) -> Recognised:
    """Give the action items of merged facts the ids that they have for life.

    Args:
        facts: with ids as `corpus.merging` gives them, which depend on what else there is.
        origins: family and file of each document, by its id.
        known: every item ever published, those of one generation in its order.
        generation: number of the new one; what the one before it stated counts first.
    """
    found = [
        KnownItem(item, *origins[item.citation.document], generation) for item in facts.actions
    ]
    recent_first = sorted(known, key=lambda each: -each.seen)
    matches = _match(found, recent_first, generation - 1)
    fresh = _fresh_ids({each.item.id for each in known})
    items = []
    for place, each in enumerate(found):
        old = recent_first[matches[place]] if place in matches else None
        lasting = old.item.id if old else fresh(each.item.text)
        items.append(replace(each, item=replace(each.item, id=lasting)))
    ids = {one.item.id: other.item.id for one, other in zip(found, items, strict=True)}
    stated = {each.item.id: each for each in items}
    return Recognised(
        facts=replace(
            facts,
            actions=tuple(each.item for each in items),
            conflicts=tuple(_renamed(each, ids) for each in facts.conflicts),
        ),
        items=tuple(items),
        changes=tuple(_changes(recent_first, stated, generation - 1)),
    )


def _match(found: Sequence[KnownItem], known: Sequence[KnownItem], before: int) -> dict[int, int]:
    """Which known item each found one is, by their places; nothing is matched twice."""
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


def _fresh_ids(taken: set[str]) -> Callable[[str], str]:
    """Ids for new items, none of them given twice."""
    ids: dict[str, Iterator[str]] = {}  # of each text, so that its repeats go on from there

    def fresh(text: str) -> str:
        squeezed = " ".join(text.split())
        number = next(i for i in ids.setdefault(squeezed, possible_ids(squeezed)) if i not in taken)
        taken.add(number)
        return number

    return fresh


def _changes(
    known: Iterable[KnownItem], stated: Mapping[str, KnownItem], before: int
) -> Iterator[ItemChange]:
    for old in known:
        new = stated.get(old.item.id)
        current = old.seen == before
        where = old.item.citation
        if new is None:
            if current:
                yield ItemChange(old.item.id, Fate.REMOVED, 0.0, where, None)
            continue
        alike = fuzz.ratio(old.words, new.words)
        fate = _fate(old, new, alike, current=current)
        if fate:
            yield ItemChange(old.item.id, fate, alike, where, new.item.citation)


def _fate(old: KnownItem, new: KnownItem, alike: float, *, current: bool) -> Fate | None:
    if not current:
        return Fate.RETURNED
    if alike < 100:
        return Fate.EDITED
    return Fate.MOVED if old.family != new.family else None


def _renamed(conflict: Conflict, ids: Mapping[str, str]) -> Conflict:
    """The same conflict, whose subject names an item by its lasting id."""
    subject = _ID.sub(lambda match: ids.get(match[0], match[0]), conflict.subject)
    return replace(conflict, subject=subject)
