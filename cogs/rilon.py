"""`/rilon`: where Regional Immigration Liaison Officer Networks exist."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from index.suggestions import suggest_cities


class Rilons(commands.GroupCog, group_name="rilon"):
    """Regional Immigration Liaison Officer Networks."""

    @app_commands.command(name="list")
    @app_commands.describe(as_of="As things stood on a day, such as 2013-06-24")
    async def list_places(
        self,
        interaction: discord.Interaction[Rapporteur],
        as_of: app_commands.Range[str, 4, 40] | None = None,
    ) -> None:
        """Where RILONs exist, are considered, or have ended."""
        await send_answer(interaction, Request.of("rilon list", as_of=as_of))

    @app_commands.command()
    @app_commands.describe(city="A city, or a country that has one")
    @app_commands.autocomplete(city=choices_from(suggest_cities))
    async def show(
        self, interaction: discord.Interaction[Rapporteur], city: app_commands.Range[str, 1, 100]
    ) -> None:
        """The history of one RILON, step by step."""
        await send_answer(interaction, Request.of("rilon show", city=city))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Rilons())
