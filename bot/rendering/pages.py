"""One page of a reply, and how the entries of a long answer are dealt out to pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

import discord

from corpus.documents import Citation
from index.answers import Answer, Quotation

SOURCES = 10  # citation buttons on a page: two rows, so that they stay readable
MARKS = 4  # sources shown behind one statement
_BUDGET = 3_400  # characters of a page: what is read at a glance, far below Discord's 6,000


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as a button shows it."""

    number: int
    label: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Control:
    """A button that does something to what the page shows; its id tells what and to which.

    Without a style it is a secondary one: pages pass between processes, and discord.py's styles
    cannot.
    """

    label: str
    custom_id: str
    style: discord.ButtonStyle | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """All that one message shows; `number` counts from 1 to `count`.

    Attributes:
        unanswered: the question that it says is not stated, or "".
    """

    content: str
    embeds: tuple[discord.Embed, ...]
    sources: tuple[Source, ...] = ()
    number: int = 1
    count: int = 1
    controls: tuple[Control, ...] = ()
    unanswered: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement of a list, or a quotation that stands for itself (then without text).

    Attributes:
        sources: 1-based places in the answer's citations, at most `MARKS`.
        group: the heading under which it stands, or "".
        size: how many entries the whole group has, on all pages.
    """

    text: str
    sources: tuple[int, ...]
    group: str = ""
    size: int = 1


def entries_of(answer: Answer) -> tuple[Entry, ...]:
    """All that follows an answer's first line, in order: lines, conflicts, quotations."""
    sizes = Counter(line.group for line in answer.lines)
    listed = [
        Entry(line.text, line.sources[:MARKS], line.group, sizes[line.group])
        for line in answer.lines
    ]
    for conflict in answer.conflicts:
        group = f"Sources disagree: {conflict.subject}"
        listed += [
            Entry(
                _dated(answer.citations[place - 1], stated), (place,), group, len(conflict.stated)
            )
            for stated, place in conflict.stated
        ]
    shown = {place for entry in listed for place in entry.sources}
    shown.update(answer.text_sources[:MARKS])
    places = range(1, len(answer.citations) + 1)
    return (*listed, *(Entry("", (place,)) for place in places if place not in shown))


def deal(
    entries: Iterable[Entry],
    fixed: frozenset[int],
    spent: int,
    cost: Callable[[Entry, Set[int]], int],
) -> tuple[tuple[Entry, ...], ...]:
    """Deal entries out to pages, in order; at least one page, at least one entry on each.

    Args:
        entries: at most `MARKS` sources each.
        fixed: sources that every page shows.
        spent: characters that every page takes before its first entry.
        cost: characters that an entry takes on a page that shows these sources already.
    """
    pages: list[list[Entry]] = [[]]
    shown, left = set(fixed), _BUDGET - spent
    for entry in entries:
        price = cost(entry, shown)
        full = price > left or len(shown.union(entry.sources)) > SOURCES
        if full and pages[-1]:
            pages.append([])
            shown, left = set(fixed), _BUDGET - spent
            price = cost(entry, shown)
        left -= price
        shown.update(entry.sources)
        pages[-1].append(entry)
    return tuple(map(tuple, pages))


def sources_of(citations: Sequence[Quotation], places: Iterable[int]) -> tuple[Source, ...]:
    """The buttons for these places, each paragraph once, by number."""
    once: dict[Citation, Source] = {}
    for place in sorted(places):
        quotation = citations[place - 1]
        once.setdefault(quotation.citation, Source(place, quotation.label, quotation.citation))
    return tuple(once.values())


def _dated(quotation: Quotation, stated: str) -> str:
    day = f" ({quotation.date.isoformat()})" if quotation.date else ""
    return f"{quotation.label}{day}: {stated}"
