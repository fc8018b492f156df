"""The merged facts of generations, which share the parts that are the same."""

from collections.abc import Iterable, Mapping, Sequence

import aiosqlite

from corpus.facts import Facts
from index.repositories.columns import fetch
from index.repositories.fact_parts import join, split
from index.repositories.facts import FactRepository
from index.repositories.remembered import Remembered


class MergedFactRepository:
    """Stores what generations state; of a new one, only the parts that differ.

    A fact set that has no parts, as stores of old have, holds its facts itself.
    """

    def __init__(self, connection: aiosqlite.Connection, remembered: Remembered) -> None:
        self._connection = connection
        self._facts = FactRepository(connection)
        self._remembered = remembered

    async def add(
        self, facts: Facts, documents: Iterable[str], before: int | None
    ) -> tuple[int, Mapping[int, Facts]]:
        """Store merged facts, whose paragraphs must be stored already.

        Args:
            facts: what the new generation states.
            documents: ids of its documents, oldest first.
            before: fact set of the generation before it.

        Returns:
            The number of the new fact set, and its parts by theirs: to be remembered once they
            are committed.
        """
        known = await self._parts(before) if before is not None else {}
        stored = await self._read(list(known.values()))
        [number] = await self._facts.reserve(1)
        parts = split(facts, documents)
        same = {
            document: known[document]
            for document, part in parts.items()
            if document in known and stored[known[document]] == part
        }
        different = [document for document in parts if document not in same]
        added = await self._facts.add_all([parts[document] for document in different])
        numbers = same | dict(zip(different, added, strict=True))
        await self._connection.executemany(
            "INSERT INTO fact_parts VALUES (?, ?, ?, ?)",
            [(number, place, each, numbers[each]) for place, each in enumerate(parts)],
        )
        return number, {numbers[document]: part for document, part in parts.items()}

    async def get(self, number: int) -> Facts:
        """The facts of a generation's fact set; none where there is no such set."""
        parts = await self._parts(number)
        if not parts:
            return await self._facts.get(number)
        return join(list((await self._read(list(parts.values()))).values()))

    async def remove_all(self, numbers: Sequence[int]) -> None:
        """Drop fact sets of generations, and the parts that no other one has."""
        held = [part for number in numbers for part in (await self._parts(number)).values()]
        await self._facts.remove_all(numbers)
        await self._connection.executemany(
            "DELETE FROM fact_sets WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM fact_parts WHERE part = ?1)",
            [(part,) for part in dict.fromkeys(held)],
        )

    async def _parts(self, number: int) -> dict[str, int]:
        """The numbers of a fact set's parts by document, in order."""
        rows = await fetch(
            self._connection,
            "SELECT document, part FROM fact_parts WHERE whole = ? ORDER BY place",
            number,
        )
        return {row["document"]: row["part"] for row in rows}

    async def _read(self, numbers: Sequence[int]) -> dict[int, Facts]:
        """Parts by number, in this order; only those that are not remembered are read.

        They are those of a published generation, and so committed.
        """
        known = self._remembered.facts
        missing = [number for number in numbers if number not in known]
        if missing:
            known.update(await self._facts.all(missing))
        return {number: known[number] for number in numbers}
