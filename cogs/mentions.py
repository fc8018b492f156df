"""Mentions, replies and direct messages: questions without a command."""

import logging

import discord
from discord.ext import commands

from bot.addressing import LONGEST, Addressed, addressed
from bot.choosing import add_choices
from bot.client import Rapporteur
from bot.concerns import keep_unanswered
from bot.help import topics
from bot.rendering.help import render_overview
from bot.talking import Reply, keep, message_key, place_keys, recalled, reply_to
from bot.tree import explain
from bot.views import answer_view
from index.conversing.turns import Context
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
            reply = await self._reply(message, asked)
            await keep(self._bot, reply.context, message.author, place_keys(message.channel))
        owner = message.author.id
        view = answer_view(reply.page, owner, wrong=self._bot.keeps_questions)
        sent = await message.channel.send(
            reply.page.content,
            embeds=list(reply.page.embeds),
            view=add_choices(view, reply.choices, owner),
            reference=message.to_reference(fail_if_not_exists=False),
        )
        await self._keep(reply.context, message.author, sent)
        await keep_unanswered(self._bot, reply.page, message.author)

    async def _keep(
        self, context: Context, person: discord.abc.User, sent: discord.Message
    ) -> None:
        """Keep the context for replies to an answer; without it they lean on the answer alone."""
        try:
            await keep(self._bot, context, person, [message_key(sent.id)])
        except Exception:  # noqa: BLE001 - the person has their answer
            _log.warning("The context of message %s is not kept", sent.id, exc_info=True)

    async def _refuse(self, message: discord.Message, text: str) -> None:
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            await message.channel.send(text, reference=reference)
        except discord.HTTPException as failure:
            _log.warning("Message %s cannot be answered: %s", message.id, failure)

    async def _reply(self, message: discord.Message, asked: Addressed) -> Reply:
        if not asked.readable:
            raise InputError(_UNREADABLE)
        if not asked.question:
            return Reply(render_overview(topics(), self._bot.name), Context())
        if len(asked.question) > LONGEST:
            raise InputError(f"Please ask in at most {LONGEST:,} characters.")
        context = await recalled(self._bot, message)
        return await self._bot.answer(reply_to, context, asked.question)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Mentions(bot))
