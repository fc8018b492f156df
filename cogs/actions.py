"""`/actions`: what was agreed to be done, and what became of it."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import send_answer
from bot.choices import choices_from
from bot.client import Rapporteur
from bot.item_changes import undo_item, update_item
from bot.requests import Request
from corpus.facts import Status, Strength
from index.item_life.lives import SOURCE_REMOVED
from index.item_life.statuses import LONGEST_NOTE
from index.suggestions import (
    suggest_actions,
    suggest_citations,
    suggest_meetings,
    suggest_owners,
)

_STATUSES = [app_commands.Choice(name=each.value, value=each.value) for each in Status]
_LISTED = [*_STATUSES, app_commands.Choice(name=SOURCE_REMOVED, value=SOURCE_REMOVED)]
_STRENGTHS = [app_commands.Choice(name=each.value, value=each.value) for each in Strength]
_Item = app_commands.Range[str, 1, 100]


class Actions(commands.GroupCog, group_name="actions"):
    """What was agreed to be done, and what became of it."""

    @app_commands.command(name="list")
    @app_commands.describe(
        status="Where the item stands",
        owner="A state or a body; “members” for items that name nobody",
        meeting="Only what arose at this meeting",
        as_of="As things stood on a day, such as 2013-06-24",
        strength="How binding it is",
        overdue="Only what is overdue",
    )
    @app_commands.choices(status=_LISTED, strength=_STRENGTHS)
    @app_commands.autocomplete(
        owner=choices_from(suggest_owners), meeting=choices_from(suggest_meetings)
    )
    async def list_items(
        self,
        interaction: discord.Interaction[Rapporteur],
        status: str | None = None,
        owner: app_commands.Range[str, 1, 200] | None = None,
        meeting: app_commands.Range[str, 1, 200] | None = None,
        as_of: app_commands.Range[str, 4, 40] | None = None,
        strength: str | None = None,
        overdue: bool | None = None,
    ) -> None:
        """Action items by status, owner, meeting or date."""
        request = Request.of(
            "actions list",
            status=status,
            owner=owner,
            meeting=meeting,
            as_of=as_of,
            strength=strength,
            overdue="yes" if overdue else None,
        )
        await send_answer(interaction, request)

    @app_commands.command()
    @app_commands.describe(item="The id of an action item, such as A-1B2C")
    @app_commands.autocomplete(item=choices_from(suggest_actions))
    async def show(self, interaction: discord.Interaction[Rapporteur], item: _Item) -> None:
        """One action item with its source and the evidence of what became of it."""
        await send_answer(interaction, Request.of("actions show", item=item))

    @app_commands.command()
    @app_commands.describe(
        item="The id of an action item, such as A-1B2C",
        status="Where it stands now",
        note="Why; “done” and “dropped” need it or evidence",
        evidence="The citation of a paragraph that shows it",
    )
    @app_commands.choices(status=_STATUSES)
    @app_commands.autocomplete(
        item=choices_from(suggest_actions), evidence=choices_from(suggest_citations)
    )
    async def update(
        self,
        interaction: discord.Interaction[Rapporteur],
        item: _Item,
        status: str,
        note: app_commands.Range[str, 1, LONGEST_NOTE],
        evidence: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        """Set the status of an action item; for maintainers."""
        await update_item(interaction, item, status, note, evidence or "")

    @app_commands.command()
    @app_commands.describe(item="The id of an action item, such as A-1B2C")
    @app_commands.autocomplete(item=choices_from(suggest_actions))
    async def undo(self, interaction: discord.Interaction[Rapporteur], item: _Item) -> None:
        """Take back the last change of an item's status; for maintainers."""
        await undo_item(interaction, item)

    @app_commands.command()
    @app_commands.describe(item="The id of an action item, such as A-1B2C")
    @app_commands.autocomplete(item=choices_from(suggest_actions))
    async def history(self, interaction: discord.Interaction[Rapporteur], item: _Item) -> None:
        """What was done to an action item, when and by whom."""
        await send_answer(interaction, Request.of("actions history", item=item))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Actions())
