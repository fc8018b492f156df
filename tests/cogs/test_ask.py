import pytest

from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_answer_shows_the_question_and_its_sources(discord: LoopbackDiscord) -> None:
    question = "What was agreed on information sharing?"
    message = await (await discord.slash("ask", {"question": question})).message()
    assert message.content == f"-# {question}"
    assert "[1]" in message.embeds[0]["description"]
    assert message.buttons[0].startswith("1 · ")
    assert not message.ephemeral


async def test_a_private_answer_is_seen_by_one_person(discord: LoopbackDiscord) -> None:
    asked = {"question": "When was the Perth meeting?", "private": True}
    exchange = await discord.slash("ask", asked)
    assert (await exchange.message()).ephemeral


async def test_a_question_may_be_asked_of_one_meeting(discord: LoopbackDiscord) -> None:
    asked = {"question": "What was agreed?", "meeting": "Auckland 2013"}
    message = await (await discord.slash("ask", asked)).message()
    assert message.buttons
    assert all("Auckland 2013" in label for label in message.buttons if " · " in label)


async def test_what_is_not_stated_is_said_to_be_so(discord: LoopbackDiscord) -> None:
    asked = {"question": "Who is the president of Mars?"}
    message = await (await discord.slash("ask", asked)).message()
    assert "Not stated" in message.embeds[0]["description"]


async def test_an_unknown_meeting_names_the_nearest(discord: LoopbackDiscord) -> None:
    asked = {"question": "Who attended?", "meeting": "Pearth"}
    exchange = await discord.slash("ask", asked)
    message = await exchange.message()
    assert "Perth" in message.text


async def test_meetings_are_suggested_while_typing(discord: LoopbackDiscord) -> None:
    choices = await discord.autocomplete("ask", "meeting", "auck", {"question": "Who?"})
    assert "Auckland" in choices[0].name
