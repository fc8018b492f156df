"""`/source`: a cited paragraph in its context."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.choices import choices_from
from bot.client import Rapporteur
from bot.views import send_source
from corpus.documents import Citation
from index.suggestions import suggest_citations


class Source(commands.Cog):
    """Cited paragraphs."""

    @app_commands.command()
    @app_commands.describe(citation="Such as 2012-06-11-tewg-kuala-lumpur#p7")
    @app_commands.autocomplete(citation=choices_from(suggest_citations))
    async def source(
        self,
        interaction: discord.Interaction[Rapporteur],
        citation: app_commands.Range[str, 1, 200],
    ) -> None:
        """Show a cited paragraph between its neighbours."""
        await send_source(interaction, Citation.parse(citation))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Source())
