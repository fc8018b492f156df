"""Looking ahead: what a change would make of the corpus and of its golden figures."""

import asyncio
from collections import deque
from collections.abc import Hashable, Sequence

from index.database import Database
from index.evaluation import QuestionScores
from index.publication.changing import refuse_rejected
from index.publication.choices import (
    Choice,
    file_beside,
    found_staged,
    uploads_beside,
    without_document,
)
from index.publication.drafts import read_wanted
from index.publication.dry_runs import DryRun, dry_run_of
from index.publication.golden import Golden, GoldenChange, LowersGoldenError
from index.publication.plans import PublishPlan, plan
from index.publication.publishing import read_published
from index.publication.sources import Source
from index.repositories.generations import Origin
from index.serving import Serving

_COMPARED = 4  # plans whose golden figures are kept


class Planning:
    """Works out what publishing would do; nothing is written."""

    def __init__(self, database: Database, serving: Serving, golden: Golden) -> None:
        self._database = database
        self._serving = serving
        self._golden = golden
        self._compared: deque[tuple[Hashable, GoldenChange]] = deque(maxlen=_COMPARED)
        self._comparing = asyncio.Lock()

    async def uploads(self, staged_ids: Sequence[str]) -> PublishPlan:
        """What publishing these uploads would do.

        Raises:
            NotFoundError: nothing is staged under one of the ids.
            DocumentError: one cannot be published any more.
        """
        return await self._plan(uploads_beside(self._database, staged_ids))

    async def file(self, file: str, content: bytes) -> PublishPlan:
        """What publishing this file would do, which is not staged.

        Raises:
            DocumentError: it cannot be published.
        """
        return await self._plan(file_beside(Source(file, content, Origin.UPLOAD)))

    async def removal(self, document_id: str) -> PublishPlan:
        """What taking a document out would do.

        Raises:
            NotFoundError: it is not published.
        """
        return await self._plan(without_document(document_id))

    async def dry_run(self, staged_ids: Sequence[str]) -> DryRun:
        """What publishing these uploads together would do; golden figures if they are known.

        Raises:
            NotFoundError, DocumentError: as `uploads`.
        """
        uploads = await found_staged(self._database, staged_ids)
        planned = await self.uploads([each.id for each in uploads])
        golden = self._known_change(self._compared_as(planned))
        return await asyncio.to_thread(dry_run_of, planned, uploads, golden)

    async def golden_change(self, planned: PublishPlan) -> GoldenChange:
        """How the golden questions would be answered; some 10 ms of computing for each at first.

        Raises:
            DocumentError, InputError: their file cannot be read.
        """
        async with self._comparing:
            serving, key = self._serving.generation, self._compared_as(planned)
            change = self._known_change(key)
            if change is None:
                would_be = await self._serving.prospective(planned.documents, planned.after)
                change = await self._golden.change(serving, would_be)
                self._compared.append((key, change))
            return change

    async def check_golden(self, planned: PublishPlan) -> None:
        """Let through what lowers no golden figure; raises what `golden_change` does, too.

        Raises:
            LowersGoldenError: publishing these uploads would.
        """
        change = await self.golden_change(planned)
        if change.lowers:
            raise LowersGoldenError(change)

    async def golden_scores(self) -> QuestionScores:
        """How the golden questions are answered now; raises where their file cannot be read."""
        return await self._golden.scores(self._serving.generation)

    @property
    def known_scores(self) -> QuestionScores | None:
        """The same where they were asked already."""
        return self._golden.known(self._serving.generation)

    def _compared_as(self, planned: PublishPlan) -> Hashable:
        """What the golden figures of a plan depend on."""
        sources = tuple((each.file, each.hash, each.details) for each in planned.sources)
        documents = tuple(each.id for each in planned.documents)
        return self._serving.generation.state, sources, documents

    def _known_change(self, key: Hashable) -> GoldenChange | None:
        return next((change for known, change in self._compared if known == key), None)

    async def _plan(self, choice: Choice) -> PublishPlan:
        published = await read_published(self._database)
        wanted = await choice(published)
        draft = await read_wanted(self._database, wanted, published)
        refuse_rejected(draft, wanted.sources)
        return await plan(self._database, published, draft)
