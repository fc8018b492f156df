import pytest

from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_acronym_is_explained(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("glossary", {"term": "TEWG"})).message()
    assert "Technical Experts Working Group" in message.text
    assert message.buttons


async def test_the_whole_glossary_is_listed(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("glossary")).message()
    assert "RSO" in message.text or "page 1 of" in message.text


async def test_acronyms_are_suggested(discord: LoopbackDiscord) -> None:
    choices = await discord.autocomplete("glossary", "term", "tew")
    assert choices[0].value == "TEWG"


async def test_an_unknown_acronym_is_refused(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("glossary", {"term": "QQQQ"})
    assert "No document explains “QQQQ”" in (await exchange.message()).content
