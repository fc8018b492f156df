"""Action items with their owners and evidence."""

from collections.abc import Mapping, Sequence

import aiosqlite

from corpus.facts import ActionItem, Evidence, Status, Strength
from index.repositories.columns import (
    Children,
    Sets,
    Values,
    by_set,
    child_rows,
    citation_columns,
    date_columns,
    day_column,
    fact_rows,
    fetch_children,
    fetch_sets,
    read_citation,
    read_dates,
    read_day,
)


class ActionRepository:
    """Stores the action items of fact sets."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add_all(self, actions: Sets[ActionItem]) -> None:
        """Store the action items of new fact sets, in order."""
        await self._connection.executemany(
            "INSERT INTO action_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            fact_rows(actions, _values),
        )
        await self._connection.executemany(
            "INSERT INTO action_owners VALUES (?, ?, ?, ?)",
            child_rows(actions, lambda each: [(owner,) for owner in each.owners]),
        )
        await self._connection.executemany(
            "INSERT INTO action_evidence VALUES (?, ?, ?, ?, ?, ?, ?)",
            child_rows(actions, lambda each: map(_evidence_values, each.evidence)),
        )

    async def all(self, fact_sets: Sequence[int]) -> Mapping[int, tuple[ActionItem, ...]]:
        """The action items of fact sets, in order, by number; none has no entry."""
        rows = await fetch_sets(
            self._connection,
            "SELECT * FROM action_items WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, position",
            fact_sets,
        )
        owners = await fetch_children(
            self._connection,
            "SELECT fact_set, action_item AS parent, owner FROM action_owners"
            " WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, action_item, position",
            fact_sets,
        )
        evidence = await fetch_children(
            self._connection,
            "SELECT fact_set, action_item AS parent, document, paragraph, quote, why"
            " FROM action_evidence WHERE fact_set IN (SELECT value FROM json_each(?))"
            " ORDER BY fact_set, action_item, position",
            fact_sets,
        )
        return by_set(rows, lambda row: _action_item(row, owners, evidence))


def _values(action: ActionItem) -> Values:
    return (
        action.id,
        action.text,
        action.lead,
        action.due_text,
        *date_columns(action.due),
        action.strength.value,
        action.meeting,
        *citation_columns(action.citation),
        action.status.value,
        action.reason,
        day_column(action.corrected),
    )


def _evidence_values(evidence: Evidence) -> Values:
    return (*citation_columns(evidence.citation), evidence.quote, evidence.why)


def _action_item(row: aiosqlite.Row, owners: Children, evidence: Children) -> ActionItem:
    place = row["fact_set"], row["position"]
    return ActionItem(
        id=row["id"],
        text=row["text"],
        lead=row["lead"],
        owners=tuple(each["owner"] for each in owners.get(place, ())),
        due_text=row["due_text"],
        due=read_dates(row),
        strength=Strength(row["strength"]),
        meeting=row["meeting"],
        citation=read_citation(row),
        status=Status(row["status"]),
        reason=row["reason"],
        evidence=tuple(
            Evidence(read_citation(each), each["quote"], each["why"])
            for each in evidence.get(place, ())
        ),
        corrected=read_day(row["corrected"]),
    )
