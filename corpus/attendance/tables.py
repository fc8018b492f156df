"""Tables of those who attended: "| Delegation | Head of delegation | Capacity |"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.attendance.groups import role_in
from corpus.attendance.labels import label_for, label_of, plain_label
from corpus.facts import Capacity
from corpus.tables import Cell, cells_of
from corpus.words.lists import word_list


class Columns(NamedTuple):
    """Where the head of a table says that its rows name delegations, and as what they came.

    `is_numbered` rows may lack their number, where the reader took it for a list mark.
    """

    number: int
    delegation: int
    capacity: int | None
    is_numbered: bool


class LabelColumns(NamedTuple):
    """A head whose cells are labels, each over a list: "Members    Observers"."""

    starts: tuple[int, ...]
    labels: tuple[str, ...]


class Row(NamedTuple):
    """The cell that names a delegation, and the label that its capacity amounts to."""

    cell: Cell
    label: str


def label_columns_of(cells: Sequence[Cell]) -> LabelColumns | None:
    """The labels over the columns of a table that is several lists side by side."""
    labels = tuple(label_of(cell.text, within=True) for cell in cells)
    return LabelColumns(tuple(cell.start for cell in cells), labels) if all(labels) else None


def read_columns(text: str, columns: LabelColumns) -> Iterator[Row]:
    """The cells of a line, each with the label that it stands below; one alone is the first's."""
    cells = cells_of(text) or (Cell(0, len(text), text),)
    ruled = len(cells) == len(columns.labels)
    for at, cell in enumerate(cells):
        nearest = min(columns.starts, key=lambda start: abs(start - cell.start))
        number = at if ruled else columns.starts.index(nearest)
        if cell.text:
            yield Row(cell, columns.labels[number])


def columns_of(cells: Sequence[Cell], *, within: bool) -> Columns | None:
    """The columns of a table of those who attended; None where a text is not its head.

    Args:
        cells: of a paragraph.
        within: whether a list of those who attended has begun, where "Country", "Status" can
            head one; elsewhere it may be a table of anything.
    """
    heads = [cell.text.lower() for cell in cells]
    words = word_list("attendance")["tables"]
    named = next((at for at, head in enumerate(heads) if head in words["first"]), None)
    telling = {*words["columns"], *(words["columns_within"] if within else ())}
    if named is None or telling.isdisjoint((*heads[:named], *heads[named + 1 :])):
        return None
    capacity = next((at for at, head in enumerate(heads) if head in words["capacities"]), None)
    return Columns(len(heads), named, capacity, named > 0 and heads[0] in words["numbers"])


def read_row(cells: Sequence[Cell], columns: Columns) -> Row | None:
    """One row; None where it is none of the table's, or does not say whether somebody came."""
    unnumbered = columns.is_numbered and len(cells) == columns.number - 1
    if len(cells) != columns.number - unnumbered:
        return None
    named = cells[columns.delegation - unnumbered]
    if any(_says_absent(cell.text) for cell in cells):
        return Row(named, label_for(Capacity.ABSENT))
    if columns.capacity is None:
        return Row(named, plain_label())
    label = _label_of_capacity(cells[columns.capacity - unnumbered].text)
    return Row(named, label) if label else None


def _says_absent(said: str) -> bool:
    """Whether a cell of any column says so in words: "- (did not attend)"; no mere "no"."""
    words = said.strip(" -\u2013\u2014()").lower()
    return " " in words and words in word_list("attendance")["tables"]["denied"]


def _label_of_capacity(said: str) -> str:
    """The label that "Member", "Apologies" or "Yes" amounts to; "" for what says neither."""
    answers = word_list("attendance")["tables"]
    if said.lower() in answers["unanswered"]:
        return ""
    if said.lower() in answers["denied"]:
        return label_for(Capacity.ABSENT)
    capacity = role_in(said)
    return label_of(said, within=True) or (label_for(capacity) if capacity else plain_label())
