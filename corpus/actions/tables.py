"""Tables of action items: "| Action | Lead | By when |"."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.actions.owners import find_actors
from corpus.actions.phrases import table
from corpus.tables import cells_of


class Row(NamedTuple):
    """A row of a table of action items; `owners` are those that its column of owners names."""

    owners: tuple[str, ...]


def head_of_table(text: str, head: list[str]) -> list[str]:
    """The head of the table that holds from this paragraph on; empty outside a table of items.

    Args:
        text: the next paragraph, one row of a table or none.
        head: what held before it.
    """
    cells = _cells(text)
    if len(cells) < 2:
        return []
    columns = [cell.lower() for cell in cells]
    items, others = table("item_tables")["items"], _columns("owners") | _columns("times")
    is_head = not set(items).isdisjoint(columns) and not others.isdisjoint(columns)
    if is_head:
        return columns
    fits = len(cells) == len(head) or ("|" not in text and len(cells) < len(head))
    return head if fits else []  # a table of other columns is another table


def read_row(text: str, head: Sequence[str], attending: Sequence[str]) -> Row | None:
    """A row below a head; None for the head itself and for one that names nothing to be done."""
    cells = _cells(text)
    unnumbered = head[0] in table("item_tables")["numbers"] and not cells[0].rstrip(".").isdigit()
    named = dict(zip(head[unnumbered:], cells, strict=False))
    said = [named[column] for column in table("item_tables")["items"] if named.get(column)]
    if [cell.lower() for cell in cells] == head or not said:
        return None
    owners = (named[column] for column in head if column in _columns("owners") and column in named)
    actors = (actor for cell in owners for actor in find_actors(cell, attending))
    return Row(tuple(dict.fromkeys(owner for actor in actors for owner in actor.owners)))


def _columns(kind: str) -> set[str]:
    return set(table("item_tables")[kind])


def _cells(text: str) -> list[str]:
    return [cell.text for cell in cells_of(text)]
