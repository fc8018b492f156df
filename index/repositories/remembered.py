"""What was read from the store and cannot have changed since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from corpus.documents import Document
from corpus.facts import Extract, Facts
from corpus.merging import Merger
from index.item_life.item_matching import KnownItem


@dataclass(slots=True)
class Remembered:
    """Documents, what was read from them, and facts, by the number of their fact set.

    What is committed under a number stays: a document read anew gets another. No number is
    given twice, as the highest belongs to what is newest. What a transaction may still undo
    must not be remembered.

    Attributes:
        facts: parts of merged facts.
        items: action items as a generation states them, by its number.
        published: number and time of the last generation that was seen: another store, such as
            one put back from a backup, has not the same one.
        merger: has merged what was published here.
    """

    documents: dict[int, Document] = field(default_factory=dict)
    extracts: dict[int, Extract] = field(default_factory=dict)
    facts: dict[int, Facts] = field(default_factory=dict)
    items: dict[int, Sequence[KnownItem]] = field(default_factory=dict)
    published: tuple[int, datetime] | None = None
    merger: Merger = field(default_factory=Merger)

    def take(self, extracts: Mapping[int, Extract], facts: Mapping[int, Facts]) -> None:
        """Remember what has just been committed: documents with their facts, and parts."""
        self.documents.update({number: each.document for number, each in extracts.items()})
        self.extracts.update(extracts)
        self.facts.update(facts)

    def forget(self) -> None:
        """Forget everything."""
        self.keep(())
        self.items.clear()
        self.published = None

    def keep(self, numbers: Collection[int]) -> None:
        """Forget all but these."""
        for known in (self.documents, self.extracts, self.facts):
            for number in known.keys() - numbers:
                del known[number]
