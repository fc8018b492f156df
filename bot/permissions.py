"""Who may do what: checked here, whatever Discord's own permissions let people see."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from corpus.errors import RapporteurError

if TYPE_CHECKING:
    from bot.client import Rapporteur

MAY_MAINTAIN = "work on the corpus"


class NotPermittedError(RapporteurError, app_commands.CheckFailure):
    """The person may not do that here."""


def is_maintainer(interaction: discord.Interaction["Rapporteur"]) -> bool:
    """Whether the person may manage the server or has one of the maintainers' roles."""
    if interaction.guild_id is None:
        return False
    member = interaction.user
    held = {role.id for role in member.roles} if isinstance(member, discord.Member) else set()
    return interaction.permissions.manage_guild or not held.isdisjoint(
        interaction.client.maintainer_roles
    )


def check_maintainer(interaction: discord.Interaction["Rapporteur"], what: str) -> None:
    """Let maintainers through; `what` completes "Only a maintainer may …".

    Raises:
        NotPermittedError: the person is none, or this is no server.
    """
    if not is_maintainer(interaction):
        raise NotPermittedError(
            f"Only a maintainer may {what}: someone who may manage this server, or has a role "
            "that its maintainers were given."
        )


def check_channel_manager(interaction: discord.Interaction["Rapporteur"]) -> None:
    """Let through who may decide what is posted here: in direct messages, everybody.

    Raises:
        NotPermittedError: the person neither manages this channel nor is a maintainer.
    """
    direct = interaction.guild_id is None
    if not (direct or interaction.permissions.manage_channels or is_maintainer(interaction)):
        raise NotPermittedError(
            "Only someone who may manage this channel, or a maintainer, may change what it follows."
        )
