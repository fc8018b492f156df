"""`/corpus questions`: what nothing answered, and what was called wrong; for maintainers."""

import logging
import re
from datetime import date
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.client import Rapporteur
from bot.corpus_group import corpus_group
from bot.permissions import check_maintainer
from bot.rendering.answers import render_answer
from bot.rendering.pages import Page
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.tree import reporting
from corpus.errors import RapporteurError
from index.options import parse_first_day
from index.replies.concerns import concerns_answer

_log = logging.getLogger(__name__)


class QuestionsPageButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"questions:(?P<number>\d{1,5}):(?P<since>[\d-]*)",
):
    """Turns the pages of the list, which one maintainer sees."""

    def __init__(self, label: str, number: int, since: str) -> None:
        custom_id = f"questions:{number}:{since}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))
        self._number = number
        self._since = since

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the page back from the button's id."""
        return cls("…", int(match["number"]), match["since"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page in place of the one before."""
        async with reporting(interaction):
            await _show(interaction, self._since, self._number, update=True)


async def _show(
    interaction: discord.Interaction[Rapporteur], since: str, number: int = 1, *, update: bool
) -> None:
    check_maintainer(interaction, "see what was asked")
    day = parse_first_day(since) if since else None
    page = await acknowledged(
        interaction, _page(interaction.client, day, number), private=True, update=update
    )
    view = discord.ui.View(timeout=None)
    for label, target in (("‹", page.number - 1), ("›", page.number + 1)):
        if 1 <= target <= page.count:
            shown = day.isoformat() if day else ""
            view.add_item(QuestionsPageButton(f"{label} {target}", target, shown))
    await deliver(interaction, page, view, private=True, update=update)


async def _page(client: Rapporteur, since: date | None, number: int) -> Page:
    concerns = await client.library.questions.all(client.question_lifetime, since)
    request = Request.of("corpus questions", since=since.isoformat() if since else None)
    edition = client.library.generation.edition
    return render_answer(concerns_answer(concerns), request, edition, number)


@app_commands.command(name="questions")
@app_commands.describe(since="Only what was asked since a day, such as 2026-05-03")
async def questions(
    interaction: discord.Interaction[Rapporteur],
    since: app_commands.Range[str, 4, 40] | None = None,
) -> None:
    """Questions that nothing answers, and answers called wrong; for maintainers."""
    await _show(interaction, since or "", update=False)


class QuestionExpiry(commands.Cog):
    """Drops questions that are old enough."""

    def __init__(self, bot: Rapporteur) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        """Do it now, and daily."""
        self.expire.start()

    async def cog_unload(self) -> None:
        """Stop doing it."""
        self.expire.cancel()

    @tasks.loop(hours=24)
    async def expire(self) -> None:
        """Drop what is older than the setting says."""
        try:
            await self._bot.library.questions.forget(self._bot.question_lifetime)
        except RapporteurError as error:  # the store is busy: tomorrow will do
            _log.warning("Old questions are still kept: %s", error)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the extension is loaded."""
    corpus_group(bot.tree).add_command(questions)
    bot.add_dynamic_items(QuestionsPageButton)
    await bot.add_cog(QuestionExpiry(bot))
