"""One bot with the shipped documents against one loopback, for all cogs."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from index.library import Library, open_library
from tests.bot.running import addresses_restored, published, running
from tests.loopback.server import LoopbackDiscord

__all__ = ["published"]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def library(published: Path, shipped_corpus: Path) -> AsyncIterator[Library]:
    async with open_library(published, shipped_corpus) as library:
        yield library


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def discord_with_bot(library: Library) -> AsyncIterator[LoopbackDiscord]:
    with addresses_restored():
        async with LoopbackDiscord() as discord, running(discord, library):
            yield discord


@pytest.fixture
def discord(discord_with_bot: LoopbackDiscord) -> Iterator[LoopbackDiscord]:
    """A loopback with the bot in it; the test fails when the bot broke a rule."""
    known = len(discord_with_bot.violations.found)
    yield discord_with_bot
    assert [str(each) for each in discord_with_bot.violations.found[known:]] == []
