"""A reindex on Discord: its progress, its end, and its cancellation."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.client import Rapporteur
from bot.maintaining import reindexing
from index.library import Library, open_library
from tests.bot.running import _addresses, running
from tests.index.publication.texts import statement
from tests.loopback.fixtures import discord_server
from tests.loopback.message import Message
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]

FILES = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "first.txt").write_text(statement("Suva, Fiji", "7 May 2015", "Niue", "share forms"))
    return folder


@pytest_asyncio.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    async with open_library(data, folder) as library:
        for number in range(FILES):
            text = statement(
                "Nadi, Fiji", f"{number % 28 + 1} June {1980 + number}", "Palau", "meet"
            )
            (folder / f"{number:02}.txt").write_text(text)
        yield library


@pytest_asyncio.fixture
async def bot(
    discord_server: LoopbackDiscord, library: Library, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Rapporteur]:
    monkeypatch.setattr(reindexing, "_EVERY_SECONDS", 0.01)
    discord_server.user = discord_server.maintainer
    async with running(discord_server, library) as bot:
        yield bot


async def shows(discord: LoopbackDiscord, message: Message, words: str) -> None:
    await discord.activity.until(lambda: words in message.content or None, words)


async def test_its_progress_is_told_in_one_message_and_then_its_result(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    message = await (await discord_server.slash("corpus reindex")).message()
    await shows(discord_server, message, f"of {FILES}\nRead ")
    second = await (await discord_server.slash("corpus reindex")).message()
    assert second.content == "A reindex is running already; wait for it, or cancel it."
    await shows(discord_server, message, "The folder was reindexed by **Maria**")
    assert f"Generation 2: {FILES} added" in message.text
    assert f"and {FILES - 10} more" in message.text
    assert message.buttons == ["Undo"]


async def test_it_is_cancelled_by_a_maintainer_and_changes_nothing(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    message = await (await discord_server.slash("corpus reindex")).message()
    analyst = discord_server.world.add_user("ana")
    discord_server.world.add_member(discord_server.guild, analyst)
    refused = await discord_server.press(message, "Cancel", user=analyst)
    assert "Only a maintainer" in (await refused.message()).content
    await discord_server.press(message, "Cancel")
    await shows(discord_server, message, "The reindex was cancelled; nothing has changed.")
    assert library.generation.number == 1
    assert len(await library.publications.history()) == 1


async def test_a_missing_folder_is_told_in_the_same_message(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur, folder: Path
) -> None:
    await asyncio.to_thread(folder.rename, folder.with_name("moved"))
    message = await (await discord_server.slash("corpus reindex")).message()
    await shows(discord_server, message, "There is no corpus folder")
    assert message.buttons == []
