"""The contexts of conversations, by key, as long as they are fresh."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

import aiosqlite

from index.answers import AnswerKind
from index.conversing.turns import Context, Turn
from index.repositories.columns import fetch

MOST_CONVERSATIONS = 10_000
_COUNT_OF = """SELECT count(*) AS kept FROM conversations WHERE EXISTS
    (SELECT 1 FROM json_each(turns) WHERE json_extract(value, '$.asker') = ?)"""
_DELETE_OF = _COUNT_OF.replace("SELECT count(*) AS kept", "DELETE", 1)


class ConversationRepository:
    """Stores contexts; each key holds the last one that it was given."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def find(self, key: str, since: datetime) -> Context | None:
        """The context under this key, if it was put there after `since`."""
        rows = await fetch(
            self._connection,
            "SELECT turns FROM conversations WHERE key = ? AND updated_at > ?",
            key,
            since.isoformat(),
        )
        return _context(rows[0]["turns"]) if rows else None

    async def put(self, keys: Iterable[str], context: Context, now: datetime) -> None:
        """Put a context under each of these keys, in place of what they held."""
        turns = json.dumps([asdict(turn) for turn in context.turns], ensure_ascii=False)
        await self._connection.executemany(
            "INSERT OR REPLACE INTO conversations VALUES (?, ?, ?)",
            [(key, now.isoformat(), turns) for key in keys],
        )

    async def of(self, asker: str) -> int:
        """How many contexts hold a turn of one person."""
        [row] = await fetch(self._connection, _COUNT_OF, asker)
        return int(row["kept"])

    async def delete(self, asker: str) -> int:
        """Drop every context that holds a turn of one person; how many those were."""
        done = await self._connection.execute(_DELETE_OF, (asker,))
        return done.rowcount

    async def forget(self, until: datetime) -> None:
        """Drop what was put before `until`, and of too many the oldest."""
        await self._connection.execute(
            "DELETE FROM conversations WHERE updated_at <= ?", (until.isoformat(),)
        )
        await self._connection.execute(
            "DELETE FROM conversations WHERE updated_at <= (SELECT updated_at FROM conversations"
            " ORDER BY updated_at DESC LIMIT 1 OFFSET ?)",
            (MOST_CONVERSATIONS,),
        )


def _context(turns: str) -> Context:
    return Context(tuple(_turn(**each) for each in json.loads(turns)))


def _turn(
    question: str,
    kind: str,
    meetings: list[str],
    shown: str,
    delegations: list[str],
    citations: list[str],
    asker: str = "",  # not told before schema 9
    asked: str = "",  # nor these before conversations could be exported
    lent: str = "",
) -> Turn:
    return Turn(
        question,
        AnswerKind(kind),
        tuple(meetings),
        shown,
        tuple(delegations),
        tuple(citations),
        asker,
        asked,
        lent,
    )
