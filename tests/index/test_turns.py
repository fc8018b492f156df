"""Turns are taken one after the other, by whichever process over the store."""

from pathlib import Path

from index.database import open_database
from index.turns import Turns


async def test_turns_of_one_name_follow_each_other(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    async with open_database(path) as one, open_database(path) as other:
        waits = [await Turns(database).take("identify", 100) for database in (one, other, one)]
    assert waits[0] == 0
    assert 99 < waits[1] <= 100
    assert 199 < waits[2] <= 200


async def test_turns_of_different_names_do_not(tmp_path: Path) -> None:
    async with open_database(tmp_path / "store.sqlite3") as database:
        turns = Turns(database)
        assert [await turns.take(name, 100) for name in ("first", "second")] == [0, 0]


async def test_a_turn_that_is_over_is_not_waited_for(tmp_path: Path) -> None:
    async with open_database(tmp_path / "store.sqlite3") as database:
        turns = Turns(database)
        assert [await turns.take("identify", 0) for _ in range(2)] == [0, 0]


async def test_forgotten_turns_are_free(tmp_path: Path) -> None:
    async with open_database(tmp_path / "store.sqlite3") as database:
        turns = Turns(database)
        await turns.take("identify", 100)
        await turns.forget()
        assert await turns.take("identify", 100) == 0
