"""Mentions, replies and direct messages: questions without a command."""

import asyncio

import discord
from discord.ext import commands

from bot.addressing import LONGEST, Addressed, addressed
from bot.client import Rapporteur
from bot.help import topics
from bot.rendering.help import render_overview
from bot.rendering.pages import Page
from bot.requests import Request
from bot.tree import explain
from bot.views import answer_page, answer_view
from index.errors import InputError

_UNREADABLE = "Discord shows me only messages that mention me: switch the mention on, or use /ask."


class Mentions(commands.Cog):
    """Answers messages that are meant for the bot."""

    def __init__(self, bot: Rapporteur) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer with a reply; whatever goes wrong is told in one sentence."""
        asked = addressed(message, self._bot.user) if self._bot.user else None
        if asked is None:
            return
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            self._bot.check_place(message.guild.id if message.guild else None)
            async with message.channel.typing():
                page = await self._page(asked)
            await message.channel.send(
                page.content,
                embeds=list(page.embeds),
                view=answer_view(page, message.author.id),
                reference=reference,
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await message.channel.send(explain(error), reference=reference)

    async def _page(self, asked: Addressed) -> Page:
        if not asked.readable:
            raise InputError(_UNREADABLE)
        if not asked.question:
            return render_overview(topics(), self._bot.name)
        if len(asked.question) > LONGEST:
            raise InputError(f"Please ask in at most {LONGEST:,} characters.")
        request = Request.of("ask", question=asked.question)
        return await asyncio.to_thread(answer_page, self._bot.library.generation, request)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Mentions(bot))
