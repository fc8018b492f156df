"""The real bot, with the shipped documents, against the loopback."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr

from bot.client import Rapporteur, point_at
from bot.settings import Settings
from index.library import Library, open_library
from tests.loopback.server import LoopbackDiscord


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, shipped_corpus: Path) -> Path:
    """A data folder that holds the shipped documents, published once for all tests."""
    data = tmp_path_factory.mktemp("published")

    async def publish() -> None:
        async with open_library(data, shipped_corpus):
            pass

    asyncio.run(publish())
    return data


@pytest_asyncio.fixture
async def library(published: Path, shipped_corpus: Path) -> AsyncIterator[Library]:
    """The library of the shipped documents."""
    async with open_library(published, shipped_corpus) as library:
        yield library


@pytest.fixture(autouse=True)
def _addresses() -> Iterator[None]:
    with addresses_restored():
        yield


@contextmanager
def addresses_restored() -> Iterator[None]:
    """Point discord.py back at Discord in the end: it keeps addresses for the whole process."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


def settings_for(
    discord: LoopbackDiscord,
    data: Path,
    *,
    token: str | None = "",
    guilds: frozenset[int] = frozenset(),
) -> Settings:
    """Settings that lead to the loopback; an empty token stands for the right one."""
    return Settings(
        discord_token=None if token is None else SecretStr(token or discord.token),
        discord_api_url=discord.api_url,
        discord_gateway_url=discord.gateway_url,
        data=data,
        guilds=guilds,
    )


@asynccontextmanager
async def running(
    discord: LoopbackDiscord, library: Library, guilds: frozenset[int] = frozenset()
) -> AsyncIterator[Rapporteur]:
    """The bot, connected."""
    settings = settings_for(discord, Path("unused"), guilds=guilds)
    point_at(settings)
    identified = len(discord.gateway.identifies)
    async with Rapporteur(library, settings) as client:
        life = asyncio.create_task(client.start(discord.token))
        seen = asyncio.create_task(
            discord.activity.until(lambda: len(discord.gateway.identifies) > identified, "the bot")
        )
        try:
            await asyncio.wait({life, seen}, return_when=asyncio.FIRST_COMPLETED)
            yield client
        finally:
            seen.cancel()
            await client.close()
            await life
