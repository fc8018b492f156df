import pytest

from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_rilons_are_listed(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("rilon list")).message()
    assert all(city in message.text for city in ("Bangkok", "Colombo"))
    assert message.buttons


async def test_rilons_are_listed_as_of_a_day(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("rilon list", {"as_of": "2010-01-01"})).message()
    assert message.content == "-# /rilon list as\\_of:2010-01-01"
    assert "Colombo" not in message.embeds[0]["description"]


async def test_one_rilon_is_shown_with_its_history(discord: LoopbackDiscord) -> None:
    (choice, *_) = await discord.autocomplete("rilon show", "city", "colom")
    message = await (await discord.slash("rilon show", {"city": choice.value})).message()
    assert "Colombo" in message.text
    assert message.buttons
