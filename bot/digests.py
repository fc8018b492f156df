"""Posting digests: what a publish brought for a channel, and weekly what is overdue."""

import hashlib
import logging
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import discord

from bot.rendering.answers import render_answer
from bot.rendering.pages import Page
from bot.requests import Request
from bot.views import answer_view
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


def digest_page(digest: Digest) -> Page:
    """One message; what is overdue can be paged as any list."""
    if digest.weekly:
        request = Request.of("actions list", overdue="yes")
        return render_answer(digest.answer, request, Edition(digest.generation))
    page = render_answer(digest.answer, Request.of("ask"), Edition(digest.generation))
    return replace(page, content="", count=1)


async def _post(client: "Rapporteur", digest: Digest) -> None:
    page = await client.compute(digest_page, digest)
    channel = client.get_partial_messageable(int(digest.channel))
    kind = "weekly" if digest.weekly else "news"
    # Discord drops a second message with the same nonce: a crash in between posts none twice.
    nonce = hashlib.sha256(f"{digest.channel} {kind} {digest.generation}".encode()).hexdigest()
    await channel.send(
        page.content or None,
        embeds=list(page.embeds),
        view=answer_view(page, 0),
        nonce=nonce[:24],
    )
