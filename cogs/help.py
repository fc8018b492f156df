"""`/help`: by task, with examples."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Rapporteur
from bot.help import find_topic, topics
from bot.rendering.help import render_overview, render_topic
from bot.replying import deliver


async def _suggest_topics(
    _: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[str]]:
    wanted = current.casefold()
    return [
        app_commands.Choice(name=topic.task, value=topic.name)
        for topic in topics()
        if wanted in f"{topic.task} {topic.name}".casefold()
    ]


class Help(commands.Cog):
    """How to use the bot."""

    @app_commands.command()
    @app_commands.describe(topic="The task that you want to know more about")
    @app_commands.autocomplete(topic=_suggest_topics)
    async def help(
        self,
        interaction: discord.Interaction[Rapporteur],
        topic: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """What you can do here, by task, with examples."""
        name = interaction.client.name
        page = render_topic(find_topic(topic), name) if topic else render_overview(topics(), name)
        await deliver(interaction, page, discord.ui.View(), private=True)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Help())
