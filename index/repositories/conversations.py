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
) -> Turn:
    return Turn(
        question,
        AnswerKind(kind),
        tuple(meetings),
        shown,
        tuple(delegations),
        tuple(citations),
    )
