"""The command tree, and the one place where an error becomes a reply."""

import contextlib
import logging
import secrets
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.rendering.markdown import escape
from corpus.errors import RapporteurError

if TYPE_CHECKING:
    from bot.client import Rapporteur

_log = logging.getLogger(__name__)

_UNKNOWN_INTERACTION = 10062  # Discord's code for one that it has given up
_STALE = "Discord still shows an older form of that command; please try again in a few minutes."
_NOT_PERMITTED = (
    "Discord does not let me answer here: I need Send Messages and Embed Links in this channel."
)
_NOT_ALLOWED = "You may not use that here."


class ServerNotAllowedError(RapporteurError, app_commands.CheckFailure):
    """Someone asks from a place that this bot was not set up for."""

    def __init__(self) -> None:
        super().__init__("I answer only in the servers that I was set up for; please ask me there.")


class RapporteurTree(app_commands.CommandTree["Rapporteur"]):
    """Checks where a command comes from, and answers for every one that fails."""

    async def interaction_check(self, interaction: discord.Interaction["Rapporteur"]) -> bool:
        """Let commands through from allowed servers only.

        Raises:
            ServerNotAllowedError: it comes from elsewhere.
        """
        interaction.client.check_place(interaction.guild_id)
        return True

    async def on_error(
        self, interaction: discord.Interaction["Rapporteur"], error: app_commands.AppCommandError
    ) -> None:
        """Answer for a command that failed."""
        await report(interaction, error)


async def report(interaction: discord.Interaction["Rapporteur"], error: Exception) -> None:
    """Tell the person, and nobody else, what went wrong.

    An interaction that Discord no longer knows, acknowledged too late or older than
    15 minutes, can only be logged.
    """
    cause = _cause(error)
    if isinstance(cause, discord.NotFound) and cause.code == _UNKNOWN_INTERACTION:
        _log.warning("Interaction %s was acknowledged too late", interaction.id)
        return
    text = explain(cause)
    try:
        await _tell(interaction, text)
    except discord.HTTPException as failure:
        _log.warning("Interaction %s cannot be answered: %s", interaction.id, failure)


@contextlib.asynccontextmanager
async def reporting(interaction: discord.Interaction["Rapporteur"]) -> AsyncIterator[None]:
    """Check and answer for a button as for a command: discord.py would only log it."""
    try:
        interaction.client.check_place(interaction.guild_id)
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        await report(interaction, error)


def explain(error: Exception) -> str:
    """One sentence for the person; what they could not have caused is logged under a number."""
    cause = _cause(error)
    if isinstance(cause, RapporteurError):
        return escape(str(cause))  # it may name a file as somebody has called it
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return _STALE
    if isinstance(cause, app_commands.TransformerError):
        return f"“{cause.value}” cannot be used there."
    if isinstance(cause, app_commands.CommandOnCooldown):
        return f"Please try again in {cause.retry_after:.0f} seconds."
    if isinstance(cause, app_commands.CheckFailure):
        return _NOT_ALLOWED
    if isinstance(cause, discord.Forbidden):
        return _NOT_PERMITTED
    reference = secrets.token_hex(3).upper()
    _log.error("Reference %s", reference, exc_info=cause)
    return (
        "Something went wrong on my side. It is logged under reference "
        f"{reference}; please pass that on to whoever runs me."
    )


def _cause(error: Exception) -> Exception:
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


async def _tell(interaction: discord.Interaction["Rapporteur"], text: str) -> None:
    response = interaction.response
    if interaction.type is discord.InteractionType.autocomplete:
        await response.autocomplete([])  # it can show no text
        return
    if not response.is_done():
        try:
            await response.send_message(text, ephemeral=True)
        except discord.InteractionResponded:
            await interaction.followup.send(text, ephemeral=True)
        return
    if response.type is discord.InteractionResponseType.deferred_channel_message:
        # Else the follow-up takes the place of "thinking …", and is as public as that.
        with contextlib.suppress(discord.HTTPException):
            await interaction.delete_original_response()
    await interaction.followup.send(text, ephemeral=True)
