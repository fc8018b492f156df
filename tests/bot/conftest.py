"""The bot and the loopback, for the tests below."""

from tests.bot.running import _addresses, library, published
from tests.loopback.fixtures import discord_server

__all__ = ["_addresses", "discord_server", "library", "published"]
