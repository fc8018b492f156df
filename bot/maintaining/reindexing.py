"""A reindex on Discord: one message that tells how far it is, and a button that cancels it."""

import asyncio
import re
from collections.abc import Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.item_changes import actor_of
from bot.maintaining.showing import result_page
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.markdown import escape, shorten
from bot.rendering.pages import Page
from bot.replying import deliver
from bot.tree import explain, reporting
from bot.views import answer_view
from index.errors import InputError
from index.publication.publishing import PublishResult

if TYPE_CHECKING:
    from bot.client import Rapporteur

_EVERY_SECONDS = 2.0  # an edit: Discord allows about one a second
_BAR = 20  # characters
_FILE = 100
_BEGUN = "Comparing the folder with what is published …"


class Reindexing:
    """The reindex that runs in this process, if one does."""

    def __init__(self) -> None:
        self._task: asyncio.Task[PublishResult] | None = None
        self.told = _BEGUN

    def begin(self, work: Coroutine[Any, Any, PublishResult]) -> asyncio.Task[PublishResult]:
        """Let it run.

        Raises:
            InputError: one runs already.
        """
        if self._task is not None and not self._task.done():
            work.close()
            raise InputError("A reindex is running already; wait for it, or cancel it.")
        self.told = _BEGUN
        self._task = asyncio.create_task(work)
        return self._task

    def report(self, done: int, total: int, file: str) -> None:
        """Note how far it is."""
        full = _BAR * done // max(1, total)
        bar = "▰" * full + "▱" * (_BAR - full)
        self.told = f"{bar} {done:,} of {total:,}\nRead {shorten(escape(file), _FILE)}"

    def cancel(self) -> None:
        """Ask it to stop.

        Raises:
            InputError: none runs.
        """
        if self._task is None or not self._task.cancel():
            raise InputError("That reindex has ended.")


async def reindex(interaction: discord.Interaction["Rapporteur"]) -> None:
    """Publish what changed in the corpus folder, telling how far that is.

    Raises:
        InputError: one runs already.
    """
    client, actor = interaction.client, actor_of(interaction)
    reindexing, before = client.reindexing, client.library.generation.number
    task = reindexing.begin(client.library.reindex(reindexing.report, actor=actor))
    try:
        await interaction.response.send_message(_BEGUN, view=_cancelling())
        await _follow(interaction, reindexing, task)
    finally:
        task.cancel()
    if task.cancelled():
        text = _cancelled(before, client.library.generation.number)
        await _end(interaction, Page(text, ()))
    elif error := task.exception():
        text = explain(error) if isinstance(error, Exception) else str(error)
        await _end(interaction, Page(text, ()))
    else:
        page = result_page(task.result(), "The folder was reindexed", actor)
        await _end(interaction, page)


async def _follow(
    interaction: discord.Interaction["Rapporteur"],
    reindexing: Reindexing,
    task: asyncio.Task[PublishResult],
) -> None:
    """Edit the message while the work goes on, only when there is something new to tell."""
    shown = _BEGUN
    while True:
        await asyncio.wait({task}, timeout=_EVERY_SECONDS)
        if task.done():
            return
        if reindexing.told != shown:
            shown = reindexing.told
            with suppress(discord.HTTPException):  # the next one may succeed
                await interaction.edit_original_response(content=shown)


async def _end(interaction: discord.Interaction["Rapporteur"], page: Page) -> None:
    """Say how it ended; also where the interaction's 15 minutes are over."""
    if not interaction.is_expired():
        await deliver(interaction, page, answer_view(page, 0))
    elif isinstance(interaction.channel, discord.abc.Messageable):
        await interaction.channel.send(page.content, embeds=list(page.embeds))


def _cancelled(before: int, after: int) -> str:
    if after == before:
        return "The reindex was cancelled; nothing has changed."
    return f"It was too late to cancel: generation {after} is published."


def _cancelling() -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    view.add_item(CancelButton())
    return view


class CancelButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template="reindex:cancel"):
    """Cancels the reindex that runs, for a maintainer."""

    def __init__(self) -> None:
        super().__init__(discord.ui.Button(label="Cancel", custom_id="reindex:cancel"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """All are alike."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Cancel it; its own message tells the end."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            interaction.client.reindexing.cancel()
            await interaction.response.defer()
