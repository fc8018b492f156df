"""Whether a message is meant for the bot, and what it asks."""

import re
from dataclasses import dataclass

import discord

from bot.rendering.markdown import unescape
from bot.requests import SMALL_PRINT
from index.errors import InputError

LONGEST = 1_000  # characters of a question, as for /ask
_MENTION = re.compile(r"<@[!&]?\d+>")
_QUOTED_LINE = re.compile(r"^>(?:>>)?\s")  # Markdown's block quotation


@dataclass(frozen=True, slots=True)
class Addressed:
    """A message to the bot.

    Attributes:
        question: its words without mentions, in one line; may be empty.
        readable: whether Discord delivered the words: of messages that neither mention the
            bot nor are written to it directly it does not.
    """

    question: str
    readable: bool


def addressed(message: discord.Message, bot: discord.ClientUser) -> Addressed | None:
    """What a person says to the bot by mention, reply or direct message; else None."""
    if message.author.bot or message.webhook_id or message.is_system():
        return None
    direct = message.guild is None
    mentioned = any(user.id == bot.id for user in message.mentions)
    if not (direct or mentioned or _names_role(message, bot) or _replies_to(message, bot)):
        return None
    question = " ".join(_MENTION.sub(" ", message.content).split())
    return Addressed(question, readable=bool(direct or mentioned or message.content))


def words_of(message: discord.Message) -> str:
    """What a message says, for a menu that was opened on it; of an answer, its embeds' words.

    Raises:
        InputError: it says nothing.
    """
    own = [line for line in message.content.split("\n") if not line.startswith(SMALL_PRINT)]
    parts = [_QUOTED_LINE.sub("", line) for line in own]
    if not any(part.strip() for part in parts):
        parts = [embed.description or "" for embed in message.embeds]
    words = " ".join(_MENTION.sub(" ", unescape("\n".join(parts))).split())
    if not words:
        raise InputError("That message holds no words to look for.")
    return words


def _names_role(message: discord.Message, bot: discord.ClientUser) -> bool:
    """Whether it mentions the role that Discord made for the bot: easily picked by mistake."""
    tags = (role.tags for role in message.role_mentions)
    return any(tag is not None and tag.bot_id == bot.id for tag in tags)


def _replies_to(message: discord.Message, bot: discord.ClientUser) -> bool:
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == bot.id
