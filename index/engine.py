"""The seam behind which ranking engines stand."""

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol


class Hit(NamedTuple):
    """A paragraph's number, from 0 in indexing order, and its score, above 0."""

    number: int
    score: float


class Engine(Protocol):
    """Ranks paragraphs for the terms of a question."""

    def top(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None = None
    ) -> list[Hit]:
        """The best paragraphs, best first, ties by number; none that holds no term.

        `among` restricts the ranking to these paragraph numbers; None ranks all.
        """
        ...

    def rarity(self, term: str) -> float:
        """The idf of a term; 0 where no paragraph holds it."""
        ...

    @property
    def rarity_of_unknown(self) -> float:
        """The idf that a term in no paragraph would have: the highest there can be."""
        ...

    @property
    def standing(self) -> str:
        """How an engine beyond this process stands, in a sentence; "" for one inside it."""
        ...

    @property
    def vocabulary(self) -> Collection[str]:
        """Every term that some paragraph holds."""
        ...
