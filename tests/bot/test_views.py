"""Buttons, before and after a restart."""

from index.library import Library
from tests.bot.running import running
from tests.loopback.message import Message
from tests.loopback.server import LoopbackDiscord


def labels(message: Message) -> list[str]:
    return [control["label"] for control in message.controls]


def footer(message: Message) -> str:
    return str(message.embeds[-1]["footer"]["text"])


async def test_a_citation_button_works_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        asked = await discord_server.slash("attendance", {"meeting": "Perth"})
        message = await asked.message()
    async with running(discord_server, library):
        pressed = await discord_server.press(message, labels(message)[0])
        shown = await pressed.message()
    label = labels(message)[0].removeprefix("1 · ")
    assert pressed.ephemeral
    assert shown.embeds[0]["title"] == label
    assert "\n\n> " in shown.embeds[0]["description"]


async def test_a_private_source_is_walked_in_place(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    document = next(iter(library.generation.documents.values()))
    citation = str(document.cite(document.paragraphs[3]))
    async with running(discord_server, library):
        public = await (await discord_server.slash("source", {"citation": citation})).message()
        own = await discord_server.press(public, "¶5 ›")
        private = await own.message()
        walked = await discord_server.press(private, "‹ ¶4")
        await walked.done()
    assert public.revisions == 0
    assert walked.messages == [private]
    assert citation in private.text


async def test_a_page_is_turned_after_a_restart(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        message = await (await discord_server.slash("actions list")).message()
        assert "page 1 of " in footer(message)
    async with running(discord_server, library):
        await (await discord_server.press(message, "2 ›")).done()
        assert "page 2 of " in footer(message)
        await (await discord_server.press(message, "‹ 1")).done()
        assert "page 1 of " in footer(message)


async def test_others_get_a_page_of_their_own(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        message = await (await discord_server.slash("actions list")).message()
        pressed = await discord_server.press(message, "2 ›", user=discord_server.maintainer)
        copy = await pressed.message()
        assert copy.ephemeral
        assert "page 2 of " in footer(copy)
        assert "page 1 of " in footer(message)
        await (await discord_server.press(copy, "‹ 1", user=discord_server.maintainer)).done()
        assert "page 1 of " in footer(copy)


async def test_all_pages_together_show_every_item(
    discord_server: LoopbackDiscord, library: Library
) -> None:
    async with running(discord_server, library):
        message = await (await discord_server.slash("actions list")).message()
        shown = message.text
        while any(label.endswith(" ›") for label in labels(message)):
            following = next(label for label in labels(message) if label.endswith(" ›"))
            await (await discord_server.press(message, following)).done(0.01)
            shown += message.text
    assert all(item.id in shown for item in library.generation.facts.actions)
