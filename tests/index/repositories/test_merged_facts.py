"""Generations share the parts of their merged facts that are the same."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio

from corpus.facts import Facts
from corpus.merging import merge
from index.database import Database, open_database
from index.item_life.statuses import NOBODY
from index.repositories.columns import fetch
from index.repositories.documents import DocumentRepository, Revision
from index.repositories.fact_parts import SHARED, join, split
from index.repositories.generations import Action, GenerationRepository, Publication
from index.repositories.merged_facts import MergedFactRepository
from index.repositories.remembered import Remembered
from tests.corpus.made_up import extract_of

TEXTS = [
    f"Statement of the Harbour Meeting\n{place}, 9 March {year}\n\nThe meeting was held in {place}"
    f" on 9 March {year}. In attendance were Fiji and Samoa. Members agreed to establish a"
    f" hotline for {matter} (HFX) by June 2020. RILON was established in {place}."
    for place, year, matter in (
        ("Suva, Fiji", 2011, "stranded seafarers"),
        ("Apia, Samoa", 2012, "lost pilots"),
        ("Nadi, Fiji", 2013, "tired divers"),
    )
]
EXTRACTS = [extract_of(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
IDS = [each.document.id for each in EXTRACTS]
FACTS = merge(EXTRACTS)


@pytest_asyncio.fixture(name="database")
async def _database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "data" / "x.sqlite3") as database:
        async with database.transaction() as connection:
            for each in EXTRACTS:
                revision = Revision(each.document.id, "", each)
                await DocumentRepository(connection).save_all([(revision, b"")])
        yield database


async def stored(database: Database, facts: Facts, before: int | None = None) -> int:
    async with database.transaction() as connection:
        repository = MergedFactRepository(connection, database.remembered)
        number, _ = await repository.add(facts, IDS, before)
    return number


async def read(database: Database, number: int) -> Facts:
    async with database.snapshot() as connection:
        return await MergedFactRepository(connection, database.remembered).get(number)


async def parts_of(database: Database, number: int) -> dict[str, int]:
    async with database.snapshot() as connection:
        query = "SELECT document, part FROM fact_parts WHERE whole = ? ORDER BY place"
        return {row["document"]: row["part"] for row in await fetch(connection, query, number)}


def test_parts_are_the_documents_own_and_join_to_the_whole() -> None:
    parts = split(FACTS, IDS)
    assert list(parts) == [SHARED, *IDS]
    assert all(parts[each].attendance and parts[each].actions for each in IDS)
    assert join(list(parts.values())) == FACTS


def test_facts_in_an_order_of_their_own_stay_together() -> None:
    turned = replace(FACTS, attendance=FACTS.attendance[::-1])
    assert split(turned, IDS) == {SHARED: turned}


async def test_a_new_generation_stores_only_the_parts_that_differ(database: Database) -> None:
    first = await stored(database, FACTS)
    actions = tuple(
        replace(each, reason="another") if each.citation.document == IDS[1] else each
        for each in FACTS.actions
    )
    changed = replace(FACTS, actions=actions)
    second = await stored(database, changed, first)
    before, after = await parts_of(database, first), await parts_of(database, second)
    assert [each for each in before if before[each] != after[each]] == [IDS[1]]
    assert await read(database, first) == FACTS
    assert await read(database, second) == changed


async def test_parts_go_with_the_last_generation_that_has_them(database: Database) -> None:
    first = await stored(database, FACTS)
    second = await stored(database, replace(FACTS, acronyms=()), first)
    async with database.transaction() as connection:
        repository = MergedFactRepository(connection, database.remembered)
        await repository.remove_all([first])
    database.remembered.keep(())
    assert await read(database, first) == Facts()
    assert await read(database, second) == replace(FACTS, acronyms=())
    async with database.transaction() as connection:
        await MergedFactRepository(connection, database.remembered).remove_all([second])
        [row] = await fetch(connection, "SELECT count(*) AS sets FROM fact_sets")
    assert row["sets"] == len(EXTRACTS)  # what each document states by itself


async def test_what_is_remembered_is_what_the_store_holds(database: Database) -> None:
    number = await stored(database, FACTS)
    once = await read(database, number)
    again = await read(database, number)
    assert once == again == FACTS
    assert once.attendance[0] is again.attendance[0]
    database.remembered.keep(())
    assert await read(database, number) == FACTS


async def test_what_is_remembered_of_another_store_is_forgotten(database: Database) -> None:
    publication = Publication(1, datetime.now(UTC), Action.PUBLISH, NOBODY, "", "", "", None)
    async with database.transaction() as connection:
        await GenerationRepository(connection).add(publication, ())
    for seen_at, kept in (
        (publication.published_at, True),
        (datetime(2020, 1, 1, tzinfo=UTC), False),
    ):
        remembered = Remembered(facts={1: FACTS}, published=(1, seen_at))
        async with database.snapshot() as connection:
            await GenerationRepository(connection).check(remembered)
        assert bool(remembered.facts) is kept
