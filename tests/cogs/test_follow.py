"""Following on Discord: who may, what is posted, and where."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.client import Rapporteur
from bot.digests import post_digests
from index.library import Library, open_library
from tests.bot.running import _addresses, running
from tests.loopback.fixtures import discord_server
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]

MANAGE_CHANNELS = 1 << 4
LAGOON = Path(__file__).parents[1] / "index" / "lagoon"
NOW = datetime(2027, 7, 5, 9, tzinfo=UTC)  # a Monday far from now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    shutil.copy(LAGOON / "apia.txt", folder)
    return folder


@pytest_asyncio.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    async with open_library(data, folder) as library:
        yield library


@pytest_asyncio.fixture
async def bot(discord_server: LoopbackDiscord, library: Library) -> AsyncIterator[Rapporteur]:
    role = discord_server.world.add_role(discord_server.guild, "Editors", MANAGE_CHANNELS)
    discord_server.world.add_member(discord_server.guild, discord_server.user, role)
    async with running(discord_server, library) as bot:
        yield bot


def posted(discord: LoopbackDiscord) -> list[dict[str, object]]:
    template = "/channels/{channel_id}/messages"
    return [c.body for c in discord.calls if (c.method, c.template) == ("POST", template)]


async def test_a_digest_is_posted_once_where_a_matter_is_followed(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur, folder: Path
) -> None:
    added = await discord_server.slash("follow add", {"what": "delegation", "name": "Tonga"})
    assert "now follows delegation: Tonga" in (await added.message()).content
    shutil.copy(LAGOON / "suva.txt", folder)
    await library.reindex()
    await post_digests(bot, NOW)
    await post_digests(bot, NOW)
    [body] = posted(discord_server)
    assert body["allowed_mentions"] == {"parse": []}
    assert body["enforce_nonce"] is True
    shown = str(body["embeds"])
    assert "New in generation 2" in shown
    assert "delegation: Tonga" in shown
    assert body["components"]


async def test_an_analyst_may_look_but_not_change_what_a_channel_follows(
    discord_server: LoopbackDiscord, bot: Rapporteur
) -> None:
    discord_server.world.add_member(discord_server.guild, discord_server.user)
    for command, options in (
        ("follow add", {"what": "topic", "name": "boats"}),
        ("follow stop", {"number": 1}),
        ("follow overdue", {"on": True}),
    ):
        refused = await discord_server.slash(command, options)
        assert "may manage this channel" in (await refused.message()).content
        assert refused.ephemeral
    listed = await discord_server.slash("follow list")
    assert "follows nothing" in (await listed.message()).content


async def test_follows_are_listed_and_stopped_by_number(
    discord_server: LoopbackDiscord, bot: Rapporteur
) -> None:
    options = {"what": "topic", "name": "patrol *boats*"}
    await (await discord_server.slash("follow add", options)).message()
    listed = await (await discord_server.slash("follow list")).message()
    number = int(listed.content.split()[0])
    assert "patrol \\*boats\\*" in listed.content
    stopped = await discord_server.slash("follow stop", {"number": number})
    assert "no longer follows" in (await stopped.message()).content


async def test_news_of_many_pages_can_be_turned_after_a_restart(
    discord_server: LoopbackDiscord, library: Library, folder: Path
) -> None:
    role = discord_server.world.add_role(discord_server.guild, "Editors", MANAGE_CHANNELS)
    discord_server.world.add_member(discord_server.guild, discord_server.user, role)
    said = "\n\n".join(
        f"Tonga stressed that boat {n} is too slow. {'So it is. ' * 30}" for n in range(40)
    )
    (folder / "boats.txt").write_text(f"Fourth meeting\n\nSuva, 2 May 2015\n\n{said}\n")
    async with running(discord_server, library) as bot:
        added = await discord_server.slash("follow add", {"what": "topic", "name": "boat slow"})
        await added.message()
        await library.reindex()
        await post_digests(bot, NOW)
        digest = [*discord_server.posting.messages.values()][-1]
    assert "40 matches" in digest.text
    assert "more" not in digest.text
    async with running(discord_server, library):
        pressed = await discord_server.press(digest, "2 ›", user=discord_server.maintainer)
        second = await pressed.message()
        assert pressed.ephemeral
        assert "page 2 of" in second.text
        turned = await discord_server.press(second, "3 ›", user=discord_server.maintainer)
        await turned.message()
        assert "page 3 of" in second.text


async def test_what_is_overdue_is_posted_and_can_be_paged(
    discord_server: LoopbackDiscord, bot: Rapporteur
) -> None:
    switched = await discord_server.slash("follow overdue", {"on": True})
    assert "on Mondays at 08:00 UTC" in (await switched.message()).content
    await post_digests(bot, NOW)
    [body] = posted(discord_server)
    assert body["content"] == "-# /actions list overdue:yes"
    assert "overdue by 13 years" in str(body["embeds"])


async def test_a_channel_that_is_gone_is_forgotten(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    await (await discord_server.slash("follow overdue", {"on": True})).message()
    template = "/channels/{channel_id}/messages"
    discord_server.disturb("POST", template, 404, code=10003)
    await post_digests(bot, NOW)
    assert await library.following.due(library.generation, NOW) == []


async def test_names_are_suggested_by_what_is_followed(
    discord_server: LoopbackDiscord, bot: Rapporteur
) -> None:
    for what, typed, expected in (("delegation", "tong", "Tonga"), ("owner", "memb", "members")):
        choices = await discord_server.autocomplete("follow add", "name", typed, {"what": what})
        assert expected in choices[0].name
