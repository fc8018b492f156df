"""The loopback as pytest fixtures; a `conftest.py` imports what it uses."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import discord
import pytest_asyncio
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.loopback.server import LoopbackDiscord


@pytest_asyncio.fixture
async def discord_server() -> AsyncIterator[LoopbackDiscord]:
    """A running loopback; the test fails when the bot broke a rule."""
    async with LoopbackDiscord() as server:
        yield server
    assert [str(violation) for violation in server.violations.found] == []


@contextmanager
def pointed_at(server: LoopbackDiscord) -> Iterator[None]:
    """Point discord.py at the loopback, and back to where it pointed before."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = server.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def running(client: discord.Client, server: LoopbackDiscord) -> AsyncIterator[None]:
    """Run a client against the loopback until the block ends; what ends it early is raised."""
    with pointed_at(server):
        identified = len(server.gateway.identifies)
        task = asyncio.create_task(client.start(server.token))
        task.add_done_callback(lambda _: server.activity.notify())
        try:
            await server.activity.until(
                lambda: len(server.gateway.identifies) > identified or task.done(), "the client"
            )
            if task.done():
                task.result()
            yield
        finally:
            await client.close()
            await asyncio.gather(task, return_exceptions=True)
