"""`/track`: how a topic moved."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.client import Rapporteur
from bot.requests import Request


class Track(commands.Cog):
    """Topics over time."""

    @app_commands.command()
    @app_commands.describe(
        topic="What to follow, such as: information sharing",
        since="Only from a day, a month or a year on, such as 2012 or June 2012",
    )
    async def track(
        self,
        interaction: discord.Interaction[Rapporteur],
        topic: app_commands.Range[str, 2, 200],
        since: app_commands.Range[str, 4, 40] | None = None,
    ) -> None:
        """What was said on a topic, oldest first, and what changed."""
        await send_answer(interaction, Request.of("track", topic=topic, since=since))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Track())
