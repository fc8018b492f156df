"""What a conversation answered as a table: each row a question, its answer and one citation."""

from collections.abc import Iterator

from corpus.errors import RapporteurError
from index.answers import Answer, answer_text
from index.assistant import answer
from index.conversing.turns import Context, Turn
from index.export.tables import Cell, Table, cited
from index.generation import Generation

_COLUMNS = "turn question meeting answer abstained label quote citation text_hash"


def conversation_table(generation: Generation, context: Context) -> Table:
    """The turns that a conversation keeps, answered by this generation, oldest first.

    An answer has a row for each citation; one without any has one row. A question that is
    refused by now says why.
    """
    turns = [turn for turn in context.turns if turn.asked]
    rows = [row for number, each in enumerate(turns, 1) for row in _rows(generation, number, each)]
    return Table(tuple(_COLUMNS.split()), tuple(rows))


def _rows(generation: Generation, number: int, turn: Turn) -> Iterator[tuple[Cell, ...]]:
    try:
        found: Answer | str = answer(generation, turn.asked, turn.lent or None)
    except RapporteurError as error:  # its meeting is gone, or named by several now
        found = str(error)
    if isinstance(found, str):
        yield (number, turn.asked, turn.lent, found, "yes", "", "", "", "")
        return
    told = (number, turn.asked, turn.lent, answer_text(found), "yes" if found.abstained else "no")
    for each in found.citations:
        yield (*told, each.label, each.quote, *cited(generation, each.citation))
    if not found.citations:
        yield (*told, "", "", "", "")
