"""Shards share one library, identify as Discord allows, and may be spread over processes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot import sharding
from bot.client import Rapporteur, point_at
from index.library import Library, open_library
from tests.bot.running import settings_for
from tests.loopback.places import Channel
from tests.loopback.server import LoopbackDiscord

TURN_SECONDS = 0.2  # of the loopback; Discord's are 5
SPARE_SECONDS = 0.8  # more than the bot leaves itself: two bots share this loop and machine


@pytest.fixture(autouse=True)
def _short_turns(discord_server: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch) -> None:
    discord_server.gateway.identify_seconds = TURN_SECONDS
    monkeypatch.setattr(sharding, "IDENTIFY_SECONDS", TURN_SECONDS + SPARE_SECONDS)


@asynccontextmanager
async def running(
    server: LoopbackDiscord, library: Library, count: int | None = None, *ids: int
) -> AsyncIterator[None]:
    """A bot with so many shards; this process runs those of these numbers, or all."""
    settings = settings_for(server, Path("unused")).model_copy(
        update={"shard_count": count, "shard_ids": frozenset(ids)}
    )
    point_at(settings)
    async with Rapporteur(library, settings) as bot:
        life = asyncio.create_task(bot.start(server.token))
        try:
            yield
        finally:
            await bot.close()
            await life


async def connected(server: LoopbackDiscord, *shards: tuple[int, int], seconds: float = 10) -> None:
    """Wait until these shards and no others are connected."""

    def are() -> bool:
        return sorted(session.shard for session in server.gateway.sessions) == sorted(shards)

    await server.activity.until(are, f"shards {shards}", seconds)


def channel_of_shard(server: LoopbackDiscord, shard: int, count: int) -> Channel:
    """A channel of a server whose events go to that shard."""
    guild = server.world.add_guild("Field office", server.owner)
    while (guild.id >> 22) % count != shard:
        server.world.new_id()  # each server takes an even number of ids
        guild = server.world.add_guild("Field office", server.owner)
    server.world.add_member(guild, server.user)
    return server.world.add_channel(guild, "field")


async def answered(server: LoopbackDiscord, channel: Channel) -> str:
    exchange = await server.slash("glossary", {"term": "RILO"}, channel=channel)
    message = await exchange.message()
    return message.content + str(message.embeds)


async def test_without_settings_there_are_as_many_shards_as_discord_recommends(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.gateway.recommended_shards = 3
    async with running(discord_server, library):
        await connected(discord_server, (0, 3), (1, 3), (2, 3))
    assert discord_server.gateway.hasty == []


async def test_two_shards_of_one_process_answer_their_servers(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    channels = [channel_of_shard(discord_server, shard, 2) for shard in (0, 1)]
    async with running(discord_server, library, 2):
        await connected(discord_server, (0, 2), (1, 2))
        answers = [await answered(discord_server, channel) for channel in channels]
    assert answers[0] == answers[1] != ""
    assert discord_server.gateway.hasty == []


async def test_shards_in_different_buckets_do_not_wait_for_each_other(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    discord_server.gateway.max_concurrency = 2
    discord_server.gateway.identify_seconds = 3_600
    async with running(discord_server, library, 2):
        await connected(discord_server, (0, 2), (1, 2))
    assert discord_server.gateway.hasty == []


async def test_two_processes_over_one_store_run_a_shard_each(
    discord_server: LoopbackDiscord, published: Path, shipped_corpus: Path
) -> None:
    channels = [channel_of_shard(discord_server, shard, 2) for shard in (0, 1)]
    async with AsyncExitStack() as stack:
        libraries = [
            await stack.enter_async_context(open_library(published, shipped_corpus))
            for _ in range(2)
        ]
        bots = [
            running(discord_server, library, 2, shard) for shard, library in enumerate(libraries)
        ]
        await asyncio.gather(*(stack.enter_async_context(bot) for bot in bots))
        await connected(discord_server, (0, 2), (1, 2))
        for channel in channels:
            assert await answered(discord_server, channel)
    assert discord_server.gateway.hasty == []


async def test_a_process_that_starts_again_at_once_waits_for_its_turn(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    for _ in range(2):
        async with running(discord_server, library, 2, 1):
            await connected(discord_server, (1, 2))
    assert discord_server.gateway.hasty == []
