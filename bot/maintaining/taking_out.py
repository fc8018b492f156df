"""Taking a document out, after a look at what that would do; and going back.

What is asked stands in the message, from which the buttons read it back after a restart.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.item_changes import actor_of
from bot.looks import removal
from bot.maintaining.showing import result_page, tell
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.answers import render_answer
from bot.rendering.pages import Control, Page
from bot.replying import acknowledged, deliver
from bot.requests import Request, shown_request
from bot.tree import reporting
from bot.views import answer_view
from index.errors import InputError

if TYPE_CHECKING:
    from bot.client import Rapporteur

_REMOVE = "corpus remove"
_CONTROLS = (
    Control("Remove it", "remove:yes", discord.ButtonStyle.danger),
    Control("Keep it", "remove:no"),
)


async def ask_removal(
    interaction: discord.Interaction["Rapporteur"], document: str, note: str
) -> None:
    """Show what taking a document out would do, and ask whether to.

    Raises:
        NotFoundError: it is not published.
    """
    client = interaction.client

    async def work() -> Page:
        answer = await removal(client.library, document)
        request = Request.of(_REMOVE, document=document, note=note)
        edition = client.library.generation.edition
        page = await client.compute(render_answer, answer, request, edition)
        return replace(page, count=1, controls=_CONTROLS)

    page = await acknowledged(interaction, work())
    await deliver(interaction, page, answer_view(page, interaction.user.id))


async def roll_back(
    interaction: discord.Interaction["Rapporteur"], number: int, note: str = ""
) -> None:
    """Publish again what an earlier generation held, and show what that did.

    Raises:
        InputError: it cannot be gone back to.
    """
    actor = actor_of(interaction)
    publications = interaction.client.library.publications
    work = publications.rollback(number, actor=actor, note=note)
    result = await acknowledged(interaction, work)
    page = result_page(result, f"Generation {number} was restored", actor)
    await deliver(interaction, page, answer_view(page, 0))


class RemovalButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"remove:(?P<answer>yes|no)"
):
    """Takes the document out that its message names, or keeps it, for a maintainer."""

    def __init__(self, answer: str) -> None:
        super().__init__(discord.ui.Button(label=answer, custom_id=f"remove:{answer}"))
        self._wanted = answer == "yes"

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the answer back from the button's id."""
        return cls(match["answer"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it, and say in the place of the question who has."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            content = interaction.message.content if interaction.message else ""
            asked = dict(shown_request(content, {_REMOVE}).options)
            document, actor = asked.get("document", ""), actor_of(interaction)
            if not self._wanted:
                await tell(interaction, f"{document} stays.", update=True)
                return
            publications = interaction.client.library.publications
            work = publications.remove(document, actor=actor, note=asked.get("note", ""))
            result = await acknowledged(interaction, work, update=True)
            page = result_page(result, f"{document} was removed", actor)
            await deliver(interaction, page, answer_view(page, 0), update=True)


class UndoButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"undo:(?P<number>\d{1,9})"
):
    """Goes back behind the generation that its message tells of, while that is the latest."""

    def __init__(self, number: int) -> None:
        super().__init__(discord.ui.Button(label="Undo", custom_id=f"undo:{number}"))
        self._number = number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the generation back from the button's id."""
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Go back, and tell so in a message of its own."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            if interaction.client.library.generation.number != self._number:
                raise InputError(
                    f"Generation {self._number} is no longer the latest;"
                    " /corpus rollback goes back to any of the last ten."
                )
            await roll_back(interaction, self._number - 1)
