"""`/verify`: is this what the statement says?"""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.client import Rapporteur
from bot.requests import Request


class Verify(commands.Cog):
    """Quotes."""

    @app_commands.command()
    @app_commands.describe(quote="The words, and if you like the meeting: At Perth, “…”")
    async def verify(
        self,
        interaction: discord.Interaction[Rapporteur],
        quote: app_commands.Range[str, 2, 4000],
    ) -> None:
        """Check a quote word by word against the documents."""
        await send_answer(interaction, Request.of("verify", quote=quote))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Verify())
