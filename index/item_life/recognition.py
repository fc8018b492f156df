"""Action items keep their ids for life: the ids of a new generation, and what changed in it.

What is not recognised (`item_matching`) is new, and what nothing states stays known.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz

from corpus.actions import possible_ids
from corpus.documents import Citation
from corpus.facts import Conflict, Facts
from index.item_life.item_matching import KnownItem, match_items

_ID = re.compile(r"\bA-[0-9A-Z]{4}\b")


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
    matches = match_items(found, recent_first, generation - 1)
    fresh = _fresh_ids({each.item.id for each in known})
    items = []
    for place, each in enumerate(found):
        old = recent_first[matches[place]] if place in matches else None
        lasting = old.item.id if old else fresh(each.item.text)
        same = each.item.id == lasting  # most are, and stay the object they are
        items.append(each if same else replace(each, item=replace(each.item, id=lasting)))
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
        alike = 100.0 if old.words == new.words else fuzz.ratio(old.words, new.words)
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
