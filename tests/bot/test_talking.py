"""Conversations: over messages, places and restarts, each with what was understood."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.talking import context_of, message_key
from index.library import Library, open_library
from tests.bot.running import running
from tests.loopback.activity import PATIENCE_SECONDS
from tests.loopback.message import Message
from tests.loopback.places import Channel
from tests.loopback.server import LoopbackDiscord


@dataclass
class Chain:
    """A person who replies to each answer, or talks in a place of its own."""

    discord: LoopbackDiscord
    channel: Channel | None = None
    last: Message | None = None

    async def say(self, text: str) -> Message:
        if self.channel is not None and self.channel.guild is None:
            talk = await self.discord.say(text, channel=self.channel)
        elif self.channel is not None:
            talk = await self.discord.mention(text, channel=self.channel)
        elif self.last is None:
            talk = await self.discord.mention(text)
        else:
            talk = await self.discord.say(text, reply_to=self.last)
        self.last = await talk.reply()
        return self.last


async def _kept(library: Library, answer: Message) -> None:
    """Wait until the context that an answer leaves is stored."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        kept = None
        while kept is None:
            kept = await library.memory.recall([message_key(answer.id)], timedelta(days=1))
            await asyncio.sleep(0.01)


BEFORE_RESTART = (
    ("Who attended the Perth meeting?", "11 delegations"),
    ("what about the Maldives?", "Yes: Maldives is listed at AHG SOM Perth 2009"),
    ("the next one?", "Maldives is listed at AHG SOM Bali 2011"),
    ("and in Auckland?", "Maldives is listed at TEWG Auckland 2013"),
    ("and who co-chaired it?", "New Zealand and Australia"),
    ("what was agreed?", "action items"),
    ("show me the source", "5 sources, word for word"),
)
AFTER_RESTART = (
    ("when was it held?", "24–27 June 2013"),
    ("the previous one?", "11–14 June 2012"),
    ("who attended it?", "TEWG Kuala Lumpur 2012"),
    ("Where do RILONs exist?", "RILONs are stated to exist"),
    ("and in Manila?", "no document speaks of a RILON in Manila"),
    ("What does UNHCR stand for?", "United Nations High Commissioner for Refugees"),
)


@pytest.mark.parametrize("place", ["replies", "direct messages", "thread"])
async def test_twelve_turns_go_on_over_a_restart(
    discord_server: LoopbackDiscord, published: Path, shipped_corpus: Path, place: str
) -> None:
    chain = Chain(discord_server)
    for turns in (BEFORE_RESTART, AFTER_RESTART):
        async with (
            open_library(published, shipped_corpus) as library,
            running(discord_server, library),
        ):
            if place == "direct messages":
                chain.channel = discord_server.direct_messages(discord_server.user)
            elif place == "thread" and chain.channel is None:
                chain.channel = await discord_server.open_thread("Perth")
            for text, said in turns:
                answer = await chain.say(text)
                assert said in answer.text, (text, answer.text)
            await _kept(library, answer)


async def test_what_was_understood_is_shown(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        chain = Chain(discord_server)
        await chain.say("Who attended the Auckland meeting?")
        answer = await chain.say("and who co-chaired it?")
    assert "Understood as TEWG Auckland 2013 — from the question before" in answer.text
    assert "meeting:2013-06-24-tewg-auckland" in answer.content.replace("\\", "")


async def test_a_mention_in_a_channel_continues_nothing(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        await (await discord_server.mention("Who attended the Auckland meeting?")).reply()
        answer = await (await discord_server.mention("and who co-chaired it?")).reply()
    assert answer.content == "-# and who co-chaired it?"


async def test_a_reply_continues_the_answer_that_it_replies_to(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        chain = Chain(discord_server)
        first = await chain.say("Who attended the Auckland meeting?")
        await chain.say("and in Perth?")
        chain.last = first
        answer = await chain.say("when was it held?")
    assert "24–27 June 2013" in answer.text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "Who attended the Auckland meeting?"}),
        ("attendance", {"meeting": "Auckland 2013"}),
        ("brief", {"meeting": "5th TEWG"}),
    ],
)
async def test_a_reply_to_a_commands_answer_continues_it(
    discord_server: LoopbackDiscord, library: Library, command: str, options: dict[str, str]
) -> None:
    async with running(discord_server, library):
        answer = await (await discord_server.slash(command, options)).message()
        talk = await discord_server.say("and who co-chaired it?", reply_to=answer)
        assert "New Zealand and Australia" in (await talk.reply()).text


async def test_a_conversation_expires(discord_server: LoopbackDiscord, library: Library) -> None:
    async with running(discord_server, library) as client:
        client.conversation_lifetime = timedelta()
        channel = discord_server.direct_messages(discord_server.user)
        chain = Chain(discord_server, channel)
        await chain.say("Who attended the Auckland meeting?")
        answer = await chain.say("and who co-chaired it?")
    assert answer.content == "-# and who co-chaired it?"


async def test_a_meeting_that_was_meant_is_chosen_by_a_button_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    chain = Chain(discord_server)
    async with running(discord_server, library):
        answer = await chain.say("When was the Colombo meeting held?")
        await _kept(library, answer)
    (button,) = [label for label in answer.buttons if "TEWG Colombo 2011" in label and "⇄" in label]
    async with running(discord_server, library):
        await (await discord_server.press(answer, button)).message()
        assert "10–11 May 2011" in answer.text
        assert "as chosen" in answer.text
        following = await chain.say("and the next one?")
    assert "TEWG" in following.text


async def test_somebody_elses_choice_is_theirs_alone(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        answer = await Chain(discord_server).say("When was the Colombo meeting held?")
        button = next(label for label in answer.buttons if "⇄" in label)
        pressed = await discord_server.press(answer, button, user=discord_server.maintainer)
        assert (await pressed.message()).ephemeral
    assert answer.revisions == 0


def test_a_message_that_shows_no_request_has_no_context(library: Library) -> None:
    for content in ("", "Good morning!", "-# /attendance meeting:Atlantis", "-# /nothing"):
        assert context_of(library.generation, content).turns == ()


async def test_a_command_in_a_thread_is_a_turn_of_its_conversation(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        place = await discord_server.open_thread("Auckland")
        chain = Chain(discord_server, place)
        await chain.say("Who attended the Auckland meeting?")
        options = {"question": "and who co-chaired it?"}
        asked = await discord_server.slash("ask", options, channel=place)
        answer = await asked.message()
        assert "New Zealand and Australia co-chaired" in answer.text
        assert "from the question before" in answer.text
        await (await discord_server.slash("attendance", {"meeting": "Perth"}, channel=place)).done()
        following = await chain.say("when was it held?")
    assert "14–15 December 2009" in following.text


async def test_a_private_answer_leaves_nothing_in_its_thread(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        place = await discord_server.open_thread("Private")
        options = {"question": "Who attended the Auckland meeting?", "private": True}
        await (await discord_server.slash("ask", options, channel=place)).done()
        answer = await Chain(discord_server, place).say("and who co-chaired it?")
    assert "New Zealand" not in answer.text


async def test_a_turned_page_keeps_what_was_understood_and_the_choices(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    chain = Chain(discord_server)
    async with running(discord_server, library):
        await chain.say("Which action items are from Perth?")
        answer = await chain.say("the next one?")
    choices = [label for label in answer.buttons if "⇄" in label]
    assert choices
    async with running(discord_server, library):
        await (await discord_server.press(answer, "2 ›")).message()
    assert "the first with a document of its own after AHG SOM Perth 2009" in answer.text
    assert "page 2 of" in answer.text
    assert [label for label in answer.buttons if "⇄" in label] == choices


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("verify", {"quote": "Participants will reconvene in six months time."}, "1 source"),
        ("actions show", {"item": "A-PAP0"}, "word for word"),
    ],
)
async def test_the_source_of_any_command_can_be_asked_for(
    discord_server: LoopbackDiscord,
    library: Library,
    command: str,
    options: dict[str, str],
    said: str,
) -> None:
    async with running(discord_server, library):
        channel = discord_server.direct_messages(discord_server.user)
        await (await discord_server.slash(command, options, channel=channel)).done()
        answer = await Chain(discord_server, channel).say("show me the source")
    assert said in answer.text
