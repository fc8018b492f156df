"""Tables of RILONs: "| City | Status | Date |"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.documents import Document
from corpus.rilons.grammar import Telling, tellings
from corpus.rilons.words import mentions_network, tag_words
from corpus.tables import Cell
from corpus.words.lists import word_list


class Columns(NamedTuple):
    """Where the head of a table says that its rows tell a city, its state and dates.

    `events` are the columns whose heads say what happened on their dates: "Last meeting".
    """

    number: int
    city: int
    state: int | None
    date: int | None
    events: tuple[tuple[int, str], ...]


def columns_of(cells: Sequence[Cell], document: Document) -> Columns | None:
    """The columns of a table of RILONs, in a document that speaks of any; None for others."""
    heads = [cell.text.lower() for cell in cells]
    names = word_list("rilons")["tables"]
    city = next((at for at, head in enumerate(heads) if head in names["cities"]), None)
    state = next((at for at, head in enumerate(heads) if head in names["states"]), None)
    if city is None or not any(mentions_network(each.text) for each in document.paragraphs):
        return None
    date = next((at for at, head in enumerate(heads) if head in names["dates"]), None)
    events = tuple(_events(heads, {city, state, date}))
    return Columns(len(heads), city, state, date, events) if events or state is not None else None


def told_in_row(cells: Sequence[Cell], columns: Columns) -> Iterator[Telling]:
    """What a row tells, read as the sentences that it stands for; its last cells may lack."""
    texts = [cell.text for cell in cells] + [""] * (columns.number - len(cells))
    if len(texts) != columns.number:
        return
    network = f"The {texts[columns.city]} RILON"
    when = texts[columns.date] if columns.date is not None else ""
    if columns.state is not None:
        state = f"{network} was {texts[columns.state].lower()}"
        yield from tellings(tag_words(f"{state} in {when}" if _is_dated(when) else state))
    for at, happened in columns.events:
        if _is_dated(texts[at]):
            yield from tellings(tag_words(f"{network} {happened} in {texts[at]}"))


def _events(heads: Sequence[str], taken: set[int | None]) -> Iterator[tuple[int, str]]:
    """The columns of dates that a step names: "Established", "Most recent meeting"."""
    for at, head in enumerate(heads):
        letters = {word.letter for word in tag_words(head)}
        if at in taken:
            continue
        if "M" in letters:
            yield at, "met"
        elif "E" in letters:
            yield at, "was established"


def _is_dated(text: str) -> bool:
    return any(word.dates for word in tag_words(f"in {text}"))
