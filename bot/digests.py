"""Posting digests: what a publish brought for a channel, and weekly what is overdue."""

import hashlib
import logging
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.rendering.answers import render_answer
from bot.rendering.pages import Page
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.tree import reporting
from bot.views import answer_view, page_turns
from index.generation import Edition
from index.item_life.following import Digest

if TYPE_CHECKING:
    from bot.client import Rapporteur

_log = logging.getLogger(__name__)


async def post_digests(client: "Rapporteur", now: datetime) -> None:
    """Post every digest that is due at `now` to a channel of Discord."""
    following = client.library.following
    for digest in await following.due(client.library.generation, now):
        if not digest.channel.isdecimal():
            continue  # a console's, which asks for it
        if digest.answer.abstained:
            await following.delivered(digest, now)
            continue
        try:
            await _post(client, digest)
        except discord.NotFound:
            _log.warning("Channel %s is gone; it follows nothing any more", digest.channel)
            await following.forget(digest.channel)
        except discord.Forbidden:
            _log.warning("Channel %s may not be written to", digest.channel)
            await following.delivered(digest, now)
        except discord.HTTPException as failure:
            _log.warning("Channel %s is tried again later: %s", digest.channel, failure)
        else:
            await following.delivered(digest, now)


def digest_page(digest: Digest, number: int = 1) -> Page:
    """One page of a digest; what is overdue can be paged as any list."""
    if digest.weekly:
        request = Request.of("actions list", overdue="yes")
        return render_answer(digest.answer, request, Edition(digest.generation))
    page = render_answer(digest.answer, Request.of("ask"), Edition(digest.generation), number)
    return replace(page, content="")


def digest_view(page: Page, digest: Digest) -> discord.ui.View:
    """The buttons of a digest's page; news are turned by buttons of their own."""
    if digest.weekly:
        return answer_view(page, 0)
    view = answer_view(replace(page, number=1, count=1), 0)
    for target, label in page_turns(page):
        view.add_item(NewsButton(digest.told, target, label))
    return view


class NewsButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"news:(?P<told>\d{1,9}):(?P<number>\d{1,5})",
):
    """Shows whoever presses it a page of a channel's news, put together once more."""

    def __init__(self, told: int, number: int, label: str) -> None:
        custom_id = f"news:{told}:{number}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id, row=4))
        self._told = told
        self._number = number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the page, and since when it is news, back from the button's id."""
        return cls(int(match["told"]), int(match["number"]), "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn a page that the person has alone; from the channel's message, give them one."""
        alone = bool(interaction.message and interaction.message.flags.ephemeral)
        async with reporting(interaction):
            client, channel = interaction.client, str(interaction.channel_id)
            generation = client.library.generation

            async def work() -> tuple[Page, Digest]:
                answer = await client.library.following.news(generation, channel, self._told)
                digest = Digest(channel, answer, generation.number, told=self._told)
                return await client.compute(digest_page, digest, self._number), digest

            page, digest = await acknowledged(interaction, work(), private=True, update=alone)
            view = digest_view(page, digest)
            await deliver(interaction, page, view, private=True, update=alone)


async def _post(client: "Rapporteur", digest: Digest) -> None:
    page = await client.compute(digest_page, digest)
    channel = client.get_partial_messageable(int(digest.channel))
    kind = "weekly" if digest.weekly else "news"
    # Discord drops a second message with the same nonce: a crash in between posts none twice.
    nonce = hashlib.sha256(f"{digest.channel} {kind} {digest.generation}".encode()).hexdigest()
    await channel.send(
        page.content or None,
        embeds=list(page.embeds),
        view=digest_view(page, digest),
        nonce=nonce[:24],
    )
