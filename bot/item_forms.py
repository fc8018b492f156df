"""The buttons below an action item, and the forms that they open.

The buttons work after a restart: their ids hold all that a press needs.
"""

import re
from typing import Any, Self

import discord

from bot.item_changes import MAY_UPDATE, actor_of, citation_of, update_item
from bot.permissions import check_maintainer
from bot.proposals import decision_view, proposal_text
from bot.replying import acknowledged
from bot.tree import reporting
from corpus.facts import Status
from index.item_life.statuses import LONGEST_NOTE

_Button = discord.ui.Button[Any]
_LONGEST_CITATION = 200


class ItemButton(
    discord.ui.DynamicItem[_Button], template=r"item:(?P<what>update|propose):(?P<item>[\w-]{1,40})"
):
    """Opens the form to change an item's status, or to propose that it is done."""

    def __init__(self, what: str, item: str) -> None:
        super().__init__(discord.ui.Button(label=what, custom_id=f"item:{what}:{item}"))
        self._what = what
        self._item = item

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the item back from the button's id."""
        return cls(match["what"], match["item"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the form; that for updates to maintainers only."""
        async with reporting(interaction):
            if self._what == "update":
                check_maintainer(interaction, MAY_UPDATE)
                await interaction.response.send_modal(UpdateForm(self._item))
            else:
                await interaction.response.send_modal(ProposalForm(self._item))


class _ItemForm(discord.ui.Modal):
    """A form that asks for a note and a citation."""

    def __init__(self, title: str, item: str) -> None:
        super().__init__(title=title)
        self._item = item
        self.note: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="note",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=LONGEST_NOTE,
        )
        self.evidence: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="evidence",
            placeholder="2012-06-11-tewg-kuala-lumpur#p7",
            required=False,
            max_length=_LONGEST_CITATION,
        )

    def _ask_why(self) -> None:
        self.add_item(discord.ui.Label(text="Note", component=self.note))
        self.add_item(discord.ui.Label(text="Evidence: a citation", component=self.evidence))


class UpdateForm(_ItemForm):
    """What `/actions update` asks for, for one item."""

    def __init__(self, item: str) -> None:
        super().__init__(f"Update {item}", item)
        self.status: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="status", placeholder=", ".join(Status), max_length=20
        )
        self.add_item(discord.ui.Label(text="Status", component=self.status))
        self._ask_why()

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Set the status."""
        async with reporting(interaction):
            await update_item(
                interaction, self._item, self.status.value, self.note.value, self.evidence.value
            )


class ProposalForm(_ItemForm):
    """How somebody knows that an item is done."""

    def __init__(self, item: str) -> None:
        super().__init__(f"{item} looks done?", item)
        self._ask_why()

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Record the proposal, and post it for a maintainer to decide."""
        async with reporting(interaction):
            proposal = interaction.client.library.propose_action(
                self._item,
                Status.DONE,
                self.note.value,
                citation_of(self.evidence.value),
                actor=actor_of(interaction),
            )
            recorded = await acknowledged(interaction, proposal)
            text, view = proposal_text(recorded), decision_view(recorded)
            if interaction.response.is_done():
                await interaction.edit_original_response(content=text, view=view)
            else:
                await interaction.response.send_message(text, view=view)
