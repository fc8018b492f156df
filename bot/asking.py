"""Slash commands that ask: in a thread or direct messages they are turns of its conversation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord

from bot.choosing import add_choices
from bot.concerns import keep_unanswered
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.talking import Reply, context_in, keep, place_keys, reply, reply_to
from bot.views import answer_view
from index.conversing.turns import Context, Understood
from index.generation import Generation

if TYPE_CHECKING:
    from bot.client import Rapporteur


async def send_answer(
    interaction: discord.Interaction["Rapporteur"], request: Request, *, private: bool = False
) -> None:
    """Reply to a command with the first page of the answer to `request`.

    What was spoken of in a thread or in direct messages completes a question; what is answered
    for all to see there can be followed up.
    """
    client, person = interaction.client, interaction.user
    keys = place_keys(interaction.channel)
    answered = await acknowledged(interaction, _turn(client, request, keys), private=private)
    if not private:
        await keep(client, answered.context, person, keys)
    view = answer_view(answered.page, person.id, wrong=client.keeps_questions)
    view = add_choices(view, answered.choices, person.id)
    await deliver(interaction, answered.page, view, private=private)
    await keep_unanswered(client, answered.page, person)


def command_reply(generation: Generation, context: Context, request: Request) -> Reply:
    """Carry out a command in a conversation; CPU only.

    Raises:
        RapporteurError: it is refused.
    """
    options = dict(request.options)
    if request.command == "ask" and options.keys() == {"question"}:
        return reply_to(generation, context, options["question"])
    return reply(generation, context, Understood(request.command, options))


async def _turn(client: "Rapporteur", request: Request, keys: Sequence[str]) -> Reply:
    context = await context_in(client, keys)
    return await client.answer(command_reply, context, request)
