import pytest

from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "When was the Perth meeting held?"


async def test_a_mention_is_answered_with_a_reply(discord: LoopbackDiscord) -> None:
    talk = await discord.mention(QUESTION)
    reply = await talk.reply()
    assert reply.reply_to is talk.message
    assert reply.content == f"-# {QUESTION}"
    assert "14–15 December 2009" in reply.text
    assert reply.mentions == ()


async def test_a_mention_anywhere_in_the_message_counts(discord: LoopbackDiscord) -> None:
    talk = await discord.say(f"When was {discord.world.bot.mention} the\nPerth meeting held?")
    assert (await talk.reply()).content == f"-# {QUESTION}"


async def test_a_direct_message_needs_no_mention(discord: LoopbackDiscord) -> None:
    channel = discord.direct_messages(discord.user)
    talk = await discord.say(QUESTION, channel=channel)
    assert (await talk.reply()).embeds


async def test_a_reply_to_the_bot_is_a_question(discord: LoopbackDiscord) -> None:
    first = await (await discord.mention(QUESTION)).reply()
    talk = await discord.say("Where do RILONs exist?", reply_to=first)
    assert (await talk.reply()).content == "-# Where do RILONs exist?"


async def test_a_reply_whose_words_discord_hides_is_told_so(discord: LoopbackDiscord) -> None:
    first = await (await discord.mention(QUESTION)).reply()
    talk = await discord.say(QUESTION, reply_to=first, ping_reply=False)
    assert "switch the mention on" in (await talk.reply()).content


async def test_a_mention_of_its_role_is_told_so(discord: LoopbackDiscord) -> None:
    (role,) = [role for role in discord.guild.roles if role.bot_id]
    talk = await discord.say(f"{role.mention} {QUESTION}")
    assert "mention me rather than my role" in (await talk.reply()).content


async def test_an_empty_mention_gets_the_help(discord: LoopbackDiscord) -> None:
    reply = await (await discord.mention("")).reply()
    assert reply.embeds[0]["title"] == "What you can ask"


async def test_a_question_of_1001_characters_is_too_long(discord: LoopbackDiscord) -> None:
    reply = await (await discord.mention("a" * 1_001)).reply()
    assert reply.content == "Please ask in at most 1,000 characters."


async def test_bots_and_other_messages_are_left_alone(discord: LoopbackDiscord) -> None:
    other = discord.world.add_user("other", bot=True)
    discord.world.add_member(discord.guild, other)
    mention = discord.world.bot.mention
    for talk in (
        await discord.say(f"{mention} {QUESTION}", user=other),
        await discord.say(QUESTION),
        await discord.say(f"@everyone {QUESTION}"),
    ):
        assert await talk.done() == []


async def test_without_permission_to_embed_the_reason_is_told(discord: LoopbackDiscord) -> None:
    discord.disturb("POST", "/channels/{channel_id}/messages", 403, code=50013)
    reply = await (await discord.mention(QUESTION)).reply()
    assert "I need Send Messages and Embed Links" in reply.content


async def test_citation_buttons_of_a_reply_work(discord: LoopbackDiscord) -> None:
    reply = await (await discord.mention(QUESTION)).reply()
    pressed = await discord.press(reply, reply.buttons[0])
    assert (await pressed.message()).ephemeral
