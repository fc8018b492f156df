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
