"""Free text as a part of a conversation: where its context is kept, and the reply to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.answering import carry_out
from bot.rendering.answers import render_answer
from bot.rendering.pages import Page
from bot.requests import shown_request
from corpus.errors import RapporteurError
from index.conversing.conversation import resolve
from index.conversing.turns import Context, Understood
from index.generation import Generation

if TYPE_CHECKING:
    from bot.client import Rapporteur


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent, and what the conversation is about afterwards.

    Attributes:
        choices: other meetings that may have been meant: labels and ids.
    """

    page: Page
    context: Context
    choices: tuple[tuple[str, str], ...] = ()


def reply_to(generation: Generation, context: Context, text: str) -> Reply:
    """Answer a text that may lean on its context; CPU only.

    Raises:
        RapporteurError: it is refused.
    """
    return reply(generation, context, resolve(generation, context, text))


def reply(generation: Generation, context: Context, understood: Understood) -> Reply:
    """Answer what was understood, on the first page of the answer; CPU only.

    Raises:
        RapporteurError: it is refused.
    """
    done = carry_out(generation, context, understood)
    page = render_answer(done.answer, done.request, generation.edition)
    return Reply(page, done.context, done.choices)


def context_of(generation: Generation, content: str) -> Context:
    """The context after an answer whose message reads so; CPU only.

    It is empty where the message shows no request, or one that is refused by now.
    """
    try:
        request = shown_request(content)
        understood = Understood(request.command, dict(request.options))
        return carry_out(generation, Context(), understood).context
    except RapporteurError:
        return Context()


def keys_of(message: discord.Message) -> list[str]:
    """Where the context of a message is looked for: under what it replies to, then its place."""
    replied = message.reference.message_id if message.reference else None
    return [*([message_key(replied)] if replied else []), *place_keys(message.channel)]


def message_key(number: int) -> str:
    """The key of what an answer's message leaves."""
    return f"message:{number}"


def place_keys(channel: object) -> Sequence[str]:
    """The key of a place that holds one conversation: a thread or direct messages; else none."""
    if isinstance(channel, discord.Thread | discord.DMChannel):
        return (f"channel:{channel.id}",)
    return ()


async def recalled(client: "Rapporteur", message: discord.Message) -> Context:
    """The context that a message to the bot continues; empty where there is none.

    Of a reply to an answer that nothing was kept of, such as a command's, the answer itself
    tells what it was about.
    """
    keys = keys_of(message)
    answered = message.reference.resolved if message.reference else None
    mine = isinstance(answered, discord.Message) and answered.author == client.user
    if isinstance(answered, discord.Message) and mine:
        found = await client.library.memory.recall(keys[:1], client.conversation_lifetime)
        if found is None:
            found = await client.answer(context_of, answered.content)
        if found.turns:
            return found
    return await context_in(client, keys)


async def context_in(client: "Rapporteur", keys: Sequence[str]) -> Context:
    """The context under the first of these keys that holds one; else an empty one."""
    if not keys:
        return Context()
    return await client.library.memory.recall(keys, client.conversation_lifetime) or Context()


async def keep(
    client: "Rapporteur", context: Context, person: discord.abc.User, keys: Sequence[str]
) -> None:
    """Keep a context, as `person` has left it, for what is said later under these keys.

    Raises:
        StoreError: the store cannot be written.
    """
    if context.turns and keys:
        memory, lifetime = client.library.memory, client.conversation_lifetime
        await memory.remember(keys, context, str(person.id), lifetime)
