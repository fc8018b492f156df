"""Pages that maintainers look at, with buttons that work after a restart.

A button's id holds what it shows: `look:<what>:<page>:<argument>`.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.looks import CORRECTIONS, HISTORY, LOOKS, STAGED, STATUS
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.answers import render_answer
from bot.rendering.markdown import shorten
from bot.rendering.pages import Control, Page
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.tree import reporting
from bot.views import answer_view, page_turns

if TYPE_CHECKING:
    from bot.client import Rapporteur

_Button = discord.ui.Button[Any]
_ROW = 4  # of the buttons that turn pages
_LABEL = 80
_LISTED = 10  # uploads that a list has buttons for: two rows
_PAGED = (STATUS, STAGED, HISTORY, CORRECTIONS)
_OPTION = {STAGED: "upload", HISTORY: "since"}


async def send_look(
    interaction: discord.Interaction["Rapporteur"],
    what: str,
    argument: str = "",
    *,
    number: int = 1,
    update: bool = False,
) -> None:
    """Show a page of something; with `update`, in the place of the message pressed.

    Raises:
        RapporteurError: it cannot be shown.
    """
    client = interaction.client
    page = await acknowledged(interaction, look_page(client, what, argument, number), update=update)
    await deliver(interaction, page, look_view(page, what, argument), update=update)


async def look_page(client: "Rapporteur", what: str, argument: str = "", number: int = 1) -> Page:
    """One page of what maintainers look at.

    Raises:
        RapporteurError: it cannot be shown.
    """
    arguments = [argument] if argument else []
    answer = await LOOKS[what](client.library, *arguments)
    options = {_OPTION[what]: argument} if argument else {}
    request, generation = Request.of(f"corpus {what}", **options), client.library.generation
    page = await client.compute(render_answer, answer, request, generation.edition, number)
    published = (each for each in page.sources if each.citation.document in generation.documents)
    controls = await _controls(client, what, argument)
    return replace(page, sources=tuple(published), controls=controls)


def look_view(page: Page, what: str, argument: str = "") -> discord.ui.View:
    """Buttons to the published paragraphs of a page, to what can be done, to other pages."""
    view = answer_view(replace(page, number=1, count=1), owner=0)
    for target, label in page_turns(page):
        view.add_item(LookButton(what, target, argument, label))
    return view


async def _controls(client: "Rapporteur", what: str, argument: str) -> tuple[Control, ...]:
    """What can be done with an upload; below the list of them, a way to each."""
    if what != STAGED:
        return ()
    styles = discord.ButtonStyle
    if argument:
        return (
            Control("Publish", f"staged:publish:{argument}", styles.success),
            Control("Edit details", f"staged:edit:{argument}"),
            Control("Discard", f"staged:discard:{argument}", styles.danger),
        )
    waiting = await client.library.uploads.waiting()
    return tuple(
        Control(shorten(f"{each.id} · {each.file}", _LABEL), f"look:{STAGED}:1:{each.id}")
        for each in waiting[:_LISTED]
    )


class LookButton(
    discord.ui.DynamicItem[_Button],
    template=rf"look:(?P<what>{'|'.join(_PAGED)}):(?P<number>\d{{1,5}}):(?P<argument>.{{0,60}})",
):
    """Shows a page in the place of the one that it stands below, to maintainers."""

    def __init__(self, what: str, number: int, argument: str, label: str) -> None:
        button: _Button = discord.ui.Button(
            label=label,
            custom_id=f"look:{what}:{number}:{argument}",
            style=discord.ButtonStyle.primary,
            row=_ROW,
        )
        super().__init__(button)
        self._what = what
        self._number = number
        self._argument = argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read back from the button's id what it shows."""
        return cls(match["what"], int(match["number"]), match["argument"], "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            await send_look(
                interaction, self._what, self._argument, number=self._number, update=True
            )
