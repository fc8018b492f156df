import pytest

from corpus.facts import Status
from index.library import Library
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_open_items_are_listed(discord: LoopbackDiscord, library: Library) -> None:
    items = library.generation.facts.actions
    open_items = [item for item in items if item.status is Status.OPEN]
    message = await (await discord.slash("actions list", {"status": "open"})).message()
    assert f"**Open** ({len(open_items)})" in message.text


async def test_items_are_listed_by_owner_meeting_and_day(discord: LoopbackDiscord) -> None:
    asked = {"owner": "Maldives", "meeting": "Kuala Lumpur", "as_of": "2013-01-01"}
    message = await (await discord.slash("actions list", asked)).message()
    assert "questionnaire" in message.text
    assert message.buttons


async def test_one_item_is_shown_with_its_source(
    discord: LoopbackDiscord, library: Library
) -> None:
    item = library.generation.facts.actions[0]
    message = await (await discord.slash("actions show", {"item": item.id.lower()})).message()
    assert item.text in message.embeds[0]["description"]
    assert message.buttons


async def test_an_unreadable_day_is_refused(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("actions list", {"as_of": "yesterday-ish"})
    assert "is no date" in (await exchange.message()).content
    assert exchange.ephemeral


@pytest.mark.parametrize(
    ("option", "typed", "expected"),
    [("owner", "mald", "Maldives"), ("owner", "memb", "members"), ("meeting", "auck", "Auckland")],
)
async def test_filters_are_suggested(
    discord: LoopbackDiscord, option: str, typed: str, expected: str
) -> None:
    choices = await discord.autocomplete("actions list", option, typed)
    assert expected in choices[0].name


async def test_items_are_suggested_by_their_words(discord: LoopbackDiscord) -> None:
    choices = await discord.autocomplete("actions show", "item", "questionnaire")
    assert "questionnaire" in choices[0].name
