"""What is stored comes back as it was, and nothing is stored without its paragraph."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from corpus.documents import Citation, Document, Form, Kind, Paragraph
from corpus.facts import (
    Acronym,
    ActionItem,
    Attendance,
    Capacity,
    Conflict,
    DateRange,
    Delegation,
    DelegationKind,
    Evidence,
    Extract,
    Facts,
    Meeting,
    Precision,
    Rilon,
    RilonStep,
    Status,
    Step,
    Strength,
)
from index.database import Database, open_database
from index.item_life.statuses import NOBODY
from index.repositories.columns import fetch
from index.repositories.documents import DocumentRepository, Named, Revision
from index.repositories.facts import FactRepository
from index.repositories.generations import Action, GenerationRepository, Member, Origin, Publication

FIRST, SECOND = Citation("2012-perth", 1), Citation("2012-perth", 2)
JUNE = DateRange(date(2012, 6, 1), date(2012, 6, 30), Precision.MONTH)
DOCUMENT = Document(
    "2012-perth",
    "perth.txt",
    "The Perth meeting",
    "Perth 2012",
    Kind.STATEMENT,
    "ab12",
    (
        Paragraph(1, "In attendance was Fiji.", Form.PROSE, "Attendance", "24"),
        Paragraph(2, "Fiji will host.", Form.ITEM, "", "a", "Members agreed:", 1),
    ),
    date(2012, 6, 1),
)
FACTS = Facts(
    meetings=(
        Meeting(
            "2012-perth",
            "The Perth meeting",
            "TEWG",
            3,
            JUNE,
            "Perth",
            "Australia",
            ("Fiji", "Australia"),
            FIRST,
            "perth.txt",
            (FIRST, SECOND),
        ),
        Meeting("other", "", "", None, None, None, None, (), SECOND),
    ),
    attendance=(
        Attendance(
            "2012-perth",
            Delegation("Fiji", DelegationKind.COUNTRY, "FJ"),
            "Republic of Fiji",
            Capacity.SPECIAL_GUEST,
            FIRST,
        ),
    ),
    actions=(
        ActionItem(
            "A-12AB",
            "Fiji will host.",
            "Members agreed:",
            ("Fiji", "members"),
            "in June",
            JUNE,
            Strength.OFFER,
            "2012-perth",
            SECOND,
            Status.FOLLOWED_UP,
            "Because.",
            (Evidence(FIRST, "In attendance was Fiji.", "same owner"),),
        ),
        ActionItem("A-0000", "x", "", (), "", None, Strength.DECISION, "", FIRST),
    ),
    rilons=(
        Rilon(
            "Suva",
            "Fiji",
            Step.ESTABLISHED,
            (RilonStep(Step.CONSIDERING, None, FIRST), RilonStep(Step.MET, JUNE, SECOND)),
        ),
        Rilon(None, "Pakistan", Step.CONSIDERING, ()),
    ),
    acronyms=(Acronym("TEWG", "Technical Experts Working Group", FIRST),),
    conflicts=(Conflict("Dates of Perth", (("June", FIRST), ("July", SECOND))),),
)


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "store.sqlite3") as opened:
        yield opened


async def store(database: Database, document: Document, facts: Facts) -> None:
    extract = Extract(
        document,
        facts.meetings,
        facts.attendance,
        facts.actions,
        facts.rilons,
        facts.acronyms,
        ("No date.", "Two meetings."),
    )
    async with database.transaction() as connection:
        revision = Revision("perth", "reader", extract)
        await DocumentRepository(connection).save_all([(revision, b"original")])


async def publish(
    database: Database, number: int, *documents: Document, fact_set: int | None = None
) -> None:
    day = datetime(2024, 1, 1, tzinfo=UTC)
    publication = Publication(number, day, Action.PUBLISH, NOBODY, "", "folder", "reader", fact_set)
    async with database.transaction() as connection:
        members = [Member(each, Origin.FOLDER) for each in documents]
        await GenerationRepository(connection).add(publication, members)


async def test_facts_come_back_as_they_were(database: Database) -> None:
    await store(database, DOCUMENT, Facts())
    async with database.transaction() as connection:
        number = await FactRepository(connection).add(FACTS)
    async with database.snapshot() as connection:
        assert await FactRepository(connection).get(number) == FACTS


async def test_fact_sets_do_not_mix(database: Database) -> None:
    await store(database, DOCUMENT, FACTS)
    async with database.transaction() as connection:
        other = await FactRepository(connection).add(Facts(meetings=FACTS.meetings[1:]))
    async with database.snapshot() as connection:
        assert await FactRepository(connection).get(other) == Facts(meetings=FACTS.meetings[1:])


async def test_fact_without_its_paragraph_is_refused(database: Database) -> None:
    await store(database, DOCUMENT, Facts())
    stray = Acronym("XY", "X-ray Yankee", Citation("2012-perth", 3))
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as connection:
            await FactRepository(connection).add(Facts(acronyms=(stray,)))


async def test_removed_fact_set_leaves_no_rows(database: Database) -> None:
    await store(database, DOCUMENT, Facts())
    async with database.transaction() as connection:
        facts = FactRepository(connection)
        await facts.remove_all([await facts.add(FACTS)])
        for table in ("meetings", "meeting_mentions", "action_owners", "rilon_steps", "conflicts"):
            assert not await fetch(connection, f"SELECT * FROM {table}")


async def test_revision_comes_back_with_its_facts_and_warnings(database: Database) -> None:
    await store(database, DOCUMENT, FACTS)
    await publish(database, 1, DOCUMENT)
    async with database.snapshot() as connection:
        documents = DocumentRepository(connection)
        [(document, _)] = await documents.members(1)
        [revision] = await documents.revisions([document])
    assert document == DOCUMENT
    assert revision.family == "perth"
    assert revision.extract.actions == FACTS.actions
    assert revision.extract.warnings == ("No date.", "Two meetings.")


async def test_original_is_kept_byte_for_byte(database: Database) -> None:
    await store(database, DOCUMENT, FACTS)
    async with database.snapshot() as connection:
        [row] = await fetch(connection, "SELECT hash, content FROM originals")
    assert tuple(row) == ("ab12", b"original")


async def test_document_read_anew_keeps_its_words_and_replaces_its_facts(
    database: Database,
) -> None:
    await store(database, DOCUMENT, FACTS)
    changed = replace(
        DOCUMENT,
        label="Perth",
        paragraphs=tuple(
            replace(each, section="New", text="Forged.") for each in DOCUMENT.paragraphs
        ),
    )
    await store(database, changed, Facts())
    await publish(database, 1, changed)
    async with database.snapshot() as connection:
        [(document, _)] = await DocumentRepository(connection).members(1)
        sets = await fetch(connection, "SELECT id FROM fact_sets")
    assert document.label == "Perth"
    assert [each.section for each in document.paragraphs] == ["New", "New"]
    assert [each.text for each in document.paragraphs] == [
        each.text for each in DOCUMENT.paragraphs
    ]
    assert len(sets) == 1


async def test_document_is_found_in_its_latest_file_after_it_left(database: Database) -> None:
    await store(database, DOCUMENT, FACTS)
    await publish(database, 1, DOCUMENT)
    await publish(database, 2, replace(DOCUMENT, file="renamed.txt"))
    await publish(database, 3)
    async with database.snapshot() as connection:
        documents = DocumentRepository(connection)
        assert await documents.members(3) == ()
        found = await documents.find("2012-perth")
        assert await documents.find("unknown") is None
    assert found == Named(replace(DOCUMENT, file="renamed.txt"), "perth")


async def test_latest_generation_is_current_and_can_move_to_another_folder(
    database: Database,
) -> None:
    async with database.snapshot() as connection:
        assert await GenerationRepository(connection).current() is None
    await publish(database, 1)
    await publish(database, 2)
    async with database.transaction() as connection:
        generations = GenerationRepository(connection)
        current = await generations.current()
        await generations.move(2, "elsewhere")
        moved = await generations.current()
    assert current is not None
    assert moved is not None
    assert (current.number, current.folder, moved.folder) == (2, "folder", "elsewhere")
    assert current.published_at == datetime(2024, 1, 1, tzinfo=UTC)


async def test_only_older_generations_give_up_their_facts(database: Database) -> None:
    async with database.transaction() as connection:
        sets = [await FactRepository(connection).add(Facts()) for _ in range(3)]
    for number, fact_set in enumerate(sets, start=1):
        await publish(database, number, fact_set=fact_set)
    async with database.transaction() as connection:
        generations = GenerationRepository(connection)
        assert await generations.forget_facts(3) == tuple(sets[:2])
        assert await generations.forget_facts(3) == ()
        current = await generations.current()
    assert current is not None
    assert current.fact_set == sets[2]
