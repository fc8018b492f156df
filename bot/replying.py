"""Sending pages: at once where the work is quick, deferred where it takes longer."""

import asyncio
import io
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot.rendering.pages import Page
from index.errors import InputError

if TYPE_CHECKING:
    from bot.client import Rapporteur

LARGEST_FILE = 10 * 1024 * 1024  # bytes that any server takes
# Then "thinking …" shows; Discord itself waits 3 seconds. Each time costs the bot as much as two
# answers' messages, so it must not be sooner than answers come when many ask at once.
_PATIENCE_SECONDS = 0.4
T = TypeVar("T")


async def acknowledged(
    interaction: discord.Interaction["Rapporteur"],
    work: Coroutine[Any, Any, T],
    *,
    private: bool = False,
    update: bool = False,
) -> T:
    """Await `work`, deferring the interaction if it takes longer than a moment.

    Quick work saves a round trip, and its errors stay between the bot and the person. Where the
    last answer was long in coming, so will this be: it is deferred at once.

    Args:
        interaction: what came; it may have been acknowledged.
        work: what the reply waits for.
        private: whether only the person sees the reply.
        update: whether the reply changes the message whose button was pressed.
    """
    if update and interaction.message:
        await interaction.client.unfinished.changes(interaction.message.id)
    task = asyncio.create_task(work)
    try:
        busy = interaction.client.answer_seconds > _PATIENCE_SECONDS
        await asyncio.wait({task}, timeout=0 if busy else _PATIENCE_SECONDS)
        if not task.done() and not interaction.response.is_done():
            await interaction.response.defer(ephemeral=private, thinking=not update)
        return await task
    finally:
        task.cancel()


async def deliver(
    interaction: discord.Interaction["Rapporteur"],
    page: Page,
    view: discord.ui.View,
    *,
    private: bool = False,
    update: bool = False,
) -> int | None:
    """Show a page as the reply that `acknowledged` may have deferred, with the same flags.

    Returns:
        The id of the message that shows it, where Discord tells.
    """
    content, embeds = page.content, list(page.embeds)
    if interaction.response.is_done():
        edited = await interaction.edit_original_response(content=content, embeds=embeds, view=view)
        return edited.id
    if update:
        await interaction.response.edit_message(content=content, embeds=embeds, view=view)
        return interaction.message.id if interaction.message else None
    sent = await interaction.response.send_message(
        content, embeds=embeds, view=view, ephemeral=private
    )
    return sent.message_id


async def say(
    interaction: discord.Interaction["Rapporteur"], text: str, *, private: bool = False
) -> None:
    """Send plain words as the reply that `acknowledged` may have deferred."""
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text)
    else:
        await interaction.response.send_message(text, ephemeral=private)


async def hand_over(
    interaction: discord.Interaction["Rapporteur"], name: str, content: bytes
) -> None:
    """Send a file as the reply that `acknowledged` may have deferred.

    Raises:
        InputError: Discord takes no file of that size here.
    """
    if len(content) > LARGEST_FILE:
        raise InputError(f"{name} is too large for Discord; the console exports it.")
    file = discord.File(io.BytesIO(content), filename=name)
    if interaction.response.is_done():
        await interaction.edit_original_response(attachments=[file])
    else:
        await interaction.response.send_message(file=file)
