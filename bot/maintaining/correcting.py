"""Putting single facts right on Discord, and taking that back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord

from bot.item_changes import actor_of
from bot.maintaining.showing import result_page
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.replying import acknowledged, deliver
from corpus.documents import Citation
from corpus.errors import CitationFormatError
from index.errors import NotFoundError
from index.publication.correcting import value_of
from index.suggestions import Suggestion, suggest_facts

if TYPE_CHECKING:
    from bot.client import Rapporteur


async def correct_fact(
    interaction: discord.Interaction["Rapporteur"],
    citation: str,
    fact: str,
    action: str,
    value: str,
    note: str,
) -> None:
    """Publish one fact as a maintainer says it is.

    Raises:
        NotPermittedError: the person is no maintainer.
        RapporteurError: the correction is refused; nothing was written.
    """
    check_maintainer(interaction, MAY_MAINTAIN)
    wanted = value_of(action, value)
    corrections, actor = interaction.client.library.corrections, actor_of(interaction)
    work = corrections.correct(Citation.parse(citation), fact, wanted, note, actor=actor)
    result = await acknowledged(interaction, work)
    page = result_page(result, f"A fact at {citation.strip()} was corrected", actor)
    await deliver(interaction, page, discord.ui.View())


async def undo_correction(
    interaction: discord.Interaction["Rapporteur"], number: int, note: str
) -> None:
    """Take a correction back; raises what `correct_fact` does."""
    check_maintainer(interaction, MAY_MAINTAIN)
    corrections, actor = interaction.client.library.corrections, actor_of(interaction)
    result = await acknowledged(interaction, corrections.undo(number, note, actor=actor))
    page = result_page(result, f"Correction {number} was taken back", actor)
    await deliver(interaction, page, discord.ui.View())


async def facts_at(client: "Rapporteur", citation: str, typed: str) -> Sequence[Suggestion]:
    """Suggestions for the facts of the paragraph that somebody has chosen; else none."""
    try:
        stated = await client.library.corrections.stated(Citation.parse(citation))
    except (CitationFormatError, NotFoundError):
        return ()
    return suggest_facts(stated, typed)
