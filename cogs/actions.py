"""`/actions`: what was agreed to be done, and what became of it."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.choices import choices_from
from bot.client import Rapporteur
from bot.requests import Request
from bot.views import send_answer
from corpus.facts import Status
from index.suggestions import suggest_actions, suggest_meetings, suggest_owners

_STATUSES = [app_commands.Choice(name=each.value, value=each.value) for each in Status]


class Actions(commands.GroupCog, group_name="actions"):
    """What was agreed to be done, and what became of it."""

    @app_commands.command(name="list")
    @app_commands.describe(
        status="Where the item stands",
        owner="A state or a body; “members” for items that name nobody",
        meeting="Only what arose at this meeting",
        as_of="As things stood on a day, such as 2013-06-24",
    )
    @app_commands.choices(status=_STATUSES)
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
    ) -> None:
        """Action items by status, owner, meeting or date."""
        request = Request.of(
            "actions list", status=status, owner=owner, meeting=meeting, as_of=as_of
        )
        await send_answer(interaction, request)

    @app_commands.command()
    @app_commands.describe(item="The id of an action item, such as A-1B2C")
    @app_commands.autocomplete(item=choices_from(suggest_actions))
    async def show(
        self, interaction: discord.Interaction[Rapporteur], item: app_commands.Range[str, 1, 100]
    ) -> None:
        """One action item with its source and the evidence of what became of it."""
        await send_answer(interaction, Request.of("actions show", item=item))


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Actions())
