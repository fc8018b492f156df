"""Unanswered questions, "Wrong?", the maintainers' list and everybody's privacy, on Discord."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest_asyncio

from bot.client import Rapporteur
from index.library import Library, open_library
from index.question_log import Concerning
from index.repositories.questions import Concern
from tests.bot.running import _addresses, running
from tests.loopback.fixtures import discord_server
from tests.loopback.message import Message
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]

UNANSWERED = "Who is the president of Mars?"


@pytest_asyncio.fixture
async def library(published: Path, shipped_corpus: Path, tmp_path: Path) -> AsyncIterator[Library]:
    """The library of the shipped documents, for this test alone."""
    data = shutil.copytree(published, tmp_path / "own")
    async with open_library(data, shipped_corpus) as library:
        await library.questions.forget(timedelta(0))  # other tests ask as well
        yield library


@pytest_asyncio.fixture
async def bot(discord_server: LoopbackDiscord, library: Library) -> AsyncIterator[Rapporteur]:
    async with running(discord_server, library) as bot:
        yield bot


async def kept(library: Library, concern: Concern) -> list[Concerning]:
    found = await library.questions.all(timedelta(days=1))
    return [each for each in found if each.concern is concern]


async def ask(discord: LoopbackDiscord, question: str, *, private: bool = False) -> Message:
    exchange = await discord.slash("ask", {"question": question, "private": private})
    return await exchange.message()


async def until_kept(library: Library, times: int) -> Concerning:
    """What is kept comes after the answer."""
    async with asyncio.timeout(10):
        while True:
            found = await kept(library, Concern.NOT_STATED)
            if found and found[0].times == times:
                return found[0]
            await asyncio.sleep(0.01)


async def test_what_nothing_answers_is_kept_also_of_private_answers_and_mentions(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    await ask(discord_server, UNANSWERED)
    await ask(discord_server, UNANSWERED, private=True)
    posted = await (await discord_server.mention(UNANSWERED)).reply()
    assert "Not stated" in posted.text
    found = await until_kept(library, 3)
    assert (found.times, found.text, len(found.askers)) == (3, UNANSWERED, 1)
    await ask(discord_server, "Who attended the Perth meeting?")
    assert len(await kept(library, Concern.NOT_STATED)) == 1


async def test_wrong_works_after_a_restart_once_a_person_and_says_so_to_them_alone(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    question = "Who attended the Perth meeting?"
    async with running(discord_server, library):
        message = await ask(discord_server, question)
    async with running(discord_server, library):
        first = await discord_server.press(message, "Wrong?")
        assert "Thank you" in (await first.message()).content
        assert first.ephemeral
        again = await discord_server.press(message, "Wrong?")
        assert "already" in (await again.message()).content
        other = await discord_server.press(message, "Wrong?", user=discord_server.maintainer)
        assert "Thank you" in (await other.message()).content
    [found] = await kept(library, Concern.CALLED_WRONG)
    assert (found.text, found.times) == (question, 2)
    assert found.cited
    assert all(library.generation.resolve(each) for each in found.cited)


async def test_only_maintainers_see_the_list_and_turn_its_pages_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    day = timedelta(days=90)
    for number in range(60):
        words = "penguin " * 20
        await library.questions.not_stated(f"Why {number} @everyone **{words}**?", "7", day)
    maintainer = discord_server.maintainer
    async with running(discord_server, library):
        refused = await discord_server.slash("corpus questions")
        assert "Only a maintainer may" in (await refused.message()).content
        exchange = await discord_server.slash("corpus questions", user=maintainer)
        shown = await exchange.message()
        assert exchange.ephemeral
        assert "60 questions" in shown.text
    async with running(discord_server, library):
        turned = await discord_server.press(shown, "› 2", user=maintainer)
        assert "page 2 of" in (await turned.message()).text
        since = {"since": "2099-01-01"}
        none = await discord_server.slash("corpus questions", since, user=maintainer)
        assert "No questions" in (await none.message()).text


async def test_everybody_sees_and_deletes_what_is_kept_of_them(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    await ask(discord_server, UNANSWERED)
    await until_kept(library, 1)
    shown = await discord_server.slash("privacy show")
    assert "1 question and no conversations" in (await shown.message()).content
    assert shown.ephemeral
    deleted = await discord_server.slash("privacy delete")
    assert "1 question" in (await deleted.message()).content
    assert await kept(library, Concern.NOT_STATED) == []


async def test_where_nothing_is_kept_nobody_is_offered_to_tell(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    bot.question_lifetime = timedelta(0)
    message = await ask(discord_server, UNANSWERED)
    assert "Wrong?" not in message.buttons
    assert await kept(library, Concern.NOT_STATED) == []


async def test_an_answer_comes_although_its_question_cannot_be_kept(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    async with library._database.transaction() as connection:
        await connection.execute("DROP TABLE questions")
    assert "Not stated" in (await ask(discord_server, UNANSWERED)).text
    assert "Wrong?" in (await ask(discord_server, "Who attended the Perth meeting?")).buttons
