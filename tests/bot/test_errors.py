"""However a command, a button or a mention fails, the person is told."""

import asyncio
from typing import cast

import pytest

from bot.client import Rapporteur
from corpus.documents import Citation
from index.answers import SourceView
from index.generation import Generation
from index.library import Library, UnknownCitationError
from tests.bot.running import running
from tests.loopback.exchange import Answered
from tests.loopback.server import LoopbackDiscord

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"


class SlowLibrary:
    """Takes longer than a moment to find a paragraph."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def generation(self) -> Generation:
        return self._library.generation

    async def source(self, citation: Citation) -> SourceView:
        await asyncio.sleep(0.7)
        return await self._library.source(citation)


def break_down(bot: Rapporteur) -> None:
    bot.library = cast(Library, object())


def slow_down(bot: Rapporteur) -> None:
    bot.library = cast(Library, SlowLibrary(bot.library))


def first_citation(library: Library) -> str:
    document = next(iter(library.generation.documents.values()))
    return str(document.cite(document.paragraphs[2]))


async def test_a_failed_command_shows_a_reference_number(
    discord_server: LoopbackDiscord, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(discord_server, library) as bot:
        break_down(bot)
        exchange = await discord_server.slash("meetings")
        text = (await exchange.message()).content
    (reference,) = [
        record.getMessage().removeprefix("Reference ")
        for record in caplog.records
        if record.name == "bot.tree"
    ]
    assert f"reference {reference};" in text
    assert exchange.ephemeral
    assert "object" not in text


async def test_a_failed_button_shows_a_reference_number(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        message = await (await discord_server.slash("meetings")).message()
        break_down(bot)
        pressed = await discord_server.press(message, message.controls[0]["custom_id"])
        assert "logged under reference" in (await pressed.message()).content
        assert pressed.ephemeral


async def test_a_failed_mention_shows_a_reference_number(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        break_down(bot)
        talk = await discord_server.mention("Who attended the Perth meeting?")
        assert "logged under reference" in (await talk.reply()).content


async def test_slow_work_is_deferred_and_then_shown(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        slow_down(bot)
        exchange = await discord_server.slash("source", {"citation": first_citation(library)})
        assert (await exchange.acknowledged()).type is Answered.DEFERRED_MESSAGE
        message = await exchange.message()
        assert first_citation(library) in message.text
        pressed = await discord_server.press(message, message.controls[0]["custom_id"])
        assert (await pressed.message()).ephemeral


async def test_a_slow_failure_stays_private(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        slow_down(bot)
        exchange = await discord_server.slash("source", {"citation": "nowhere#p1"})
        await discord_server.activity.until(lambda: exchange.followups, "the refusal")
        assert exchange.content == str(UnknownCitationError(Citation("nowhere", 1)))
        assert exchange.ephemeral


async def test_an_interaction_that_discord_forgot_is_logged(
    discord_server: LoopbackDiscord, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(discord_server, library):
        discord_server.disturb("POST", CALLBACK, 404, code=10062)
        await discord_server.slash("help")
        calls = discord_server.calls
        await discord_server.activity.until(
            lambda: any(call.path.endswith("/callback") for call in calls), "the late answer"
        )
        await discord_server.activity.quiet(0.1)
        assert "acknowledged too late" in caplog.text
        exchange = await discord_server.slash("help")
        assert (await exchange.message()).embeds


async def test_behind_a_slow_answer_the_next_is_deferred_at_once(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library) as bot:
        bot.answer_seconds = 2.0
        first = await discord_server.slash("ask", {"question": "Who attended in Auckland?"})
        assert (await first.acknowledged()).type is Answered.DEFERRED_MESSAGE
        assert "Auckland" in (await first.message()).text
        assert bot.answer_seconds != 2.0, "it tells how long it took itself"
