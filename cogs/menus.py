"""The menus of a message: "Ask about this" and "Verify quote"."""

import discord
from discord import app_commands

from bot.addressing import words_of
from bot.asking import send_answer
from bot.client import Rapporteur
from bot.requests import Request


@app_commands.context_menu(name="Ask about this")
async def ask_about_this(
    interaction: discord.Interaction[Rapporteur], message: discord.Message
) -> None:
    """Show, to the person alone, the paragraphs that a message is about."""
    request = Request.of("related", text=words_of(message))
    await send_answer(interaction, request, private=True)


@app_commands.context_menu(name="Verify quote")
async def verify_quote(
    interaction: discord.Interaction[Rapporteur], message: discord.Message
) -> None:
    """Check, for the person alone, what a message quotes."""
    request = Request.of("verify", quote=words_of(message))
    await send_answer(interaction, request, private=True)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the extension is loaded."""
    bot.tree.add_command(ask_about_this)
    bot.tree.add_command(verify_quote)
