import pytest

from tests.loopback.invocation import ClientRefusalError
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_meetings_are_listed_by_year(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("meetings", {"year": 2012})).message()
    assert message.content == "-# /meetings year:2012"
    assert "TEWG Kuala Lumpur 2012" in message.text
    assert "Perth" not in message.embeds[0]["description"]


async def test_meetings_are_listed_by_body_and_place(discord: LoopbackDiscord) -> None:
    asked = {"body": "TEWG", "place": "Auckland"}
    message = await (await discord.slash("meetings", asked)).message()
    assert "TEWG Auckland 2013" in message.text


async def test_bodies_are_suggested(discord: LoopbackDiscord) -> None:
    assert "TEWG" in [each.value for each in await discord.autocomplete("meetings", "body", "t")]


async def test_a_year_is_a_number(discord: LoopbackDiscord) -> None:
    with pytest.raises(ClientRefusalError):
        await discord.slash("meetings", {"year": 12})
