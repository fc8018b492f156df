"""Questions that nothing answered and answers that were called wrong, by person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import aiosqlite

from corpus.documents import Citation
from index.repositories.columns import fetch

MOST_QUESTIONS = 10_000  # rows; of more, the oldest go


class Concern(StrEnum):
    """Why a maintainer should look at a question."""

    NOT_STATED = "not stated"
    CALLED_WRONG = "called wrong"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person asked or called wrong, in one wording.

    Attributes:
        folded: the words alone; questions that share them are one.
        asker: pseudonym of the person.
        cited: what an answer called wrong rests on.
        note: why, if the person said.
        times: how often.
    """

    concern: Concern
    folded: str
    asker: str
    cited: tuple[Citation, ...]
    text: str
    note: str
    times: int
    first_at: datetime
    last_at: datetime


class QuestionRepository:
    """Stores what maintainers should look at, until it expires or is asked to be deleted."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def count(self, told: Told) -> None:
        """Store it, or count it once more."""
        await self._insert(
            told,
            "ON CONFLICT DO UPDATE SET times = times + excluded.times, text = excluded.text,"
            " last_at = excluded.last_at",
        )

    async def add_once(self, told: Told) -> bool:
        """Store it, unless that person has told it before; whether it is new."""
        return await self._insert(told, "ON CONFLICT DO NOTHING") > 0

    async def _insert(self, told: Told, otherwise: str) -> int:
        done = await self._connection.execute(
            f"INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) {otherwise}",  # noqa: S608
            (
                told.concern.value,
                told.folded,
                told.asker,
                "\n".join(map(str, told.cited)),
                told.text,
                told.note,
                told.times,
                told.first_at.isoformat(),
                told.last_at.isoformat(),
            ),
        )
        await self._connection.execute(
            "DELETE FROM questions WHERE last_at <= (SELECT last_at FROM questions"
            " ORDER BY last_at DESC LIMIT 1 OFFSET ?)",
            (MOST_QUESTIONS,),
        )
        return done.rowcount

    async def all(self, since: datetime) -> tuple[Told, ...]:
        """What was told after `since`, oldest first."""
        rows = await fetch(
            self._connection,
            "SELECT * FROM questions WHERE last_at > ? ORDER BY last_at, kind, folded",
            since.isoformat(),
        )
        return tuple(map(_told, rows))

    async def forget(self, until: datetime) -> int:
        """Drop what was last told before `until`; how much that was."""
        done = await self._connection.execute(
            "DELETE FROM questions WHERE last_at <= ?", (until.isoformat(),)
        )
        return done.rowcount

    async def of(self, asker: str) -> int:
        """How many rows one person has."""
        [row] = await fetch(
            self._connection, "SELECT count(*) AS kept FROM questions WHERE asker = ?", asker
        )
        return int(row["kept"])

    async def delete(self, asker: str) -> int:
        """Drop what one person told; how much that was."""
        done = await self._connection.execute("DELETE FROM questions WHERE asker = ?", (asker,))
        return done.rowcount


def _told(row: aiosqlite.Row) -> Told:
    return Told(
        concern=Concern(row["kind"]),
        folded=row["folded"],
        asker=row["asker"],
        cited=tuple(map(Citation.parse, row["cited"].splitlines())),
        text=row["text"],
        note=row["note"],
        times=row["times"],
        first_at=datetime.fromisoformat(row["first_at"]),
        last_at=datetime.fromisoformat(row["last_at"]),
    )
