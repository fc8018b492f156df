"""Contexts outlive a restart, expire, and stay few."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from index.answers import AnswerKind
from index.conversing.memory import Memory
from index.conversing.turns import Context, Turn
from index.database import Database, open_database
from index.repositories import conversations
from index.repositories.columns import fetch

DAY = timedelta(days=1)
NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
TURN = Turn(
    "Was “Fiji” at the meeting?",
    AnswerKind.ATTENDANCE,
    ("2014-suva",),
    "2014-suva",
    ("Fiji", "Tonga"),
    ("2014-suva#p3",),
)
CONTEXT = Context((Turn("Who?"), TURN))


ALEX = "17"


def plain(context: Context | None) -> Context:
    """A context as it was before it was kept, when nobody's pseudonym stood in it."""
    turns = context.turns if context else ()
    assert all(turn.asker for turn in turns)
    return Context(tuple(replace(turn, asker="") for turn in turns))


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "store.sqlite3") as database:
        yield database


async def test_what_is_remembered_is_recalled_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    async with open_database(path) as database:
        await Memory(database).remember(["message:1", "channel:2"], CONTEXT, ALEX, DAY)
    async with open_database(path) as database:
        for key in ("message:1", "channel:2"):
            assert plain(await Memory(database).recall([key], DAY)) == CONTEXT


async def test_the_first_key_that_holds_a_context_counts(database: Database) -> None:
    memory = Memory(database)
    await memory.remember(["channel:2"], CONTEXT, ALEX, DAY)
    assert plain(await memory.recall(["message:1", "channel:2"], DAY)) == CONTEXT
    assert await memory.recall(["message:1"], DAY) is None
    assert await memory.recall([], DAY) is None


async def test_a_key_holds_its_last_context(database: Database) -> None:
    memory = Memory(database)
    await memory.remember(["channel:2"], CONTEXT, ALEX, DAY)
    await memory.remember(["channel:2"], Context((TURN,)), ALEX, DAY)
    assert plain(await memory.recall(["channel:2"], DAY)) == Context((TURN,))


async def test_a_context_expires_and_is_dropped(database: Database) -> None:
    memory = Memory(database)
    await memory.remember(["channel:2"], CONTEXT, ALEX, DAY, NOON)
    almost = NOON + DAY - timedelta(seconds=1)
    assert plain(await memory.recall(["channel:2"], DAY, almost)) == CONTEXT
    assert await memory.recall(["channel:2"], DAY, NOON + DAY) is None
    await memory.remember(["channel:3"], CONTEXT, ALEX, DAY, NOON + DAY)
    async with database.snapshot() as connection:
        rows = await fetch(connection, "SELECT key FROM conversations")
    assert [row["key"] for row in rows] == ["channel:3"]


async def test_of_too_many_contexts_the_oldest_go(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "MOST_CONVERSATIONS", 3)
    memory = Memory(database)
    for number in range(5):
        later = NOON + timedelta(minutes=number)
        await memory.remember([f"channel:{number}"], CONTEXT, ALEX, DAY, later)
    async with database.snapshot() as connection:
        rows = await fetch(connection, "SELECT key FROM conversations ORDER BY key")
    assert [row["key"] for row in rows] == ["channel:2", "channel:3", "channel:4"]
