"""The maintainer's month, over the loopback: every format in, every hostile file out."""

import io
import json
import shutil
import zipfile
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
import pytest_asyncio

from bot.client import Rapporteur
from corpus.pages.blocks import text_blocks
from index.library import Library, open_library
from tests.bot.running import addresses_restored, published, running
from tests.corpus.formats.makers import make_docx, make_html, make_pdf
from tests.corpus.formats.test_refusals import bomb
from tests.loopback.exchange import Exchange
from tests.loopback.message import Message, Upload
from tests.loopback.server import LoopbackDiscord

__all__ = ["published"]

MIB = 1024**2


def statement(place: str, days: str, guest: str, agreed: str) -> str:
    return f"""Meeting of the Lagoon Experts Group

Location: {place}
Date: {days}

The Lagoon Experts Group met in {place} on {days}.

The meeting was attended by representatives of Fiji, Samoa and {guest}.

Members agreed to {agreed} by the end of 2016.
"""


APIA = statement("Apia, Samoa", "3 May 2014", "Tonga", "survey the reefs")
SUVA = statement("Suva, Fiji", "4 June 2014", "Palau", "map the harbours")
NIUE = statement("Alofi, Niue", "5 July 2014", "Nauru", "count the turtles")
NOUMEA = statement("Nouméa, New Caledonia", "6 August 2014", "Kiribati", "print a “café” map")

FILES: Mapping[str, tuple[bytes, str, str]] = {
    "apia.docx": (make_docx(text_blocks(APIA)), "Apia", "Tonga"),
    "suva.pdf": (make_pdf(text_blocks(SUVA)), "Suva", "Palau"),
    "niue.html": (make_html(text_blocks(NIUE)), "Alofi", "Nauru"),
    "noumea.txt": (NOUMEA.encode("cp1252"), "Nouméa", "Kiribati"),
}


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("apia.txt", APIA)
    return buffer.getvalue()


HOSTILE: Mapping[str, tuple[Upload, str]] = {
    "30 MB": (Upload("a.txt", b"x" * (30 * MIB)), "this file is larger than 10 MiB."),
    "30 MB that is told to be small": (
        Upload("a.txt", b"x" * (30 * MIB), told_bytes=10),
        "this file is larger than 10 MiB.",
    ),
    "a zip named txt": (Upload("a.txt", zipped()), "this is a zip archive or an Office file"),
    "an executable": (Upload("a.exe", b"MZ\x90\x00" + bytes(99)), "are not read"),
    "an executable named txt": (Upload("a.txt", b"\x7fELF" + bytes(99)), "this is a program"),
    "a PDF bomb": (Upload("a.pdf", bomb(b"3 0 R " * 200_000)), "more than 500 pages"),
    "a circular PDF": (Upload("a.pdf", bomb(b"2 0 R " * 1_000)), "this PDF is damaged"),
    "nothing but scripts": (
        Upload("a.html", b"<html><body><script>alert(1)</script></body></html>"),
        "this file holds no words",
    ),
    "an empty file": (Upload("a.txt", b""), "this file is empty"),
    "a path": (Upload("../../etc/a.txt", APIA.encode()), "may be no path"),
    "a name that Markdown would set": (Upload("**a** @here.txt", b""), r"\*\*a\*\* \@here.txt: "),
    "macros": (Upload("a.docm", FILES["apia.docx"][0]), "are not read"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def library(
    published: Path, shipped_corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Library]:
    own = tmp_path_factory.mktemp("month")
    (own / "golden.json").write_text(json.dumps([]))
    data = shutil.copytree(published, own / "data")
    async with open_library(data, shipped_corpus, golden=own / "golden.json") as library:
        yield library


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(library: Library) -> AsyncIterator[LoopbackDiscord]:
    with addresses_restored():
        async with LoopbackDiscord() as discord, running(discord, library) as bot:
            assert isinstance(bot, Rapporteur)
            discord.user = discord.maintainer
            yield discord
    assert [str(each) for each in discord.violations.found] == []


async def said(exchange: Exchange) -> Message:
    """The answer, once all of it is there."""
    await exchange.message()
    return (await exchange.done(0.02)).messages[-1]


async def answer_about(discord: LoopbackDiscord, place: str) -> str:
    question = {"question": f"Who attended the {place} meeting of 2014?"}
    return (await said(await discord.slash("ask", question))).text


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("file", FILES)
async def test_a_statement_is_added_seen_published_asked_about_taken_back_and_published_again(
    discord: LoopbackDiscord, library: Library, file: str
) -> None:
    content, place, guest = FILES[file]
    before = library.generation.number
    shown = await said(await discord.slash("corpus add", {"file": Upload(file, content)}))
    assert f"Participants (3): Fiji, Samoa, {guest}" in shown.text
    assert place in shown.text
    assert guest not in await answer_about(discord, place)
    await said(await discord.press(shown, "Publish"))
    assert guest in await answer_about(discord, place)
    await said(await discord.slash("corpus rollback", {"generation": before}))
    assert guest not in await answer_about(discord, place)
    again = await said(await discord.slash("corpus add", {"file": Upload(file, content)}))
    await said(await discord.press(again, "Publish"))
    assert guest in await answer_about(discord, place)
    assert library.generation.number == before + 3


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("kind", HOSTILE)
async def test_a_hostile_file_gets_one_sentence_and_changes_nothing(
    discord: LoopbackDiscord, library: Library, kind: str
) -> None:
    upload, sentence = HOSTILE[kind]
    before = library.generation
    exchange = await discord.slash("corpus add", {"file": upload})
    refused = await said(exchange)
    assert sentence in refused.text
    assert refused.text.count(". ") == 0
    assert refused.text.endswith(".")
    assert exchange.ephemeral
    assert library.generation is before
    assert await library.uploads.waiting() == ()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_scripts_of_a_page_are_left_out_and_that_is_said(
    discord: LoopbackDiscord, library: Library
) -> None:
    page = make_html(text_blocks(statement("Majuro, Marshall Islands", "7 May 2014", "Guam", "x")))
    page = page.replace(b"</body>", b"<script>Tuvalu attended the meeting.</script></body>")
    shown = await said(await discord.slash("corpus add", {"file": Upload("majuro.html", page)}))
    assert "Its scripts were left out: they were neither run nor read." in shown.text
    assert "Tuvalu" not in shown.text
    await said(await discord.press(shown, "Discard"))
    assert await library.uploads.waiting() == ()
