"""Files read in other processes yield what they yield when read here."""

import os

import pytest

from corpus.errors import DocumentError
from index.publication import reading_ahead as ahead
from index.publication.sources import Source
from tests.corpus.made_up import extract_of
from tests.index.publication.texts import statement

TEXTS = [
    statement(place, "14 - 15 December 2009", "Tonga", "train forty officers")
    for place in ("Perth, Australia", "Suva, Fiji", "Apia, Samoa")
]
SOURCES = [Source(f"{number}.txt", text.encode()) for number, text in enumerate(TEXTS)]


async def test_processes_read_what_is_read_here_in_any_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead, "ENOUGH", 1)
    monkeypatch.setattr(ahead, "processes", lambda: 2)
    bad = Source("bad.txt", b"\x00\x01\x02")
    async with ahead.reading_ahead([bad, *SOURCES]) as reading:
        with pytest.raises(DocumentError, match=r"^bad\.txt: "):
            await reading.of(bad)
        found = [await reading.of(each) for each in SOURCES]
    assert found == [extract_of(text, f"{number}.txt") for number, text in enumerate(TEXTS)]


async def test_few_files_are_left_to_the_caller() -> None:
    async with ahead.reading_ahead(SOURCES) as reading:
        assert [await reading.of(each) for each in SOURCES] == [None] * 3


async def test_where_processes_die_files_are_left_to_the_caller(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead, "ENOUGH", 1)
    monkeypatch.setattr(ahead, "processes", lambda: 2)
    monkeypatch.setattr(ahead, "_prepare", os.abort)
    async with ahead.reading_ahead(SOURCES) as reading:
        assert [await reading.of(each) for each in SOURCES] == [None] * 3
