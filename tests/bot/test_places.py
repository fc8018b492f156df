"""Servers that the bot was not set up for."""

import pytest

from index.library import Library
from tests.bot.running import running
from tests.loopback.server import LoopbackDiscord

REFUSAL = "I answer only in the servers that I was set up for; please ask me there."


@pytest.fixture
def elsewhere() -> frozenset[int]:
    return frozenset({1})


async def test_other_servers_are_refused_politely(
    discord_server: LoopbackDiscord, library: Library, elsewhere: frozenset[int]
) -> None:
    async with running(discord_server, library, guilds=elsewhere):
        exchange = await discord_server.slash("glossary")
        assert (await exchange.message()).content == REFUSAL
        assert exchange.ephemeral
        talk = await discord_server.mention("Who attended?")
        assert (await talk.reply()).content == REFUSAL
        assert await discord_server.autocomplete("attendance", "meeting", "Perth") == ()


async def test_buttons_are_refused_there_too(
    discord_server: LoopbackDiscord, library: Library, elsewhere: frozenset[int]
) -> None:
    async with running(discord_server, library):
        message = await (await discord_server.slash("meetings")).message()
    async with running(discord_server, library, guilds=elsewhere):
        pressed = await discord_server.press(message, message.controls[0]["custom_id"])
        assert (await pressed.message()).content == REFUSAL


async def test_listed_servers_are_answered(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    allowed = frozenset({discord_server.guild.id})
    async with running(discord_server, library, guilds=allowed):
        exchange = await discord_server.slash("meetings")
        assert (await exchange.message()).embeds
