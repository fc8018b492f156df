import json

import pytest
from icalendar import Calendar

from index.library import Library
from tests.loopback.server import LoopbackDiscord

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_table_comes_as_a_file(discord: LoopbackDiscord, library: Library) -> None:
    exchange = await discord.slash("export", {"what": "meetings", "format": "json"})
    await exchange.message()
    [(name, content)] = exchange.files.items()
    assert name.endswith(".json")
    assert len(json.loads(content)) == len(library.generation.facts.meetings)


async def test_a_calendar_comes_as_a_file(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("export", {"what": "actions", "format": "ics"})
    await exchange.message()
    [content] = exchange.files.values()
    assert Calendar.from_ical(content).walk("VEVENT")


async def test_what_is_no_calendar_is_refused(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("export", {"what": "matrix", "format": "ics"})
    assert "A calendar holds" in (await exchange.message()).content
    assert exchange.ephemeral


async def test_a_conversation_is_exported_in_its_thread(discord: LoopbackDiscord) -> None:
    place = await discord.open_thread("Export")
    talk = await discord.mention("Who attended the Perth meeting?", channel=place)
    await talk.reply()
    await (await discord.mention("and who co-chaired it?", channel=place)).reply()
    options = {"what": "conversation", "format": "json"}
    exchange = await discord.slash("export", options, channel=place)
    await exchange.message()
    [content] = exchange.files.values()
    rows = json.loads(content)
    assert {row["turn"] for row in rows} == {1, 2}
    assert all(row["citation"] and row["text_hash"] for row in rows if row["turn"] == 1)


async def test_where_nothing_was_said_no_conversation_is_exported(discord: LoopbackDiscord) -> None:
    exchange = await discord.slash("export", {"what": "conversation", "format": "csv"})
    assert "ask something first" in (await exchange.message()).content
