"""Changing an action item on Discord: who may, and the item as it stands since."""

from typing import TYPE_CHECKING, Any

import discord

from bot.permissions import check_maintainer
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.views import answer_page, answer_view
from corpus.documents import Citation
from index.item_life.recording import Recorded
from index.item_life.statuses import Actor
from index.options import parse_status

if TYPE_CHECKING:
    from bot.client import Rapporteur

MAY_UPDATE = "change the status of an action item"


def actor_of(interaction: discord.Interaction[Any]) -> Actor:
    """Who presses or types, as histories name them."""
    return Actor(str(interaction.user.id), interaction.user.display_name)


def citation_of(text: str | None) -> Citation | None:
    """The citation that somebody has typed as evidence, if any.

    Raises:
        CitationFormatError: it has another form.
    """
    return Citation.parse(text) if text and text.strip() else None


async def update_item(
    interaction: discord.Interaction["Rapporteur"], item: str, status: str, note: str, evidence: str
) -> None:
    """Set an item's status for a maintainer, and show the item as it stands since.

    Raises:
        NotPermittedError: the person is no maintainer.
        RapporteurError: the change is refused.
    """
    check_maintainer(interaction, MAY_UPDATE)
    wanted, cited = parse_status(status), citation_of(evidence)
    library = interaction.client.library
    change = library.update_action(item, wanted, note, cited, actor=actor_of(interaction))
    await _show_changed(interaction, change)


async def undo_item(interaction: discord.Interaction["Rapporteur"], item: str) -> None:
    """Take back the last change of an item's status; raises what `update_item` does."""
    check_maintainer(interaction, MAY_UPDATE)
    change = interaction.client.library.undo_action(item, actor=actor_of(interaction))
    await _show_changed(interaction, change)


async def _show_changed(interaction: discord.Interaction["Rapporteur"], change: Any) -> None:
    client = interaction.client

    async def work() -> Any:
        recorded: Recorded = await change
        request = Request.of("actions show", item=recorded.item.id)
        return await client.answer(answer_page, request)

    page = await acknowledged(interaction, work())
    view = answer_view(page, interaction.user.id, wrong=client.keeps_questions)
    await deliver(interaction, page, view)
