"""`/follow`: be told in a channel when a publish brings something on a matter."""

import logging
from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.choices import Suggest, choices_from
from bot.client import Rapporteur
from bot.digests import post_digests
from bot.item_changes import actor_of
from bot.permissions import check_channel_manager
from bot.rendering.markdown import escape
from corpus.errors import RapporteurError
from index.item_life.follows import What, parse_what
from index.suggestions import suggest_bodies, suggest_delegations, suggest_owners

_log = logging.getLogger(__name__)

_EVERY_SECONDS = 60
_SUGGEST: dict[str, Suggest] = {
    What.DELEGATION: suggest_delegations,
    What.OWNER: suggest_owners,
    What.SERIES: suggest_bodies,
}


async def _suggest_names(
    interaction: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[str]]:
    suggest = _SUGGEST.get(str(getattr(interaction.namespace, "what", "")))
    return await choices_from(suggest)(interaction, current) if suggest else []


class Following(commands.GroupCog, group_name="follow"):
    """What this channel follows."""

    def __init__(self, bot: Rapporteur) -> None:
        super().__init__()
        self._bot = bot

    async def cog_load(self) -> None:
        """Look for digests that are due, from now on."""
        self.watch.start()

    async def cog_unload(self) -> None:
        """Stop looking."""
        self.watch.cancel()

    @tasks.loop(seconds=_EVERY_SECONDS)
    async def watch(self) -> None:
        """Take over what another process has published; one of them posts what is due."""
        try:
            await self._bot.library.refresh()
            if self._bot.leads:
                await post_digests(self._bot, datetime.now(UTC))
        except RapporteurError as error:  # the store is busy: the next time will do
            _log.warning("Digests have to wait: %s", error)

    @watch.before_loop
    async def _connected(self) -> None:
        await self._bot.wait_until_ready()

    @app_commands.command()
    @app_commands.describe(
        what="A delegation, a topic, an owner of action items, or a series of meetings",
        name="Its name; of a topic the words that must occur",
    )
    @app_commands.choices(what=[app_commands.Choice(name=e.value, value=e.value) for e in What])
    @app_commands.autocomplete(name=_suggest_names)
    async def add(
        self,
        interaction: discord.Interaction[Rapporteur],
        what: str,
        name: app_commands.Range[str, 2, 200],
    ) -> None:
        """Post a digest here when a publish brings something on a matter."""
        check_channel_manager(interaction)
        library = interaction.client.library
        follow = await library.following.add(
            library.generation,
            str(interaction.channel_id),
            parse_what(what),
            name,
            actor=actor_of(interaction),
            now=datetime.now(UTC),
        )
        await interaction.response.send_message(f"This channel now follows {escape(str(follow))}.")

    @app_commands.command(name="list")
    async def list_follows(self, interaction: discord.Interaction[Rapporteur]) -> None:
        """What this channel follows, by number."""
        following = interaction.client.library.following
        follows, overdue_at = await following.of(str(interaction.channel_id))
        lines = [f"{each.id} · {escape(f'{each} (by {each.by})')}" for each in follows]
        if overdue_at is not None:
            lines.append(f"Weekly: what is overdue, next on {overdue_at.date().isoformat()}.")
        shown = "\n".join(line[:200] for line in lines) or "This channel follows nothing."
        await interaction.response.send_message(shown[:2_000], ephemeral=True)

    @app_commands.command()
    @app_commands.describe(number="The number that `/follow list` shows")
    async def stop(
        self,
        interaction: discord.Interaction[Rapporteur],
        number: app_commands.Range[int, 1, 1_000_000_000],
    ) -> None:
        """Stop following something in this channel."""
        check_channel_manager(interaction)
        channel = str(interaction.channel_id)
        follow = await interaction.client.library.following.stop(channel, number)
        said = f"This channel no longer follows {escape(str(follow))}."
        await interaction.response.send_message(said)

    @app_commands.command()
    @app_commands.describe(on="Whether this channel gets it")
    async def overdue(self, interaction: discord.Interaction[Rapporteur], on: bool) -> None:
        """A digest, on Mondays, of the action items that are overdue."""
        check_channel_manager(interaction)
        library = interaction.client.library
        await library.following.want_overdue(
            library.generation, str(interaction.channel_id), wanted=on, now=datetime.now(UTC)
        )
        told = "gets a digest" if on else "no longer gets a digest"
        when = ", on Mondays at 08:00 UTC" if on else ""
        await interaction.response.send_message(f"This channel {told} of what is overdue{when}.")


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Following(bot))
