"""The loopback as pytest fixtures; a `conftest.py` imports what it uses."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest_asyncio
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.loopback.server import LoopbackDiscord


@pytest_asyncio.fixture
async def discord_server() -> AsyncIterator[LoopbackDiscord]:
    """A running loopback; the test fails when the bot broke a rule."""
    async with LoopbackDiscord() as discord:
        yield discord
    assert [str(violation) for violation in discord.violations.found] == []


@contextmanager
def pointed_at(discord: LoopbackDiscord) -> Iterator[None]:
    """Point discord.py at the loopback, and back to where it pointed before."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = discord.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(discord.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
