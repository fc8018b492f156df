"""Recording what people do to action items, and the generation that shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import aiosqlite

from corpus.documents import Citation, Document
from corpus.errors import RapporteurError
from corpus.facts import ActionItem
from index.database import Database
from index.finding import find_action
from index.generation import Generation
from index.item_life.item_matching import KnownItem
from index.item_life.lives import cited, with_history, with_lives
from index.item_life.recognition import Recognised
from index.item_life.statuses import Actor, Entry, Event, EventKind
from index.repositories.documents import DocumentRepository
from index.repositories.item_events import ItemEventRepository
from index.repositories.known_items import KnownItemRepository

EntryOf = Callable[[tuple[Event, ...]], Entry]


class UnknownCitationError(RapporteurError):
    """No paragraph was ever published under this citation."""

    def __init__(self, citation: Citation) -> None:
        super().__init__(f"No paragraph has the citation {citation}.")
        self.citation = citation


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, and the item as it stands since."""

    event: Event
    item: ActionItem


async def record(
    database: Database, generation: Generation, item: str, entry_of: EntryOf, actor: Actor
) -> tuple[Recorded, Generation]:
    """Add one entry to an item's history; it is stored when this returns.

    Args:
        database: its history may hold what another process has recorded meanwhile.
        generation: where the item is looked up.
        item: its id, in any form that people write.
        entry_of: makes the entry from the history so far, or refuses.
        actor: who does it.

    Raises:
        NotFoundError: there is no such item.
        StatusError: the rules or the history do not allow it.
        UnknownCitationError: the evidence does not resolve.
    """
    known = find_action(generation, item)
    async with database.transaction() as connection:
        events = ItemEventRepository(connection)
        before = await events.history(known.id)
        entry = entry_of(before)
        earlier = await _cited(connection, generation, entry)
        event = await events.add(known.id, entry, actor, datetime.now(UTC))
    changed = with_history(generation, known.id, (*before, event), earlier)
    return Recorded(event, find_action(changed, known.id)), changed


async def save_recognised(
    connection: aiosqlite.Connection,
    recognised: Recognised,
    before: Sequence[KnownItem],
    actor: Actor,
    at: datetime,
) -> None:
    """Store the items of a new generation, and in each history what happened to its source.

    What is remembered of the items `before` it is written only where it differs.
    """
    await KnownItemRepository(connection).save(recognised.items, before)
    events = ItemEventRepository(connection)
    publisher = Actor(actor.id, actor.name or "a publish")
    for change in recognised.changes:
        entry = Entry(EventKind.SOURCE, note=str(change), evidence=change.before)
        await events.add(change.item, entry, publisher, at)


async def bring_to_life(connection: aiosqlite.Connection, generation: Generation) -> Generation:
    """A generation as read from its documents, with all that was recorded of its items."""
    histories = await ItemEventRepository(connection).all()
    stated = {each.id for each in generation.facts.actions}
    known = await KnownItemRepository(connection).left(generation.number)
    gone = [each.item for each in known if each.item.id not in stated]
    wanted = {each.document for each in cited(gone, histories)} - generation.documents.keys()
    documents = DocumentRepository(connection)
    found = [await documents.find(each) for each in sorted(wanted)]
    earlier = {each.document.id: each.document for each in found if each}
    return with_lives(generation, gone, histories, earlier)


async def _cited(
    connection: aiosqlite.Connection, generation: Generation, entry: Entry
) -> Mapping[str, Document]:
    """The document of an entry's evidence, where the generation lacks it."""
    citation = entry.evidence
    if citation is None or generation.recall(citation):
        return {}
    found = await DocumentRepository(connection).find(citation.document)
    if found is None or found.document.paragraph(citation.ordinal) is None:
        raise UnknownCitationError(citation)
    return {found.document.id: found.document}
