"""The buttons below an action item, and the forms that they open.

Both work after a restart: their ids hold all that a press, or sending one off, needs.
"""

import re
from collections.abc import Mapping
from typing import Any, Self

import discord

from bot.forms import Form, FormRoute
from bot.item_changes import MAY_UPDATE, actor_of, citation_of, update_item
from bot.permissions import check_maintainer
from bot.proposals import decision_view, proposal_text
from bot.replying import acknowledged
from bot.tree import reporting
from corpus.facts import Status
from index.item_life.statuses import LONGEST_NOTE

_Button = discord.ui.Button[Any]
_LONGEST_CITATION = 200
_ITEM = r"(?P<item>[\w-]{1,40})"


class ItemButton(
    discord.ui.DynamicItem[_Button], template=rf"item:(?P<what>update|propose):{_ITEM}"
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
                await interaction.response.send_modal(UpdateForm(self._item, interaction))
            else:
                await interaction.response.send_modal(ProposalForm(self._item, interaction))


class _ItemForm(Form):
    """A form that asks for a note and a citation."""

    def __init__(self, title: str, name: str, opening: discord.Interaction[Any]) -> None:
        super().__init__(title, name, opening)
        self._note: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="note",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=LONGEST_NOTE,
        )
        self._evidence: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="evidence",
            placeholder="2012-06-11-tewg-kuala-lumpur#p7",
            required=False,
            max_length=_LONGEST_CITATION,
        )

    def _ask_why(self) -> None:
        self.add_item(discord.ui.Label(text="Note", component=self._note))
        self.add_item(discord.ui.Label(text="Evidence: a citation", component=self._evidence))


class UpdateForm(_ItemForm):
    """What `/actions update` asks for, for one item."""

    def __init__(self, item: str, opening: discord.Interaction[Any]) -> None:
        super().__init__(f"Update {item}", f"item:update:{item}", opening)
        status: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="status", placeholder=", ".join(Status), max_length=20
        )
        self.add_item(discord.ui.Label(text="Status", component=status))
        self._ask_why()


class ProposalForm(_ItemForm):
    """How somebody knows that an item is done."""

    def __init__(self, item: str, opening: discord.Interaction[Any]) -> None:
        super().__init__(f"{item} looks done?", f"item:propose:{item}", opening)
        self._ask_why()


async def _update(
    interaction: discord.Interaction[Any], match: re.Match[str], texts: Mapping[str, str]
) -> None:
    """Set the status."""
    note, evidence = texts.get("note", ""), texts.get("evidence", "")
    await update_item(interaction, match["item"], texts.get("status", ""), note, evidence)


async def _propose(
    interaction: discord.Interaction[Any], match: re.Match[str], texts: Mapping[str, str]
) -> None:
    """Record the proposal, and post it for a maintainer to decide."""
    proposal = interaction.client.library.propose_action(
        match["item"],
        Status.DONE,
        texts.get("note", ""),
        citation_of(texts.get("evidence", "")),
        actor=actor_of(interaction),
    )
    recorded = await acknowledged(interaction, proposal)
    text, view = proposal_text(recorded), decision_view(recorded)
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text, view=view)
    else:
        await interaction.response.send_message(text, view=view)


ITEM_FORMS = (
    FormRoute(re.compile(rf"item:update:{_ITEM}"), _update),
    FormRoute(re.compile(rf"item:propose:{_ITEM}"), _propose),
)
