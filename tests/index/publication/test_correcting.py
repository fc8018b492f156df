"""Corrections are published, survive what happens to the corpus, and are listed and taken back."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from corpus.documents import Citation
from corpus.facts import Attendance, Capacity
from index.errors import AmbiguousError, InputError, NotFoundError
from index.item_life.statuses import Actor
from index.library import FILE_NAME, Library, open_library
from index.publication.correcting import State
from index.repositories.generations import Action
from tests.index.publication.test_corrections import TEXTS

MARIA, OTTO = Actor("1", "Maria"), Actor("2", "Otto")
FACT = "attendance/Tuvalu/observer"
SENTENCE = "Tuvalu attended the meeting as an observer."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest_asyncio.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    async with open_library(data, folder) as library:
        yield library


def tuvalu(library: Library) -> Attendance:
    [found] = [
        each
        for each in library.generation.facts.attendance
        if each.delegation.name == "Tuvalu" and "apia" in each.citation.document
    ]
    return found


def place(library: Library) -> Citation:
    return tuvalu(library).citation


def write(path: Path, text: str) -> None:
    path.write_text(text)


async def states(library: Library) -> list[State]:
    return [each.state for each in await library.corrections.all()]


async def test_a_correction_is_a_generation_of_its_own_that_says_who_and_why(
    library: Library,
) -> None:
    before = library.generation.facts
    result = await library.corrections.correct(
        place(library), FACT, "special guest", "The list says so.", actor=MARIA
    )
    assert (result.generation, library.generation.number) == (2, 2)
    found = tuvalu(library)
    assert (found.capacity, found.corrected) == (
        Capacity.SPECIAL_GUEST,
        library.generation.published_at.date(),
    )
    assert {e for e in before.attendance if e.delegation.name != "Tuvalu"} <= set(
        library.generation.facts.attendance
    )
    assert library.generation.facts.actions == before.actions
    [latest, _] = await library.publications.history()
    publication = latest
    assert (publication.action, publication.actor) == (Action.CORRECT, MARIA)
    assert "Tuvalu: observer: set to “special guest”. The list says so." in publication.note
    [entry] = await library.corrections.all()
    assert (entry.correction.actor, entry.correction.note) == (MARIA, "The list says so.")


async def test_a_correction_survives_edits_moves_restarts_and_returns(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        await library.corrections.correct(
            place(library), FACT, "special guest", "See.", actor=MARIA
        )
    apia = folder / "apia.txt"
    blocks = TEXTS["apia"].split("\n\n")
    for text, state, capacity in (
        ("\n\n".join([*blocks[:3], "A new opening.", *blocks[3:]]), State.APPLIED, "special guest"),
        ("\n\n".join([*blocks[:3], *reversed(blocks[3:])]), State.APPLIED, "special guest"),
        (TEXTS["apia"].replace("Kiribati", "Palau"), State.WAITING, "observer"),
        (TEXTS["apia"], State.APPLIED, "special guest"),
    ):
        write(apia, text)
        async with open_library(data, folder) as library:
            await library.reindex()
            assert await states(library) == [state]
            assert tuvalu(library).capacity.value == capacity
    apia.unlink()
    async with open_library(data, folder) as library:
        await library.reindex()
        assert await states(library) == [State.WAITING]
        await library.publications.rollback(library.generation.number - 1, actor=OTTO)
        assert tuvalu(library).capacity is Capacity.SPECIAL_GUEST


async def test_other_code_reads_anew_and_the_correction_still_holds(
    data: Path, folder: Path
) -> None:
    async with open_library(data, folder) as library:
        await library.corrections.correct(place(library), FACT, None, "No.", actor=MARIA)
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE generations SET reader = 'older'")
        connection.execute("UPDATE documents SET reader = 'older'")
    async with open_library(data, folder) as library:
        assert library.opening is not None
        attended = [e for e in library.generation.facts.attendance if "apia" in e.meeting]
        assert attended
        assert "Tuvalu" not in {each.delegation.name for each in attended}
        assert await states(library) == [State.APPLIED]


async def test_taking_a_correction_back_is_an_entry_of_its_own(library: Library) -> None:
    where = place(library)
    await library.corrections.correct(where, FACT, "special guest", "One.", actor=MARIA)
    await library.corrections.correct(where, FACT, None, "Two.", actor=OTTO)
    assert await states(library) == [State.APPLIED, State.REPLACED]
    await library.corrections.undo(2, "Sorry.", actor=OTTO)
    assert tuvalu(library).capacity is Capacity.SPECIAL_GUEST
    assert await states(library) == [State.UNDONE, State.APPLIED]
    with pytest.raises(InputError, match="already"):
        await library.corrections.undo(2, actor=OTTO)
    await library.corrections.undo(1, actor=OTTO)
    assert (tuvalu(library).capacity, tuvalu(library).corrected) == (Capacity.OBSERVER, None)
    assert library.generation.number == 5
    for number in (3, 99):
        with pytest.raises(NotFoundError):
            await library.corrections.undo(number, actor=OTTO)


async def test_an_item_keeps_its_id_and_its_life_when_it_is_corrected(library: Library) -> None:
    item = library.generation.facts.actions[0]
    await library.corrections.correct(item.citation, "owners", "Palau", "Asked.", actor=MARIA)
    [found] = [each for each in library.generation.facts.actions if each.text == item.text]
    assert (found.id, found.owners) == (item.id, ("Palau",))
    assert library.action_history(item.id) == ()


async def test_what_cannot_be_told_or_read_is_refused_and_nothing_is_published(
    library: Library,
) -> None:
    where = place(library)
    for fact, value, error in (
        ("attendance/Palau/observer", None, NotFoundError),
        ("participant", None, AmbiguousError),
        (FACT, "", InputError),
        (FACT, "x" * 301, InputError),
        ("x" * 301, None, InputError),
    ):
        with pytest.raises(error):
            await library.corrections.correct(where, fact, value, "See.", actor=MARIA)
    with pytest.raises(InputError):
        await library.corrections.correct(where, FACT, None, "x" * 401, actor=MARIA)
    with pytest.raises(NotFoundError):
        await library.corrections.correct(Citation("x-1", 1), FACT, None, "See.", actor=MARIA)
    assert library.generation.number == 1
    assert await library.corrections.all() == ()


async def test_every_entry_stays_as_it_was_made(library: Library, data: Path) -> None:
    await library.corrections.correct(place(library), FACT, None, "See.", actor=MARIA)
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        for statement in ("DELETE FROM corrections", "UPDATE corrections SET note = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)
    assert isinstance((await library.corrections.all())[0].correction.at.date(), date)
