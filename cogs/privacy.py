"""`/privacy`: what is kept of the person who asks, and its deletion."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Rapporteur
from bot.help import find_topic
from bot.replying import acknowledged, say

_TOPIC = "privacy"


class PrivacyCommands(commands.GroupCog, group_name="privacy"):
    """What is kept of you; for everyone."""

    @app_commands.command()
    async def show(self, interaction: discord.Interaction[Rapporteur]) -> None:
        """What is kept of what you asked."""
        privacy = interaction.client.library.privacy
        kept = await acknowledged(interaction, privacy.kept(str(interaction.user.id)), private=True)
        text = f"Of what you asked, {kept} are kept.\n\n{find_topic(_TOPIC).text}"
        await say(interaction, text, private=True)

    @app_commands.command()
    async def delete(self, interaction: discord.Interaction[Rapporteur]) -> None:
        """Delete what is kept of what you asked."""
        privacy = interaction.client.library.privacy
        gone = await acknowledged(
            interaction, privacy.delete(str(interaction.user.id)), private=True
        )
        await say(interaction, f"Deleted: {gone}.", private=True)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(PrivacyCommands())
