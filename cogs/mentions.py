"""Mentions, replies and direct messages: questions without a command."""

import logging

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

_log = logging.getLogger(__name__)

_UNREADABLE = (
    "Discord hides from me what does not mention me: switch the mention on in your reply, "
    "mention me rather than my role, or use /ask."
)


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
        try:
            await self._answer(message, asked)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await self._refuse(message, explain(error))

    async def _answer(self, message: discord.Message, asked: Addressed) -> None:
        self._bot.check_place(message.guild.id if message.guild else None)
        async with message.channel.typing():
            page = await self._page(asked)
        await message.channel.send(
            page.content,
            embeds=list(page.embeds),
            view=answer_view(page, message.author.id),
            reference=message.to_reference(fail_if_not_exists=False),
        )

    async def _refuse(self, message: discord.Message, text: str) -> None:
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            await message.channel.send(text, reference=reference)
        except discord.HTTPException as failure:
            _log.warning("Message %s cannot be answered: %s", message.id, failure)

    async def _page(self, asked: Addressed) -> Page:
        if not asked.readable:
            raise InputError(_UNREADABLE)
        if not asked.question:
            return render_overview(topics(), self._bot.name)
        if len(asked.question) > LONGEST:
            raise InputError(f"Please ask in at most {LONGEST:,} characters.")
        request = Request.of("ask", question=asked.question)
        return await self._bot.compute(answer_page, self._bot.library.generation, request)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Mentions(bot))
