"""Statuses that people set: stored before they count, over restarts and reindexes."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from corpus.documents import Citation
from corpus.facts import ActionItem, Status
from index.database import open_database
from index.errors import NotFoundError
from index.item_life.recording import UnknownCitationError
from index.item_life.selecting import ActionOptions, select_actions
from index.item_life.statuses import Actor, EventKind, StatusError
from index.library import FILE_NAME, Library, open_library
from index.repositories.columns import fetch

MARIA = Actor("1", "Maria")
ALEX = Actor("2", "Alex")


@pytest.fixture
def folder() -> Path:
    """Two made-up statements of a made-up process; read only."""
    return Path(__file__).parents[1] / "lagoon"


@pytest_asyncio.fixture
async def library(data: Path, folder: Path) -> AsyncIterator[Library]:
    async with open_library(data, folder) as library:
        yield library


def item_of(library: Library, words: str) -> ActionItem:
    [item] = [each for each in library.generation.facts.actions if words in each.text]
    return item


async def test_an_update_counts_at_once_and_after_a_restart(
    library: Library, data: Path, folder: Path
) -> None:
    item = item_of(library, "newsletter")
    before = library.generation
    recorded = await library.update_action(item.id, Status.DONE, "it is out", actor=MARIA)
    assert recorded.item.status is Status.DONE
    assert "Maria" in recorded.item.reason
    assert item_of(library, "newsletter") == recorded.item
    assert item in before.facts.actions  # who had taken the generation keeps it
    async with open_library(data, folder) as reopened:
        assert item_of(reopened, "newsletter") == recorded.item
        assert reopened.action_history(item.id) == (recorded.event,)


async def test_evidence_is_quoted_from_its_paragraph(library: Library) -> None:
    item = item_of(library, "newsletter")
    document = next(iter(library.generation.documents.values()))
    cited = document.cite(document.paragraphs[-1])
    recorded = await library.update_action(item.id, Status.DONE, evidence=cited, actor=MARIA)
    evidence = recorded.item.evidence[0]
    assert (evidence.citation, evidence.quote) == (cited, document.paragraphs[-1].text)


async def test_evidence_that_does_not_resolve_is_refused(library: Library) -> None:
    item = item_of(library, "newsletter")
    document = next(iter(library.generation.documents))
    for citation in (Citation("nowhere", 1), Citation(document, 999)):
        with pytest.raises(UnknownCitationError):
            await library.update_action(item.id, Status.DONE, evidence=citation, actor=MARIA)
    assert library.action_history(item.id) == ()


async def test_an_unknown_item_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError):
        await library.update_action("A-????", Status.OPEN, actor=MARIA)


async def test_undo_is_an_entry_of_its_own(library: Library) -> None:
    item = item_of(library, "newsletter")
    await library.update_action(item.id, Status.DONE, "it is out", actor=MARIA)
    recorded = await library.undo_action(item.id, actor=ALEX)
    assert recorded.item == item
    kinds = [each.entry.kind for each in library.action_history(item.id)]
    assert kinds == [EventKind.UPDATE, EventKind.UNDO]


async def test_a_proposal_waits_for_its_decision(library: Library) -> None:
    item = item_of(library, "newsletter")
    proposed = await library.propose_action(item.id, Status.DONE, "I have one", actor=ALEX)
    assert proposed.item == item
    number = proposed.event.number
    accepted = await library.decide_proposal(item.id, number, accepted=True, actor=MARIA)
    assert accepted.item.status is Status.DONE
    with pytest.raises(StatusError, match="accepted that proposal already"):
        await library.decide_proposal(item.id, number, accepted=False, actor=MARIA)


async def test_as_of_a_day_before_the_update_it_had_not_happened(library: Library) -> None:
    item = item_of(library, "newsletter")
    await library.update_action(item.id, Status.DROPPED, "no money", actor=MARIA)
    then = select_actions(library.generation, ActionOptions(as_of="2014-12-31"))
    today = datetime.now(UTC).date().isoformat()
    now = select_actions(library.generation, ActionOptions(as_of=today))
    assert [each.status for each in then if each.id == item.id] == [item.status]
    assert [each.status for each in now if each.id == item.id] == [Status.DROPPED]


async def test_an_update_made_while_a_reindex_runs_is_in_the_new_generation(
    data: Path, folder: Path, tmp_path: Path
) -> None:
    texts = shutil.copytree(folder, tmp_path / "texts")
    async with open_library(data, texts) as library:
        item = item_of(library, "newsletter")
        suva = texts / "suva.txt"
        suva.write_text(suva.read_text() + "\nTonga thanked everybody.\n")
        reindex = asyncio.create_task(library.reindex())
        while not reindex.done():
            await library.update_action(item.id, Status.DONE, "now", actor=MARIA)
            await asyncio.sleep(0)
        await reindex
        assert library.generation.number == 2
        assert item_of(library, "newsletter").status is Status.DONE
        assert len(library.action_history(item.id)) > 1


async def test_updates_at_once_are_all_kept_in_the_order_of_their_numbers(
    library: Library,
) -> None:
    item = item_of(library, "newsletter")
    recorded = await asyncio.gather(
        *(library.update_action(item.id, Status.OPEN, str(n), actor=MARIA) for n in range(50))
    )
    history = library.action_history(item.id)
    assert [each.number for each in history] == sorted(each.event.number for each in recorded)
    assert {each.entry.note for each in history} == {str(number) for number in range(50)}


@pytest.mark.parametrize(
    "statement", ["UPDATE item_events SET note = 'forged'", "DELETE FROM item_events"]
)
async def test_the_store_refuses_to_change_what_was_recorded(
    library: Library, data: Path, statement: str
) -> None:
    item = item_of(library, "newsletter")
    await library.update_action(item.id, Status.OPEN, "true", actor=MARIA)
    async with open_database(data / FILE_NAME) as database:
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            async with database.transaction() as connection:
                await connection.execute(statement)
        async with database.snapshot() as connection:
            [row] = await fetch(connection, "SELECT note FROM item_events")
    assert row["note"] == "true"
