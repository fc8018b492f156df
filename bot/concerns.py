"""What maintainers should look at: questions without an answer, and "Wrong?" under an answer."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.rendering.citations import expand
from bot.rendering.pages import Page
from bot.replying import acknowledged, say
from bot.requests import shown_request
from bot.tree import reporting
from corpus.documents import Citation, Document
from corpus.errors import CitationFormatError

if TYPE_CHECKING:
    from bot.client import Rapporteur

_log = logging.getLogger(__name__)

_SOURCE = "source:"  # with which the id of a citation's button begins
_KEPT = "Thank you: the maintainers will see that you find this answer wrong."
_KNOWN = "You have said so already; the maintainers will see it."


async def keep_unanswered(client: "Rapporteur", page: Page, person: discord.abc.User) -> None:
    """Keep the question of a page that has no answer; the person has their reply already."""
    if not page.unanswered or not client.keeps_questions:
        return
    questions, lifetime = client.library.questions, client.question_lifetime
    try:
        await questions.not_stated(page.unanswered, str(person.id), lifetime)
    except Exception:  # noqa: BLE001 - it is no concern of whoever asked
        _log.warning("A question without an answer is not kept", exc_info=True)


class WrongButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template="wrong"):
    """Tells maintainers that somebody finds an answer wrong; its message tells which."""

    def __init__(self) -> None:
        super().__init__(discord.ui.Button(label="Wrong?", custom_id="wrong", row=4))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """All are alike."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep it, once for each person and answer, and thank them alone."""
        async with reporting(interaction):
            client, message = interaction.client, interaction.message
            request = shown_request(message.content if message else "")
            documents = client.library.generation.documents
            told = client.library.questions.called_wrong(
                str(request),
                tuple(_cited(message, documents)) if message else (),
                str(interaction.user.id),
                client.question_lifetime,
            )
            new = await acknowledged(interaction, told, private=True)
            await say(interaction, _KEPT if new else _KNOWN, private=True)


def _cited(message: discord.Message, documents: Mapping[str, Document]) -> Iterator[Citation]:
    """The citations that the buttons of an answer show."""
    for row in message.components:
        for part in row.children if isinstance(row, discord.ActionRow) else ():
            custom_id = part.custom_id or "" if isinstance(part, discord.Button) else ""
            if custom_id.startswith(_SOURCE):
                with suppress(CitationFormatError):  # its document is no longer published
                    yield expand(documents, custom_id.removeprefix(_SOURCE))
