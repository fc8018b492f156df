"""Buttons that work after a restart: an id and its message hold all that a press needs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.concerns import WrongButton
from bot.rendering.answers import render_answer, shown_understanding
from bot.rendering.citations import compact, expand
from bot.rendering.markdown import shorten
from bot.rendering.pages import Control, Page, Source
from bot.rendering.sources import render_source
from bot.replying import acknowledged, deliver
from bot.requests import Request, shown_request
from bot.tree import reporting
from corpus.documents import Citation
from index.answers import SourceView
from index.generation import Generation

if TYPE_CHECKING:
    from bot.client import Rapporteur

_Button = discord.ui.Button[Any]
_LABEL = 80
CHOICE = "meeting:"  # with which the id of a button for another meeting begins
CHOICES_ROW = 3  # below the citations, above the buttons that turn pages


async def send_source(
    interaction: discord.Interaction["Rapporteur"],
    citation: Citation,
    *,
    private: bool = False,
    update: bool = False,
) -> None:
    """Show the paragraph that a citation names between its neighbours.

    Raises:
        UnknownCitationError: no paragraph has it.
    """
    work = interaction.client.library.source(citation)
    view = await acknowledged(interaction, work, private=private, update=update)
    page, buttons = render_source(view), source_view(view, private=private)
    await deliver(interaction, page, buttons, private=private, update=update)


def answer_page(
    generation: Generation, request: Request, number: int = 1, understood: str = ""
) -> Page:
    """Carry out a request and render one page of the answer; CPU only.

    `understood` is what an earlier page said that the question was taken for.
    """
    answer = request.answer(generation)
    told = replace(answer, understood=understood) if understood else answer
    return render_answer(told, request, generation.edition, number)


def answer_view(page: Page, owner: int, *, wrong: bool = False) -> discord.ui.View:
    """Citation buttons of a page, those that turn it for `owner`, a user's id, and "Wrong?"."""
    view = discord.ui.View(timeout=None)
    for source in page.sources:
        view.add_item(SourceButton(compact(source.citation), _source_label(source)))
    for control in page.controls:
        view.add_item(control_button(control))
    for target, label in page_turns(page):
        view.add_item(PageButton(target, owner, label))
    if wrong and page.content:
        view.add_item(WrongButton())
    return view


def control_button(control: Control) -> _Button:
    """The button of a control; whoever knows its id answers for it."""
    style = control.style or discord.ButtonStyle.secondary
    return discord.ui.Button(label=control.label, custom_id=control.custom_id, style=style)


def page_turns(page: Page) -> Iterator[tuple[int, str]]:
    """The pages that a page leads to, with the labels of their buttons."""
    targets = {1, page.number - 1, page.number + 1, page.count} - {page.number}
    for target in sorted(each for each in targets if 1 <= each <= page.count):
        yield target, _page_label(target, page)


def source_view(view: SourceView, *, private: bool) -> discord.ui.View:
    """Buttons to the neighbours of a paragraph.

    In a private message they turn it; in a public one each reader gets a message of their own.
    """
    place = view.citation.ordinal
    neighbours = ((view.before, place - 1, "‹ ¶{}"), (view.after, place + 1, "¶{} ›"))
    buttons = discord.ui.View(timeout=None)
    for words, ordinal, label in neighbours:
        if words:
            citation = compact(Citation(view.citation.document, ordinal))
            buttons.add_item(SourceButton(citation, label.format(ordinal), walks=private))
    return buttons


class SourceButton(
    discord.ui.DynamicItem[_Button], template=r"(?P<how>source|walk):(?P<citation>\S+)"
):
    """Shows a paragraph to whoever presses it, and to nobody else.

    With `walks`, it shows it in place of the private message that it stands in.
    """

    def __init__(self, citation: str, label: str, *, walks: bool = False) -> None:
        custom_id = f"{'walk' if walks else 'source'}:{citation}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))
        self._citation = citation
        self._walks = walks

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the citation back from the button's id."""
        return cls(match["citation"], "¶", walks=match["how"] == "walk")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the paragraph."""
        async with reporting(interaction):
            citation = expand(interaction.client.library.generation.documents, self._citation)
            await send_source(interaction, citation, private=True, update=self._walks)


class PageButton(
    discord.ui.DynamicItem[_Button], template=r"page:(?P<number>\d{1,5}):(?P<owner>\d{1,20})"
):
    """Turns the page for the person who asked; anybody else gets that page for themselves."""

    def __init__(self, number: int, owner: int, label: str) -> None:
        button: _Button = discord.ui.Button(
            label=label,
            custom_id=f"page:{number}:{owner}",
            style=discord.ButtonStyle.primary,
            row=4,
        )
        super().__init__(button)
        self._number = number
        self._owner = owner

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the page and its owner back from the button's id."""
        return cls(int(match["number"]), int(match["owner"]), "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask again what the message says was asked, and show the wanted page of it."""
        mine = interaction.user.id == self._owner
        async with reporting(interaction):
            client, message = interaction.client, interaction.message
            request = shown_request(message.content if message else "")
            told = shown_understanding(message.embeds if message else ())
            work = client.answer(answer_page, request, self._number, told)
            page = await acknowledged(interaction, work, private=not mine, update=mine)
            view = answer_view(page, interaction.user.id, wrong=client.keeps_questions)
            for button in _choices_of(message):
                view.add_item(button)
            await deliver(interaction, page, view, private=not mine, update=mine)


BUTTONS = (SourceButton, PageButton, WrongButton)


def _choices_of(message: discord.Message | None) -> Iterator[_Button]:
    """The buttons of a message for other meetings; their ids hold all that they need."""
    for row in message.components if message else ():
        for child in row.children if isinstance(row, discord.ActionRow) else ():
            if isinstance(child, discord.Button) and (child.custom_id or "").startswith(CHOICE):
                yield discord.ui.Button(
                    label=child.label, custom_id=child.custom_id, row=CHOICES_ROW
                )


def _source_label(source: Source) -> str:
    return shorten(f"{source.number} · {source.label}", _LABEL)


def _page_label(target: int, page: Page) -> str:
    if target < page.number:
        return f"‹ {target}" if target == page.number - 1 else f"« {target}"
    return f"{target} ›" if target == page.number + 1 else f"{target} »"
