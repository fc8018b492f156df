"""`/attendance` and `/delegation`: who attended what."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_delegations, suggest_meetings


class Attendance(commands.Cog):
    """Who attended a meeting, and where a delegation attended."""

    @app_commands.command()
    @app_commands.describe(meeting="A place, a year, “5th TEWG”, a title or an id")
    @app_commands.autocomplete(meeting=choices_from(suggest_meetings))
    async def attendance(
        self,
        interaction: discord.Interaction[Rapporteur],
        meeting: app_commands.Range[str, 1, 200],
    ) -> None:
        """Who attended a meeting, by capacity."""
        await send_answer(interaction, Request.of("attendance", meeting=meeting))

    @app_commands.command()
    @app_commands.describe(name="A state or an organisation, by any usual name or acronym")
    @app_commands.autocomplete(name=choices_from(suggest_delegations))
    async def delegation(
        self,
        interaction: discord.Interaction[Rapporteur],
        name: app_commands.Range[str, 1, 200],
    ) -> None:
        """One delegation across the meetings: where it attended, and what it owns."""
        await send_answer(interaction, Request.of("delegation", name=name))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Attendance())
