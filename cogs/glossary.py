"""`/glossary`: what the acronyms stand for."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_acronyms


class Glossary(commands.Cog):
    """Acronyms."""

    @app_commands.command()
    @app_commands.describe(term="An acronym or its long form; leave it out for all of them")
    @app_commands.autocomplete(term=choices_from(suggest_acronyms))
    async def glossary(
        self,
        interaction: discord.Interaction[Rapporteur],
        term: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        """What the acronyms stand for, as the documents explain them."""
        await send_answer(interaction, Request.of("glossary", term=term))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Glossary())
