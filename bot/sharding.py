"""Shards: how many the bot has, and when each of them may identify.

Source: https://discord.com/developers/docs/events/gateway#sharding, "Max Concurrency".
"""

import asyncio
import logging

import discord

from index.turns import Turns

_log = logging.getLogger(__name__)

IDENTIFY_SECONDS = 5.5  # Discord's limit is one in 5 s; the rest is for the way there


class Shards:
    """Lets the shards of all processes over one store identify as Discord allows.

    Shards whose numbers leave the same rest, divided by `max_concurrency`, take turns.

    Attributes:
        max_concurrency: how many shards may identify at once, as Discord says.
    """

    def __init__(self, turns: Turns, *, alone: bool) -> None:
        self._turns = turns
        self._alone = alone
        self.max_concurrency = 1

    async def count(self, http: discord.http.HTTPClient, wanted: int | None) -> int:
        """How many shards the bot has: as many as wanted, else as Discord recommends."""
        if self._alone:
            await self._turns.forget()  # this is the only process: nobody has just identified
        try:
            recommended, _, limits = await http.get_bot_gateway()
        except discord.GatewayNotFound:  # a proxy may not serve it
            recommended = 1
        else:
            self.max_concurrency = max(1, limits["max_concurrency"])
        return wanted or recommended

    async def turn(self, shard: int) -> None:
        """Wait until a shard may identify."""
        bucket = shard % self.max_concurrency
        seconds = await self._turns.take(f"identify {bucket}", IDENTIFY_SECONDS)
        if seconds > 0:
            _log.info("Shard %s identifies in %.1f s", shard, seconds)
        await asyncio.sleep(seconds)
