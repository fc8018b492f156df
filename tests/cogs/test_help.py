import pytest

from bot.help import topics
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_help_lists_every_task(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("help")
    message = await exchange.message()
    assert all(topic.task in message.text for topic in topics())
    assert exchange.ephemeral


async def test_help_on_one_topic_shows_all_its_examples(discord: LoopbackDiscord) -> None:
    (choice,) = await discord.autocomplete("help", "topic", "done")
    message = await (await discord.slash("help", {"topic": choice.value})).message()
    (topic,) = [topic for topic in topics() if topic.name == choice.value]
    assert all(f"`{example}`" in message.text for example in topic.examples)


async def test_help_on_an_unknown_topic_names_the_nearest(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("help", {"topic": "meating"})
    assert "meetings" in (await exchange.message()).content
