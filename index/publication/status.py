"""How the corpus stands: what a maintainer wants to see at one glance."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from corpus.facts import Facts, Meeting
from index.database import Database
from index.generation import Generation
from index.repositories.staged import StagedRepository


@dataclass(frozen=True, slots=True)
class CorpusStatus:
    """How the corpus stands.

    Attributes:
        corpus_date: of the latest document.
        staged: number of uploads that wait.
        disk_bytes: of the database with its journal.
        gaps: meetings that documents mention and none reports.
        search: how a search cluster stands; "" without one.
        vectors: how the sentence vectors stand; "" where none are made.
    """

    documents: int
    paragraphs: int
    generation: int
    published_at: datetime
    corpus_date: date | None
    staged: int
    disk_bytes: int
    gaps: tuple[Meeting, ...]
    search: str = ""
    vectors: str = ""


async def read_status(
    database: Database, generation: Generation, vectors: str = ""
) -> CorpusStatus:
    """How the corpus stands in this generation."""
    async with database.snapshot() as connection:
        staged = await StagedRepository(connection).all()
    documents = generation.documents.values()
    return CorpusStatus(
        documents=len(documents),
        paragraphs=sum(len(each.paragraphs) for each in documents),
        generation=generation.number,
        published_at=generation.published_at,
        corpus_date=generation.edition.corpus_date,
        staged=len(staged),
        disk_bytes=await asyncio.to_thread(_size, database.path),
        gaps=gaps(generation.facts),
        search=generation.engine.standing,
        vectors=vectors,
    )


def gaps(facts: Facts) -> tuple[Meeting, ...]:
    """The meetings that documents mention and none reports."""
    return tuple(each for each in facts.meetings if not each.reported_by)


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*"))
