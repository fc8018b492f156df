"""Changing an action item on Discord: the buttons below it, the forms, and who decides.

The buttons work after a restart: their ids hold all that a press needs.
"""

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.permissions import check_maintainer
from bot.rendering.markdown import escape, shorten
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.tree import reporting
from bot.views import answer_page, answer_view
from corpus.documents import Citation
from corpus.facts import Status
from index.options import parse_status
from index.recording import Recorded
from index.statuses import LONGEST_NOTE, Actor

if TYPE_CHECKING:
    from bot.client import Rapporteur

_Button = discord.ui.Button[Any]
_MAY = "change the status of an action item"
_LONGEST_CITATION = 200
_TOLD = 1_200  # characters of a note in the message of a proposal


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
    check_maintainer(interaction, _MAY)
    wanted, cited = parse_status(status), citation_of(evidence)
    library = interaction.client.library
    change = library.update_action(item, wanted, note, cited, actor=actor_of(interaction))
    await _show_changed(interaction, change)


async def undo_item(interaction: discord.Interaction["Rapporteur"], item: str) -> None:
    """Take back the last change of an item's status; raises what `update_item` does."""
    check_maintainer(interaction, _MAY)
    change = interaction.client.library.undo_action(item, actor=actor_of(interaction))
    await _show_changed(interaction, change)


async def _show_changed(interaction: discord.Interaction["Rapporteur"], change: Any) -> None:
    client = interaction.client

    async def work() -> Any:
        recorded: Recorded = await change
        request = Request.of("actions show", item=recorded.item.id)
        return await client.compute(answer_page, client.library.generation, request)

    page = await acknowledged(interaction, work())
    await deliver(interaction, page, answer_view(page, interaction.user.id))


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
                check_maintainer(interaction, _MAY)
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
            text, view = proposal_text(recorded), _decisions(recorded)
            if interaction.response.is_done():
                await interaction.edit_original_response(content=text, view=view)
            else:
                await interaction.response.send_message(text, view=view)


def proposal_text(recorded: Recorded) -> str:
    """What a proposal says, within one message."""
    entry, name = recorded.event.entry, escape(recorded.event.actor.name)
    status = entry.status.value if entry.status else ""
    lines = [
        f"**{name}** proposes: **{recorded.item.id}** is {status}.",
        f"> {shorten(escape(recorded.item.text), 500)}",
        f"Note: {shorten(escape(entry.note), _TOLD)}" if entry.note else "",
        f"Evidence: `{entry.evidence}`" if entry.evidence else "",
        "It waits for a maintainer.",
    ]
    return "\n".join(filter(None, lines))


def _decisions(recorded: Recorded) -> discord.ui.View:
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


ITEM_BUTTONS = (ItemButton, DecisionButton)
