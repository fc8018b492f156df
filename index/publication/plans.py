"""What a change would make of the corpus, worked out without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.documents import Document
from corpus.facts import Extract, Facts
from index.database import Database
from index.item_life.recognition import ItemChange
from index.publication.drafts import Draft
from index.publication.publishing import PublishResult, draft_extracts, recognised_facts, result_of
from index.publication.sources import Source
from index.publication.wanted import Published
from index.repositories.merged_facts import MergedFactRepository


@dataclass(frozen=True, slots=True)
class PublishPlan:
    """What a publish would do.

    Attributes:
        result: as the publish would report it.
        sources: the files that would be read anew.
        fresh: what their documents yield.
        others: what the documents beside them yield.
        before: the merged facts of the current generation, as documents alone tell them.
        after: those of the generation that would be, action items under their lasting ids.
        documents: that the generation would hold.
    """

    result: PublishResult
    sources: tuple[Source, ...]
    fresh: tuple[Extract, ...]
    others: tuple[Extract, ...]
    before: Facts
    after: Facts
    documents: tuple[Document, ...]

    @property
    def items(self) -> Sequence[ItemChange]:
        """Known action items whose source the publish would change."""
        return self.result.items


async def plan(database: Database, published: Published, draft: Draft) -> PublishPlan:
    """Work out what publishing a draft would do."""
    recognised = await recognised_facts(database, published, draft)
    extracts, _ = await draft_extracts(database, published, draft)
    fresh = {revision.document.id for revision, _ in draft.fresh}
    return PublishPlan(
        result=result_of(published.number + 1, published, draft, recognised.changes),
        sources=tuple(source for _, source in draft.fresh),
        fresh=tuple(each for each in extracts if each.document.id in fresh),
        others=tuple(each for each in extracts if each.document.id not in fresh),
        before=await _facts_now(database, published),
        after=recognised.facts,
        documents=tuple(each.document for each in draft.members),
    )


async def _facts_now(database: Database, published: Published) -> Facts:
    publication = published.publication
    if publication is None or publication.fact_set is None:
        return Facts()
    async with database.snapshot() as connection:
        merged = MergedFactRepository(connection, database.remembered)
        return await merged.get(publication.fact_set)
