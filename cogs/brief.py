"""`/brief`: one page on a meeting."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_meetings


class Brief(commands.Cog):
    """Meetings on one page."""

    @app_commands.command()
    @app_commands.describe(meeting="A place, a year, “5th TEWG” …")
    @app_commands.autocomplete(meeting=choices_from(suggest_meetings))
    async def brief(
        self,
        interaction: discord.Interaction[Rapporteur],
        meeting: app_commands.Range[str, 1, 200],
    ) -> None:
        """One page on a meeting: when, where, who, what was agreed and what became of it."""
        await send_answer(interaction, Request.of("brief", meeting=meeting))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Brief())
