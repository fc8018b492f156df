"""`/export`: facts as a file."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Rapporteur
from bot.replying import acknowledged, hand_over
from index.export import FORMATS, TABLES, export


class Export(commands.Cog):
    """Files for a spreadsheet, a document or a calendar."""

    @app_commands.command(name="export")
    @app_commands.rename(form="format")
    @app_commands.describe(
        what="Which facts; “matrix” has a row for each delegation and a column for each meeting",
        form="csv for a spreadsheet, ics for a calendar (actions and meetings)",
    )
    @app_commands.choices(
        what=[app_commands.Choice(name=each, value=each) for each in TABLES],
        form=[app_commands.Choice(name=each, value=each) for each in FORMATS],
    )
    async def export_facts(
        self, interaction: discord.Interaction[Rapporteur], what: str, form: str
    ) -> None:
        """Get facts as a file; each row with its citation."""
        client = interaction.client
        work = client.compute(export, client.library.generation, what, form)
        made = await acknowledged(interaction, work)
        await hand_over(interaction, made.name, made.content)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Export())
