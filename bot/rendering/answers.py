"""An `Answer` as a page: first line, list, quotations, and what was searched."""

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

import discord

from bot.rendering.markdown import escape, quotation, shorten
from bot.rendering.pages import MARKS, Control, Entry, Page, deal, entries_of, sources_of
from bot.requests import Request
from index.answers import Answer, AnswerKind
from index.generation import Edition

ANSWERED = discord.Colour(0x2A6F97)
NOT_STATED = discord.Colour(0x8A8D91)
DISPUTED = discord.Colour(0xC77D0A)

_NEAREST = "Nearest paragraphs: they do not answer the question"

_LONG = 40  # lines from which an answer is kept dealt out
_DECKS = 32  # such answers
_CONTENT = 2_000
_TEXT = 800
_REASON = 300
_ENTRY = 600
_GROUP = 120
_LABEL = 120
_CORRECTED = 200
_UNDERSTOOD = 150
_UNDERSTOOD_AS = "Understood as "
_JOINT = " · "  # between the parts of a footer
_NOTE = 200
_QUOTE = 600  # in an answer that consists of passages
_QUOTE_IN_LIST = 220  # under a list, which says the matter already
_QUOTE_FOR_MAINTAINERS = 90  # who have the document at hand: enough to find the place
_BOLD = 200  # longer first lines are quotations, and hard to read in bold
_IN_A_ROW = 48  # characters up to which the lines of a group stand side by side


def render_answer(answer: Answer, request: Request, edition: Edition, number: int = 1) -> Page:
    """One page of an answer; a `number` past the end gives the last page.

    The message's content is the request in its written form: paging buttons read it back. A
    request that does not fit is left out rather than cut, and can then not be paged.
    """
    listed = replace(answer, question="", understood="", note="")
    deck = _kept_deck(listed) if len(answer.lines) > _LONG else _Deck(listed)
    number = max(1, min(number, len(deck.pages)))
    entries = deck.pages[number - 1]
    places = deck.fixed.union(*(entry.sources for entry in entries))
    footer = _footer(answer, edition, number, len(deck.pages))
    asked = f"-# {escape(str(request))}"
    return Page(
        content=asked if len(asked) <= _CONTENT else "",
        embeds=_embeds(deck, entries, places, footer),
        sources=sources_of(answer.citations, places),
        number=number,
        count=len(deck.pages),
        controls=_controls(answer) if request.command == "actions show" else (),
        unanswered=str(request) if answer.abstained and request.command == "ask" else "",
    )


def _controls(item: Answer) -> tuple[Control, ...]:
    """What can be done to the action item that an answer shows."""
    return (
        Control("Update", f"item:update:{item.understood}"),
        Control("Looks done?", f"item:propose:{item.understood}"),
    )


@lru_cache(maxsize=_DECKS)
def _kept_deck(answer: Answer) -> "_Deck":
    """A long answer's deck, dealt once for all who ask for the same and turn its pages."""
    return _Deck(answer)


class _Deck:
    """An answer's entries dealt out to pages."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.fixed = frozenset(answer.text_sources[:MARKS])
        self._quote_limit = _quote_limit(answer)
        self._labels: dict[int, str] = {}  # by place
        self._quotations: dict[int, str] = {}
        head = _head(answer)
        spent = len(head) + self._cost_of(self.fixed, head)
        self.pages = deal(entries_of(answer), self.fixed, spent, self._cost)

    def label(self, place: int) -> str:
        """A source with its number: "[2] TEWG Auckland 2013, para 24"."""
        if place not in self._labels:
            cited = self.answer.citations[place - 1]
            note = f" ({shorten(escape(cited.corrected), _CORRECTED)})" if cited.corrected else ""
            self._labels[place] = f"[{place}] {shorten(escape(cited.label), _LABEL)}{note}"
        return self._labels[place]

    def quote(self, place: int, said: str) -> str:
        """The words of a source as a quotation; "" where the text `said` them in full."""
        quote = self.answer.citations[place - 1].quote
        if len(quote) <= len(said) and escape(quote) in said:
            return ""
        if place not in self._quotations:
            self._quotations[place] = quotation(quote, self._quote_limit)
        return self._quotations[place]

    def _cost_of(self, places: Set[int], said: str) -> int:
        spent = 0
        for place in places:
            spent += len(self.label(place)) + len(self.quote(place, said)) + len("\n\n\n")
        return spent

    def _cost(self, entry: Entry, shown: Set[int]) -> int:
        own = f"{_group(entry.group, [entry])}\n\n" if entry.text else ""
        return len(own) + self._cost_of(set(entry.sources).difference(shown), own)


def _quote_limit(answer: Answer) -> int:
    if answer.kind is AnswerKind.CORPUS:
        return _QUOTE_FOR_MAINTAINERS
    return _QUOTE_IN_LIST if answer.lines else _QUOTE


def _embeds(
    deck: _Deck, entries: Sequence[Entry], places: Set[int], footer: str
) -> tuple[discord.Embed, ...]:
    answer = deck.answer
    colour = _colour(answer)
    body = _body(answer, entries)
    embeds = [discord.Embed(colour=colour, description=body)]
    if places:
        title = _NEAREST if answer.abstained else None
        shown = _sources(deck, sorted(places), said=body)
        embeds.append(discord.Embed(colour=colour, title=title, description=shown))
    embeds[-1].set_footer(text=footer)
    return tuple(embeds)


def _sources(deck: _Deck, places: Sequence[int], said: str) -> str:
    """The labels of what the answer has said itself; then the other quotations."""
    quotes = {place: deck.quote(place, said) for place in places}
    blocks = [f"{deck.label(place)}\n{quote}" for place, quote in quotes.items() if quote]
    bare = " · ".join(deck.label(place) for place, quote in quotes.items() if not quote)
    return "\n\n".join(filter(None, [bare, *blocks]))


def _body(answer: Answer, entries: Sequence[Entry]) -> str:
    parts = [_head(answer)]
    listed = [entry for entry in entries if entry.text]
    groups = groupby(listed, key=lambda entry: entry.group)
    parts += [_group(name, list(members)) for name, members in groups]
    return "\n\n".join(parts)


def _head(answer: Answer) -> str:
    text = shorten(escape(answer.text), _TEXT)
    first = f"**{text}**" if len(text) <= _BOLD else text
    told = answer.reason.casefold() in answer.text.casefold()
    reason = "" if told else f"\n{shorten(escape(answer.reason), _REASON)}"
    return f"{first}{_marks(answer.text_sources)}{reason}"


def _group(name: str, members: Sequence[Entry]) -> str:
    """A heading with its lines: many short ones side by side, others as a list.

    Sources that all lines share stand once, behind the heading.
    """
    shared = {entry.sources for entry in members}
    common = _marks(*shared) if name and len(members) > 1 and len(shared) == 1 else ""
    texts = [_entry_text(entry) + ("" if common else _marks(entry.sources)) for entry in members]
    if name and len(members) > 2 and all(len(text) <= _IN_A_ROW for text in texts):
        body = " · ".join(texts)
    else:
        body = "\n".join(f"• {text}" for text in texts)
    return f"{_heading(name, members[0].size)}{common}\n{body}" if name else body


@lru_cache(maxsize=1 << 8)  # dealing a list out costs each heading once a line
def _heading(name: str, size: int) -> str:
    count = f" ({size})" if size > 1 else ""
    return f"**{shorten(escape(name), _GROUP)}**{count}"


def _entry_text(entry: Entry) -> str:
    return shorten(escape(entry.text), _ENTRY)


def _marks(places: Sequence[int]) -> str:
    """ " [1][2]", never more than `MARKS`."""
    marks = "".join(f"[{place}]" for place in sorted(places[:MARKS]))
    more = "…" if len(places) > MARKS else ""
    return f" {marks}{more}" if marks else ""


def _colour(answer: Answer) -> discord.Colour:
    if answer.abstained:
        return NOT_STATED
    return DISPUTED if answer.conflicts else ANSWERED


def _footer(answer: Answer, edition: Edition, number: int, count: int) -> str:
    documents = "1 document" if answer.searched == 1 else f"{answer.searched} documents"
    parts = [f"Searched {documents}"] if answer.searched else []
    parts.append(str(edition))
    if answer.understood:
        parts.insert(0, f"{_UNDERSTOOD_AS}{shorten(answer.understood, _UNDERSTOOD)}")
    if answer.note:
        parts.append(shorten(answer.note, _NOTE))
    if count > 1:
        parts.append(f"page {number} of {count}")
    return _JOINT.join(parts)


def shown_understanding(embeds: Sequence[discord.Embed]) -> str:
    """What an answer's footer says that its question was taken for, or ""."""
    footer = (embeds[-1].footer.text if embeds else "") or ""
    first = footer.partition(_JOINT)[0]
    return first.removeprefix(_UNDERSTOOD_AS) if first.startswith(_UNDERSTOOD_AS) else ""
