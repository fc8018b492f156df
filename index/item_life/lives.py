"""The life of action items in a generation: what its documents tell, and what people made of it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from corpus.documents import Citation, Document
from corpus.facts import ActionItem, Evidence
from index.item_life.statuses import Event, reason_of, standing

if TYPE_CHECKING:
    from index.generation import Generation

SOURCE_REMOVED = "source removed"  # asked for like a status; people's own status still holds


@dataclass(frozen=True, slots=True)
class Lives:
    """What `Generation.facts.actions` was made from, and more than it shows.

    Attributes:
        extracted: all items as the documents alone tell them, by id, removed ones too.
        removed: items whose source no longer states them, with the status that people set.
        histories: what was done to each item, oldest first, by id.
        earlier: documents that the generation lacks and that removed items or evidence cite.
    """

    extracted: Mapping[str, ActionItem] = field(default_factory=dict)
    removed: tuple[ActionItem, ...] = ()
    histories: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    earlier: Mapping[str, Document] = field(default_factory=dict)

    def last_event(self) -> int:
        """The number of the latest event; 0 before the first."""
        return max((events[-1].number for events in self.histories.values()), default=0)


def with_lives(
    generation: "Generation",
    removed: Sequence[ActionItem],
    histories: Mapping[str, tuple[Event, ...]],
    earlier: Mapping[str, Document],
) -> "Generation":
    """A generation as read from its documents, with the statuses that people have set."""
    gone = tuple(_without_source(each) for each in removed)
    known = generation.lives.extracted  # where it has been brought to life before
    stated = tuple(known.get(each.id, each) for each in generation.facts.actions)
    extracted = {each.id: each for each in (*gone, *stated)}
    bare = replace(
        generation,
        facts=replace(generation.facts, actions=stated),
        lives=Lives(extracted, gone, histories, earlier),
    )
    return _relived(bare, extracted.keys() & histories.keys())


def with_history(
    generation: "Generation",
    item: str,
    history: tuple[Event, ...],
    earlier: Mapping[str, Document],
) -> "Generation":
    """The same generation after something was done to one item."""
    lives = replace(
        generation.lives,
        histories={**generation.lives.histories, item: history},
        earlier={**generation.lives.earlier, **earlier},
    )
    return _relived(replace(generation, lives=lives), {item})


def _relived(generation: "Generation", items: Set[str]) -> "Generation":
    """The status of these items worked out anew."""

    def current(item: ActionItem) -> ActionItem:
        if item.id not in items:
            return item
        return lived(generation, generation.lives.extracted[item.id])

    facts = replace(generation.facts, actions=tuple(map(current, generation.facts.actions)))
    lives = replace(generation.lives, removed=tuple(map(current, generation.lives.removed)))
    return replace(generation, facts=facts, lives=lives)


def lived(generation: "Generation", extracted: ActionItem, until: date | None = None) -> ActionItem:
    """An item as documents tell it, with the status that people had set by the day `until`."""
    event = standing(generation.lives.histories.get(extracted.id, ()), until)
    if event is None or event.entry.status is None:
        return extracted
    given = _evidence(generation, event)
    others = tuple(each for each in extracted.evidence if each.citation != event.entry.evidence)
    return replace(
        extracted,
        status=event.entry.status,
        reason=reason_of(event),
        evidence=(*given, *others),
    )


def cited(removed: Sequence[ActionItem], histories: Mapping[str, Sequence[Event]]) -> set[Citation]:
    """The paragraphs that removed items and the evidence of events stand in."""
    given = (event.entry.evidence for events in histories.values() for event in events)
    return {each.citation for each in removed} | {each for each in given if each}


def _evidence(generation: "Generation", event: Event) -> tuple[Evidence, ...]:
    citation = event.entry.evidence
    found = generation.recall(citation) if citation else None
    if citation is None or found is None:
        return ()
    return (Evidence(citation, found[1].text, f"given by {event.actor.name}"),)


def _without_source(item: ActionItem) -> ActionItem:
    return replace(item, reason=f"{SOURCE_REMOVED}: no document states it any more", evidence=())
