"""What a maintainer has done, shown to the channel."""

from typing import TYPE_CHECKING

import discord

from bot.rendering.answers import render_answer
from bot.rendering.markdown import escape
from bot.rendering.pages import Control, Page
from bot.requests import Request
from index.generation import Edition
from index.item_life.statuses import Actor
from index.publication.publishing import PublishResult
from index.replies.corpus import publish_reply

if TYPE_CHECKING:
    from bot.client import Rapporteur

_NAMED = 10  # files of a kind that a message names; the console names all


def result_page(result: PublishResult, done: str, actor: Actor) -> Page:
    """What a publish did, and a way back; `done` and the name say what was asked and who did."""
    page = render_answer(publish_reply(result, _NAMED), Request.of(""), Edition(result.generation))
    changes = result.added or result.changed or result.removed
    controls = (Control("Undo", f"undo:{result.generation}"),) if changes else ()
    return Page(f"{done} by **{escape(actor.name)}**.", page.embeds, controls=controls)


async def tell(
    interaction: discord.Interaction["Rapporteur"], text: str, *, update: bool = False
) -> None:
    """Say a sentence as the reply; with `update`, in the place of the message pressed."""
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text, embeds=[], view=None)
    elif update:
        await interaction.response.edit_message(content=text, embeds=[], view=None)
    else:
        await interaction.response.send_message(text)
