"""Two processes over one data folder run a shard each, and one of them registers commands."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from tests.bot.test_sharding import answered, channel_of_shard, connected
from tests.loopback.server import LoopbackDiscord


@asynccontextmanager
async def process(server: LoopbackDiscord, data: Path, shard: int) -> AsyncIterator[None]:
    """`rapporteur run` with one shard of two; it must end in good order."""
    settings = {
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.api_url,
        "DISCORD_GATEWAY_URL": server.gateway_url,
        "RAPPORTEUR_DATA": str(data),
        "RAPPORTEUR_SEMANTIC": "off",
        "RAPPORTEUR_SHARD_COUNT": "2",
        "RAPPORTEUR_SHARD_IDS": str(shard),
    }
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env={**os.environ, **settings},
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield
    finally:
        running.terminate()
        assert await running.wait() == 0


async def test_each_process_answers_for_its_shard(
    discord_server: LoopbackDiscord, published: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(published, data)
    discord_server.gateway.max_concurrency = 2
    discord_server.gateway.identify_seconds = 3_600
    channels = [channel_of_shard(discord_server, shard, 2) for shard in (0, 1)]
    async with AsyncExitStack() as stack:
        for shard in (0, 1):
            await stack.enter_async_context(process(discord_server, data, shard))
        await connected(discord_server, (0, 2), (1, 2), seconds=60)
        for channel in channels:
            assert await answered(discord_server, channel)
    assert len(discord_server.commands.syncs) == 1
    assert discord_server.gateway.hasty == []
