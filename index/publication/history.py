"""What was done to the corpus, generation by generation, and what is new since."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from index.database import Database
from index.item_life.statuses import Actor
from index.publication.fact_changes import FactChange, fact_changes
from index.repositories.generations import Action, GenerationRepository, Listed, Publication
from index.repositories.merged_facts import MergedFactRepository
from index.repositories.remembered import Remembered

ROLLBACK_DEPTH = 10  # generations that can be gone back to


@dataclass(frozen=True, slots=True)
class GenerationEntry:
    """One generation, and how its documents differ from those of the one before.

    Attributes:
        changed: files whose content changed, under the ids that they have since.
        can_be_restored: whether a rollback reaches back to it.
    """

    number: int
    at: datetime
    action: Action
    actor: Actor
    note: str
    added: tuple[Listed, ...]
    changed: tuple[Listed, ...]
    removed: tuple[Listed, ...]
    can_be_restored: bool


async def read_history(
    database: Database, since: int | date | None = None
) -> tuple[GenerationEntry, ...]:
    """What was published after a generation, or on a day (UTC) and later; newest first."""
    entries = []
    async with database.snapshot() as connection:
        generations = GenerationRepository(connection)
        publications = await generations.all()
        first = next((n for n, each in enumerate(publications) if _is_later(each, since)), None)
        if first is None:
            return ()
        before = await generations.listed(publications[first].number - 1)
        for publication in publications[first:]:
            after = await generations.listed(publication.number)
            entries.append(_entry(publication, before, after, publications[-1].number))
            before = after
    return tuple(reversed(entries))


async def read_news(database: Database, since: int | date) -> tuple[FactChange, ...]:
    """How the facts differ since a generation, or the last one before a day (UTC).

    Empty where nothing was published since, or the facts of then are no longer kept.
    """
    async with database.snapshot() as connection:
        publications = await GenerationRepository(connection).all()
        earlier = [each for each in publications if not _is_later(each, since)]
        then = earlier[-1] if earlier else None
        facts = MergedFactRepository(connection, Remembered())
        before = await facts.get(then.fact_set) if then and then.fact_set is not None else None
        now = publications[-1].fact_set if publications else None
        after = await facts.get(now) if now is not None else None
    if before is None or after is None or before == after:
        return ()
    return await asyncio.to_thread(fact_changes, before, after)


def can_be_restored(number: int, current: int) -> bool:
    """Whether a rollback reaches a generation: one of the ten before the current one."""
    return max(1, current - ROLLBACK_DEPTH) <= number < current


def _is_later(publication: Publication, since: int | date | None) -> bool:
    if isinstance(since, int):
        return publication.number > since
    return since is None or publication.published_at.date() >= since


def _entry(
    publication: Publication, before: Sequence[Listed], after: Sequence[Listed], current: int
) -> GenerationEntry:
    old, new = ({each.file: each for each in some} for some in (before, after))
    return GenerationEntry(
        number=publication.number,
        at=publication.published_at,
        action=publication.action,
        actor=publication.actor,
        note=publication.note,
        added=tuple(new[file] for file in new if file not in old),
        changed=tuple(
            new[file]
            for file in new
            if file in old and new[file].source_hash != old[file].source_hash
        ),
        removed=tuple(old[file] for file in old if file not in new),
        can_be_restored=can_be_restored(publication.number, current),
    )
