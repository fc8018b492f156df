"""`/export`: facts as a file."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Rapporteur
from bot.replying import acknowledged, hand_over
from bot.talking import context_in, place_keys
from index.export import CONVERSATION, EXPORTS, FORMATS, export


class Export(commands.Cog):
    """Files for a spreadsheet, a document or a calendar."""

    @app_commands.command(name="export")
    @app_commands.rename(form="format")
    @app_commands.describe(
        what="Which facts; “matrix”: who was at which; “conversation”: what was answered here",
        form="csv for a spreadsheet, ics for a calendar (actions and meetings)",
    )
    @app_commands.choices(
        what=[app_commands.Choice(name=each, value=each) for each in EXPORTS],
        form=[app_commands.Choice(name=each, value=each) for each in FORMATS],
    )
    async def export_facts(
        self, interaction: discord.Interaction[Rapporteur], what: str, form: str
    ) -> None:
        """Get facts as a file; each row with its citation."""
        client = interaction.client
        generation, keys = client.library.generation, place_keys(interaction.channel)
        context = await context_in(client, keys) if what == CONVERSATION else None
        work = client.compute(export, generation, what, form, context)
        made = await acknowledged(interaction, work)
        await hand_over(interaction, made.name, made.content)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Export())
