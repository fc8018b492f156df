"""`/meetings`: which meetings there were."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_bodies


class Meetings(commands.Cog):
    """The list of meetings."""

    @app_commands.command()
    @app_commands.describe(
        body="The series: TEWG, AHG SOM …", year="The year it was held", place="A city or a country"
    )
    @app_commands.autocomplete(body=choices_from(suggest_bodies))
    async def meetings(
        self,
        interaction: discord.Interaction[Rapporteur],
        body: app_commands.Range[str, 1, 200] | None = None,
        year: app_commands.Range[int, 1900, 2200] | None = None,
        place: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        """The meetings that the documents report or mention, by date."""
        request = Request.of("meetings", body=body, year=year, place=place)
        await send_answer(interaction, request)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Meetings())
