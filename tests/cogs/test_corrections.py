"""Putting facts right on Discord: who may, how it is shown, and how it is taken back."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.client import Rapporteur
from index.library import Library, open_library
from tests.bot.running import _addresses, running
from tests.loopback.fixtures import discord_server
from tests.loopback.server import LoopbackDiscord

__all__ = ["_addresses", "discord_server"]

LAGOON = Path(__file__).parents[1] / "index" / "lagoon"


@pytest_asyncio.fixture
async def library(data: Path, tmp_path: Path) -> AsyncIterator[Library]:
    folder = shutil.copytree(LAGOON, tmp_path / "texts")
    async with open_library(data, folder) as library:
        yield library


@pytest_asyncio.fixture
async def bot(discord_server: LoopbackDiscord, library: Library) -> AsyncIterator[Rapporteur]:
    async with running(discord_server, library) as bot:
        yield bot


def attended(library: Library) -> str:
    """The paragraph of the list of those who attended at Apia."""
    return next(
        str(each.citation)
        for each in library.generation.facts.attendance
        if each.delegation.name == "Kiribati"
    )


async def test_a_fact_is_chosen_put_right_shown_as_such_and_taken_back(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    maintainer = discord_server.maintainer
    chosen = {"citation": attended(library)}
    choices = await discord_server.autocomplete(
        "corpus correct", "fact", "tuva", chosen, user=maintainer
    )
    assert [each.name for each in choices] == ["Tuvalu: observer"]
    asked = {
        **chosen,
        "fact": choices[0].value,
        "action": "set",
        "value": "special guest",
        "note": "The list says so.",
    }
    done = await discord_server.slash("corpus correct", asked, user=maintainer)
    assert "was corrected by **Maria**" in (await done.message()).content
    exchange = await discord_server.slash("attendance", {"meeting": "Apia"})
    shown = (await exchange.message()).text
    assert "Special guests" in shown
    assert "as corrected by a maintainer on" in shown
    assert "Tuvalu: special guest" in shown
    listed = await discord_server.slash("corpus corrections", user=maintainer)
    text = (await listed.message()).text
    assert "1 · Tuvalu: observer: set to “special guest” · Maria" in text
    assert "The list says so." in text
    undone = await discord_server.slash("corpus undo", {"correction": 1}, user=maintainer)
    assert "Correction 1 was taken back" in (await undone.message()).content
    again = await discord_server.slash("attendance", {"meeting": "Apia"})
    after = (await again.message()).text
    assert "Observers" in after
    assert "as corrected" not in after


async def test_an_analyst_puts_nothing_right(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    asked = {"citation": attended(library), "fact": "Tuvalu", "action": "hide", "note": "No."}
    for command, options in (
        ("corpus correct", asked),
        ("corpus undo", {"correction": 1}),
        ("corpus corrections", {}),
    ):
        exchange = await discord_server.slash(command, options)
        assert "Only a maintainer may" in (await exchange.message()).content
    assert library.generation.number == 1


async def test_what_cannot_be_corrected_is_refused_in_a_sentence(
    discord_server: LoopbackDiscord, library: Library, bot: Rapporteur
) -> None:
    good = {"citation": attended(library), "fact": "Tuvalu", "action": "hide", "note": "No."}
    for wrong, sentence in (
        ({"citation": "p. 4"}, "A citation looks like"),
        ({"citation": "x-1#p1"}, "No published paragraph"),
        ({"fact": "Palau"}, "states no fact"),
        ({"action": "set"}, "Say what it is to be set to"),
        ({"value": "observer"}, "takes no value"),
    ):
        exchange = await discord_server.slash(
            "corpus correct", {**good, **wrong}, user=discord_server.maintainer
        )
        assert sentence in (await exchange.message()).content
    missing = await discord_server.slash(
        "corpus undo", {"correction": 7}, user=discord_server.maintainer
    )
    assert "There is no correction 7." in (await missing.message()).content
    assert library.generation.number == 1
    nothing = await discord_server.autocomplete(
        "corpus correct", "fact", "", {"citation": "x"}, user=discord_server.maintainer
    )
    assert nothing == ()
