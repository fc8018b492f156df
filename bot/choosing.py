"""Buttons for the other meetings that a question may mean; they work after a restart."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any, Self

import discord

from bot.concerns import keep_unanswered
from bot.rendering.markdown import shorten
from bot.replying import acknowledged, deliver
from bot.requests import shown_request
from bot.talking import Reply, keep, message_key, place_keys, reply
from bot.tree import reporting
from bot.views import CHOICE, CHOICES_ROW, answer_view
from index.conversing.conversation import choose
from index.conversing.turns import Context
from index.errors import InputError
from index.generation import Generation

_LABEL = 80
_LONGEST_ID = 60  # leaves room in the 100 characters of a custom id
_DIGEST = 24


def add_choices(
    view: discord.ui.View, choices: Iterable[tuple[str, str]], owner: int
) -> discord.ui.View:
    """Add a button for each meeting, a label and an id, that `owner` may have meant."""
    for label, meeting in choices:
        view.add_item(MeetingButton(_short(meeting), owner, shorten(f"⇄ {label}", _LABEL)))
    return view


class MeetingButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=CHOICE + r"(?P<owner>\d{1,20}):(?P<meeting>\S+)",
):
    """Asks the question of a message again, about another meeting."""

    def __init__(self, meeting: str, owner: int, label: str) -> None:
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label, custom_id=f"{CHOICE}{owner}:{meeting}", row=CHOICES_ROW
        )
        super().__init__(button)
        self._meeting = meeting
        self._owner = owner

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the meeting back from the button's id."""
        return cls(match["meeting"], int(match["owner"]), "⇄")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer in place of the message for who asked; for anybody else, apart."""
        mine = interaction.user.id == self._owner
        async with reporting(interaction):
            client, message = interaction.client, interaction.message
            content = message.content if message else ""
            work = client.compute(self._reply, client.library.generation, content)
            answered = await acknowledged(interaction, work, private=not mine, update=mine)
            if mine and message:
                keys = [message_key(message.id), *place_keys(message.channel)]
                await keep(client, answered.context, interaction.user, keys)
            view = answer_view(answered.page, interaction.user.id, wrong=client.keeps_questions)
            await deliver(interaction, answered.page, view, private=not mine, update=mine)
            await keep_unanswered(client, answered.page, interaction.user)

    def _reply(self, generation: Generation, content: str) -> Reply:
        request = shown_request(content)
        question = dict(request.options).get("question", "")
        known = (each.id for each in generation.facts.meetings)
        meeting = next((each for each in known if _short(each) == self._meeting), "")
        if request.command != "ask" or not meeting:
            raise InputError("I can no longer tell what was asked; please ask again.")
        understood = choose(generation, question, meeting)
        return reply(generation, Context(), understood)


def _short(meeting: str) -> str:
    """The id of a meeting as a button's id holds it: a long one by its digest."""
    if len(meeting) <= _LONGEST_ID:
        return meeting
    return f"~{hashlib.sha256(meeting.encode()).hexdigest()[:_DIGEST]}"
