"""Giving a generation its sentence vectors: read where stored, made where not."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from index.database import Database
from index.generation import Generation
from index.publication.drafts import Progress
from index.repositories.vectors import VectorRepository
from index.semantic.reading import readings
from index.semantic.spelling import Speller
from index.semantic.vectors import Embedder, KeptVector, SentenceVectors

_BATCH = 64  # sentences stored together, and lost where the process is killed


class Embedding:
    """Gives generations the vectors of their sentences; a sentence is embedded once for ever.

    Only new sentences take time, some 5 ms each, and what was interrupted goes on where it was.

    Args:
        embedder: None leaves all generations without vectors.
        at_once: new sentences up to which a generation waits for its vectors; None: any number.
    """

    def __init__(
        self, database: Database, embedder: Embedder | None = None, at_once: int | None = None
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._at_once = at_once
        self._made = 0, 0  # sentences of the generation that have a vector, and all of them

    async def at_once(self, generation: Generation, report: Progress | None = None) -> Generation:
        """The generation with its vectors, or as it is where too many have to be made."""
        return await self._embedded(generation, self._at_once, report)

    async def whole(self, generation: Generation, report: Progress | None = None) -> Generation:
        """The generation with its vectors, however long that takes; the event loop stays free."""
        return await self._embedded(generation, None, report)

    def lacks(self, generation: Generation) -> bool:
        """Whether a generation has yet to be given its vectors."""
        return self._embedder is not None and generation.vectors is None

    def standing(self, generation: Generation) -> str:
        """How far they are, as a line of the corpus's status; "" without an embedder."""
        if self._embedder is None:
            return ""
        if generation.vectors is not None:
            return f"Sentence vectors: {len(generation.vectors):,}"
        made, wanted = self._made
        return f"Sentence vectors: {made:,} of {wanted:,}; until all are made, answers go by words"

    async def _embedded(
        self, generation: Generation, most: int | None, report: Progress | None
    ) -> Generation:
        if self._embedder is None:
            return generation
        embedder, speller = self._embedder, Speller(generation.facts.acronyms)
        texts = await asyncio.to_thread(readings, generation.indexed, speller)
        distinct = list(dict.fromkeys(text for group in texts for text in group))
        async with self._database.snapshot() as connection:
            vectors = await VectorRepository(connection).find(embedder.name, distinct)
        self._made = len(vectors), len(distinct)
        if most is not None and len(distinct) - len(vectors) > most:
            return generation
        missing = iter([each for each in distinct if each not in vectors])
        while batch := list(islice(missing, _BATCH)):
            vectors |= await self._make(embedder, batch)
            self._made = len(vectors), len(distinct)
            if report is not None:
                report(*self._made, "sentence vectors")
        matrix = await asyncio.to_thread(SentenceVectors, embedder, vectors, texts, speller)
        return replace(generation, vectors=matrix)

    async def _make(self, embedder: Embedder, sentences: Sequence[str]) -> dict[str, KeptVector]:
        made = await asyncio.to_thread(_embed, embedder, sentences)
        async with self._database.transaction() as connection:
            await VectorRepository(connection).add_all(embedder.name, made)
        return made


def _embed(embedder: Embedder, sentences: Sequence[str]) -> dict[str, KeptVector]:
    return {each: embedder.embed(each).astype(np.float16) for each in sentences}
