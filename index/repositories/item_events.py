"""The history of action items: entries are added, and nothing else ever happens to them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

import aiosqlite

from corpus.documents import Citation
from corpus.facts import Status
from index.item_life.statuses import Actor, Entry, Event, EventKind
from index.repositories.columns import fetch


class ItemEventRepository:
    """Stores what was done to action items, numbered in the order in which it was done."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(self, item: str, entry: Entry, actor: Actor, at: datetime) -> Event:
        """Record an entry; its evidence must be a stored paragraph."""
        evidence = entry.evidence
        rows = await fetch(
            self._connection,
            "INSERT INTO item_events"
            " (item, kind, status, note, document, paragraph, about, actor_id, actor, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
            item,
            entry.kind.value,
            entry.status.value if entry.status else None,
            entry.note,
            evidence.document if evidence else None,
            evidence.ordinal if evidence else None,
            entry.about,
            actor.id,
            actor.name,
            at.isoformat(),
        )
        return Event(rows[0]["number"], item, entry, actor, at)

    async def history(self, item: str) -> tuple[Event, ...]:
        """All that was done to one item, oldest first."""
        rows = await fetch(
            self._connection, "SELECT * FROM item_events WHERE item = ? ORDER BY number", item
        )
        return tuple(map(_event, rows))

    async def find(self, number: int) -> Event | None:
        """The event with this number, or None."""
        rows = await fetch(self._connection, "SELECT * FROM item_events WHERE number = ?", number)
        return _event(rows[0]) if rows else None

    async def all(self) -> Mapping[str, tuple[Event, ...]]:
        """All histories by item, oldest event first."""
        histories: defaultdict[str, list[Event]] = defaultdict(list)
        for row in await fetch(self._connection, "SELECT * FROM item_events ORDER BY number"):
            histories[row["item"]].append(_event(row))
        return {item: tuple(events) for item, events in histories.items()}

    async def last_number(self) -> int:
        """The number of the latest event; 0 before the first."""
        rows = await fetch(
            self._connection, "SELECT coalesce(max(number), 0) AS last FROM item_events"
        )
        return int(rows[0]["last"])


def _event(row: aiosqlite.Row) -> Event:
    evidence = Citation(row["document"], row["paragraph"]) if row["document"] else None
    entry = Entry(
        kind=EventKind(row["kind"]),
        status=Status(row["status"]) if row["status"] else None,
        note=row["note"],
        evidence=evidence,
        about=row["about"],
    )
    actor = Actor(row["actor_id"], row["actor"])
    return Event(row["number"], row["item"], entry, actor, datetime.fromisoformat(row["at"]))
