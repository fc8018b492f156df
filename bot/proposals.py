"""Proposals that wait for a maintainer: what they say, and the buttons that decide them.

The buttons work after a restart: their ids hold all that a press needs.
"""

import re
from typing import Any, Self

import discord

from bot.item_changes import actor_of
from bot.permissions import check_maintainer
from bot.rendering.markdown import escape, shorten
from bot.replying import acknowledged
from bot.tree import reporting
from index.item_life.recording import Recorded

_Button = discord.ui.Button[Any]
_ITEM = 500  # characters of the item's text
_NOTE = 1_200


def proposal_text(recorded: Recorded) -> str:
    """What a proposal says, within one message."""
    entry, name = recorded.event.entry, escape(recorded.event.actor.name)
    status = entry.status.value if entry.status else ""
    lines = [
        f"**{name}** proposes: **{recorded.item.id}** is {status}.",
        f"> {shorten(escape(recorded.item.text), _ITEM)}",
        f"Note: {shorten(escape(entry.note), _NOTE)}" if entry.note else "",
        f"Evidence: `{entry.evidence}`" if entry.evidence else "",
        "It waits for a maintainer.",
    ]
    return "\n".join(filter(None, lines))


def decision_view(recorded: Recorded) -> discord.ui.View:
    """The buttons below a proposal."""
    view = discord.ui.View(timeout=None)
    for verdict in ("accept", "reject"):
        view.add_item(DecisionButton(verdict, recorded.event.number, recorded.item.id))
    return view


class DecisionButton(
    discord.ui.DynamicItem[_Button],
    template=r"proposal:(?P<verdict>accept|reject):(?P<number>\d{1,18}):(?P<item>[\w-]{1,40})",
):
    """Accepts or rejects a proposal, for a maintainer."""

    def __init__(self, verdict: str, number: int, item: str) -> None:
        accepts = verdict == "accept"
        button: _Button = discord.ui.Button(
            label=verdict.capitalize(),
            custom_id=f"proposal:{verdict}:{number}:{item}",
            style=discord.ButtonStyle.success if accepts else discord.ButtonStyle.secondary,
        )
        super().__init__(button)
        self._accepts = accepts
        self._number = number
        self._item = item

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the proposal back from the button's id."""
        return cls(match["verdict"], int(match["number"]), match["item"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Decide, and say under the proposal who has."""
        async with reporting(interaction):
            check_maintainer(interaction, "decide on a proposal")
            library, actor = interaction.client.library, actor_of(interaction)
            decision = library.decide_proposal(
                self._item, self._number, accepted=self._accepts, actor=actor
            )
            recorded = await acknowledged(interaction, decision, update=True)
            proposed = interaction.message.content if interaction.message else ""
            verdict = f"**{recorded.event.entry.kind.value.capitalize()}** by {escape(actor.name)}."
            text = f"{proposed.rpartition(chr(10))[0]}\n{verdict}"
            if interaction.response.is_done():
                await interaction.edit_original_response(content=text, view=None)
            else:
                await interaction.response.edit_message(content=text, view=None)
