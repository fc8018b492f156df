"""Autocomplete: the index's suggestions as Discord's choices."""

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from index.generation import Generation

if TYPE_CHECKING:
    from bot.client import Rapporteur

_CHOICES = 25
_LENGTH = 100  # of a choice's name and of its value

Suggest = Callable[[Generation, str], Sequence[tuple[str, str]]]
Complete = Callable[
    [discord.Interaction["Rapporteur"], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]
]


def choices_from(suggest: Suggest) -> Complete:
    """An autocomplete that asks `suggest`, from memory alone."""

    async def complete(
        interaction: discord.Interaction["Rapporteur"], current: str
    ) -> list[app_commands.Choice[str]]:
        pairs = suggest(interaction.client.library.generation, current)
        fitting = [pair for pair in pairs if len(pair[1]) <= _LENGTH]
        return [
            app_commands.Choice(name=label[:_LENGTH], value=value)
            for label, value in fitting[:_CHOICES]
        ]

    return complete
