"""The one way in which the corpus changes: choose, read, store."""

import time
from collections.abc import Sequence

from corpus.errors import DocumentError
from index.database import Database
from index.publication.choices import Choice
from index.publication.drafts import Draft, Progress, read_wanted
from index.publication.publishing import (
    PublishResult,
    publish,
    read_published,
    result_of,
)
from index.publication.sources import Source
from index.publication.storing import Change
from index.repositories.generations import Action


async def change_corpus(
    database: Database, choice: Choice, change: Change, progress: Progress | None = None
) -> PublishResult:
    """Publish what is chosen of the published corpus; nothing in memory changes.

    Raises:
        RapporteurError: it is refused, and nothing was written.
    """
    started = time.monotonic()
    published = await read_published(database)
    wanted = await choice(published)
    draft = await read_wanted(database, wanted, published, progress)
    if change.action is Action.ADD:
        refuse_rejected(draft, wanted.sources)
    number, items = await publish(database, published, draft, change)
    return result_of(number, published, draft, items, time.monotonic() - started)


def refuse_rejected(draft: Draft, sources: Sequence[Source]) -> None:
    """Refuse the whole where one of these files cannot be published.

    Raises:
        DocumentError: that file, and why.
    """
    files = {each.file for each in sources}
    for file, reason in draft.rejected:
        if file in files:
            raise DocumentError(file, reason)
