import asyncio
import logging
import os
import shutil
import signal
import threading
from pathlib import Path

import discord
import numpy as np
import pytest
from discord.ext import commands

from bot import client as client_module
from bot.client import StartError, run_bot
from index.library import Library
from index.semantic.vectors import Vectors
from tests.bot.running import running, settings_for
from tests.loopback.server import LoopbackDiscord


async def test_no_privileged_intent_is_asked_for(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        (identify,) = discord_server.gateway.identifies
    asked = discord.Intents._from_value(identify["intents"])
    assert {name for name, on in asked if on} == {"guilds", "guild_messages", "dm_messages"}


async def test_commands_are_registered_once(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    for _ in range(2):
        async with running(discord_server, library):
            pass
    (sync,) = discord_server.commands.syncs
    assert [command["name"] for command in sync.commands] == [
        "ask", "attendance", "delegation", "meetings", "actions", "rilon", "source", "glossary",
        "track", "verify", "brief", "export", "follow", "corpus", "privacy", "help",
        "Ask about this", "Verify quote",
    ]  # fmt: skip


async def test_commands_that_somebody_removed_are_registered_again(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        assert bot.application_id is not None
        await bot.http.bulk_upsert_global_commands(bot.application_id, payload=[])
    async with running(discord_server, library):
        assert len(discord_server.commands.names()) == 18


async def test_a_dropped_connection_is_resumed(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        await discord_server.gateway.drop()
        await discord_server.gateway.resumed(1)
        exchange = await discord_server.slash("glossary")
        assert (await exchange.message()).embeds
    assert len(discord_server.gateway.identifies) == 1


async def test_a_cog_that_fails_to_load_stops_the_start(
    discord_server: LoopbackDiscord, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "COGS", ("cogs.ask", "cogs.nowhere"))
    with pytest.raises(commands.ExtensionNotFound):
        async with running(discord_server, library):
            pass
    assert discord_server.gateway.identifies == []


@pytest.mark.parametrize("token", ["wrong", "two words", "né", "line\nbreak"])
async def test_a_wrong_token_is_one_sentence(
    discord_server: LoopbackDiscord,
    published: Path,
    token: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(StartError) as caught, caplog.at_level(logging.DEBUG):
        await run_bot(settings_for(discord_server, published, token=token))
    assert str(caught.value).startswith("Discord refuses the token")
    assert token not in str(caught.value)
    assert token not in caplog.text


async def test_no_token_is_one_sentence(discord_server: LoopbackDiscord, published: Path) -> None:
    with pytest.raises(StartError, match="DISCORD_TOKEN is not set"):
        await run_bot(settings_for(discord_server, published, token=None))


async def test_no_discord_is_one_sentence(published: Path) -> None:
    async with LoopbackDiscord() as gone:
        settings = settings_for(gone, published)
    with pytest.raises(StartError, match=r"Discord cannot be reached at http://127\.0\.0\.1"):
        await run_bot(settings)


@pytest.mark.parametrize("given", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_bot_in_good_order(
    discord_server: LoopbackDiscord, published: Path, given: signal.Signals
) -> None:
    life = asyncio.create_task(run_bot(settings_for(discord_server, published)))
    await discord_server.connected()
    os.kill(os.getpid(), given)
    await asyncio.wait_for(life, timeout=5)
    assert discord_server.gateway.sessions == []


async def test_sentences_are_embedded_while_the_bot_runs(
    discord_server: LoopbackDiscord,
    published: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, connected = threading.Event(), threading.Event()

    class PatientEmbedder:
        """Takes as long as the bot takes to connect."""

        name = "patient-1"
        dimensions = 2

        def embed(self, sentence: str) -> Vectors:
            begun.set()
            connected.wait(20)
            return np.array([1, 0], np.float32)

    monkeypatch.setattr(client_module, "sentence_model", PatientEmbedder)
    data = await asyncio.to_thread(shutil.copytree, published, tmp_path / "own")
    life = asyncio.create_task(run_bot(settings_for(discord_server, data)))
    await discord_server.connected()
    assert await asyncio.to_thread(begun.wait, 20)
    connected.set()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(life, timeout=5)
