"""Sentence vectors, by model and sentence."""

import asyncio
import hashlib
from collections.abc import Iterable, Mapping

import aiosqlite
import numpy as np

from index.repositories.columns import fetch
from index.semantic.vectors import KeptVector

_STORED = np.dtype("<f2")


class VectorRepository:
    """Stores vectors; a sentence's vector of one model never changes."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def find(self, model: str, sentences: Iterable[str]) -> dict[str, KeptVector]:
        """The stored vectors of these sentences, by sentence; those that lack one are left out."""
        rows = await fetch(
            self._connection,
            "SELECT sentence_hash, vector FROM sentence_vectors WHERE model = ?",
            model,
        )
        return await asyncio.to_thread(_vectors, rows, sentences)  # hashes take their time

    async def add_all(self, model: str, vectors: Mapping[str, KeptVector]) -> None:
        """Store vectors by sentence; those that another process has stored stay."""
        await self._connection.executemany(
            "INSERT OR IGNORE INTO sentence_vectors VALUES (?, ?, ?)",
            [
                (model, _hash(sentence), vector.astype(_STORED).tobytes())
                for sentence, vector in vectors.items()
            ],
        )


def _vectors(rows: Iterable[aiosqlite.Row], sentences: Iterable[str]) -> dict[str, KeptVector]:
    stored = {row["sentence_hash"]: row["vector"] for row in rows}
    hashes = {sentence: _hash(sentence) for sentence in sentences}
    return {
        sentence: np.frombuffer(stored[key], _STORED).astype(np.float16)
        for sentence, key in hashes.items()
        if key in stored
    }


def _hash(sentence: str) -> str:
    return hashlib.sha256(sentence.encode()).hexdigest()
