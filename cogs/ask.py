"""`/ask`: a question in one's own words."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_meetings


class Ask(commands.Cog):
    """Free questions."""

    @app_commands.command()
    @app_commands.describe(
        question="What you want to know, in your own words",
        meeting="Look only at this meeting: a place, a year, “5th TEWG” …",
        private="Show the answer to you alone",
    )
    @app_commands.autocomplete(meeting=choices_from(suggest_meetings))
    async def ask(
        self,
        interaction: discord.Interaction[Rapporteur],
        question: app_commands.Range[str, 2, 1000],
        meeting: app_commands.Range[str, 1, 200] | None = None,
        private: bool = False,
    ) -> None:
        """Ask a question about the meetings; every answer cites its paragraph."""
        request = Request.of("ask", question=question, meeting=meeting)
        await send_answer(interaction, request, private=private)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Ask())
