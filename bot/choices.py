"""Autocomplete: the index's suggestions as Discord's choices."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from index.generation import Generation

if TYPE_CHECKING:
    from bot.client import Rapporteur

Suggest = Callable[[Generation, str], Sequence[tuple[str, str]]]
Complete = Callable[
    [discord.Interaction["Rapporteur"], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]
]


def choices_from(suggest: Suggest) -> Complete:
    """An autocomplete that asks `suggest`, from memory alone; it keeps Discord's limits.

    It leaves the event loop, and does not queue behind answers that are being worked out.
    """

    async def complete(
        interaction: discord.Interaction["Rapporteur"], current: str
    ) -> list[app_commands.Choice[str]]:
        generation = interaction.client.library.generation
        pairs = await asyncio.to_thread(suggest, generation, current)
        return [app_commands.Choice(name=label, value=value) for label, value in pairs]

    return complete
