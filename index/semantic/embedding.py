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

_AT_ONCE = 64  # sentences stored together, and lost where the process is killed


async def with_vectors(
    database: Database, generation: Generation, embedder: Embedder, report: Progress | None = None
) -> Generation:
    """The generation with the vectors of its sentences; the event loop stays free.

    A sentence is embedded once for ever: only new ones take time, some 5 ms each, and an
    interrupted run goes on where it was.
    """
    speller = Speller(generation.facts.acronyms)
    texts = await asyncio.to_thread(readings, generation.indexed, speller)
    distinct = list(dict.fromkeys(text for group in texts for text in group))
    async with database.snapshot() as connection:
        vectors = await VectorRepository(connection).find(embedder.name, distinct)
    missing = iter([each for each in distinct if each not in vectors])
    while batch := list(islice(missing, _AT_ONCE)):
        made = await asyncio.to_thread(_embed, embedder, batch)
        async with database.transaction() as connection:
            await VectorRepository(connection).add_all(embedder.name, made)
        vectors |= made
        if report is not None:
            report(len(vectors), len(distinct), "sentence vectors")
    matrix = await asyncio.to_thread(SentenceVectors, embedder, vectors, texts, speller)
    return replace(generation, vectors=matrix)


def _embed(embedder: Embedder, sentences: Sequence[str]) -> dict[str, KeptVector]:
    return {each: embedder.embed(each).astype(np.float16) for each in sentences}
