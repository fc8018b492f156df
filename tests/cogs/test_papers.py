"""`/track`, `/verify`, `/brief` and the menus of a message."""

import pytest

from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUOTE = "In the absence of the Sri Lankan delegation the agenda was duly amended"


async def test_a_topic_is_followed(discord: LoopbackDiscord) -> None:
    asked = {"topic": "questionnaire", "since": "2012"}
    message = await (await discord.slash("track", asked)).message()
    assert "11–14 June 2012 · TEWG Kuala Lumpur 2012" in message.text
    assert message.buttons


async def test_an_unreadable_since_is_refused(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("track", {"topic": "questionnaire", "since": "soon"})
    assert "is no date" in (await exchange.message()).content
    assert exchange.ephemeral


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        (QUOTE, "Exact"),
        (f"At Perth, “{QUOTE}”", "Exact"),
        (f"At Auckland, “{QUOTE}”", "Right words, wrong meeting"),
        (QUOTE.replace("amended", "dropped"), "Altered"),
        ("The bananas of the emperor were purple", "Not found"),
    ],
)
async def test_a_quote_is_verified(discord: LoopbackDiscord, quote: str, verdict: str) -> None:
    message = await (await discord.slash("verify", {"quote": quote})).message()
    assert f"**{verdict}" in message.embeds[0]["description"]


async def test_a_quote_of_4000_characters_is_verified(discord: LoopbackDiscord) -> None:
    message = await (await discord.slash("verify", {"quote": "agenda " * 571})).message()
    assert message.embeds


async def test_a_meeting_is_briefed_on_one_page(discord: LoopbackDiscord) -> None:
    (choice, *_) = await discord.autocomplete("brief", "meeting", "auck")
    message = await (await discord.slash("brief", {"meeting": choice.value})).message()
    assert "Co-chairs: New Zealand and Australia" in message.text


async def test_the_quote_of_a_message_is_verified_for_its_reader_alone(
    discord: LoopbackDiscord,
) -> None:
    talk = await discord.say(f"> {QUOTE}")
    exchange = await discord.menu("Verify quote", talk.message)
    assert "**Exact" in (await exchange.message()).embeds[0]["description"]
    assert exchange.ephemeral


async def test_a_message_leads_to_paragraphs_about_it(discord: LoopbackDiscord) -> None:
    talk = await discord.say("They want a questionnaire on training needs of officers.")
    exchange = await discord.menu("Ask about this", talk.message)
    message = await exchange.message()
    assert "questionnaire" in message.text
    assert "TEWG Kuala Lumpur 2012" in message.buttons[0]
    assert exchange.ephemeral


async def test_a_menu_works_on_an_answer_of_the_bot(discord: LoopbackDiscord) -> None:
    answer = await (await discord.slash("rilon list")).message()
    message = await (await discord.menu("Ask about this", answer)).message()
    assert "RILON" in message.text


async def test_a_message_without_words_is_refused(discord: LoopbackDiscord) -> None:
    talk = await discord.say(discord.user.mention)
    exchange = await discord.menu("Verify quote", talk.message)
    assert "holds no words" in (await exchange.message()).content
