"""What maintainers look at, by the name of its command; the console and Discord show the same."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from corpus.documents import Citation
from index.answers import Answer
from index.errors import NotFoundError
from index.library import Library
from index.options import parse_since
from index.publication.fact_changes import fact_changes
from index.publication.preview import Preview, preview_of
from index.replies.corpus import history_reply, removal_reply, staged_reply, status_reply
from index.replies.corrections import corrections_reply, stated_reply
from index.replies.preview import preview_reply
from index.repositories.staged import Staged

STATUS = "status"
STAGED = "staged"
HISTORY = "history"
CORRECTIONS = "corrections"
FACTS = "facts"


async def status(library: Library) -> Answer:
    """How the corpus stands."""
    found = await library.publications.status()
    scores = await library.publications.golden_scores()
    return await asyncio.to_thread(status_reply, library.generation, found, scores)


async def staged(library: Library, upload: str = "") -> Answer:
    """The uploads that wait; or of one of them the dry run.

    Raises:
        NotFoundError: it is not staged.
        DocumentError: it cannot be published any more.
    """
    if not upload:
        return staged_reply(await library.uploads.waiting())
    found, preview = await dry_run(library, upload)
    return await asyncio.to_thread(preview_reply, library.generation, preview, found)


async def dry_run(library: Library, upload: str) -> tuple[Staged, Preview]:
    """An upload, and what publishing it would do; raises what `staged` does."""
    plan = await library.publications.plan([upload])
    wanted = upload.strip().upper()
    waiting = await library.uploads.waiting()
    found = next((each for each in waiting if each.id == wanted), None)
    if found is None:
        raise NotFoundError(f"{wanted} was published or discarded just now.")
    golden = await library.publications.golden_change(plan)
    return found, await asyncio.to_thread(preview_of, plan, found.file, golden)


async def history(library: Library, since: str = "") -> Answer:
    """What was done to the corpus; since a generation or a day also what is new in it.

    Raises:
        InputError: `since` is neither.
    """
    wanted = parse_since(since) if since else None
    entries = await library.publications.history(wanted)
    news = await library.publications.news(wanted) if wanted is not None else ()
    return await asyncio.to_thread(history_reply, library.generation, entries, news)


async def removal(library: Library, document: str) -> Answer:
    """What taking a document out would do.

    Raises:
        NotFoundError: it is not published.
    """
    found = await library.publications.plan_removal(document.strip())
    changes = await asyncio.to_thread(fact_changes, found.before, found.after)
    return await asyncio.to_thread(removal_reply, library.generation, document.strip(), changes)


async def corrections(library: Library) -> Answer:
    """What was put right, and what waits."""
    entries = await library.corrections.all()
    return await asyncio.to_thread(corrections_reply, library.generation, entries)


async def facts(library: Library, citation: str) -> Answer:
    """What was read from a paragraph.

    Raises:
        CitationFormatError, NotFoundError: it is no citation, or not that of a published one.
    """
    stated = await library.corrections.stated(Citation.parse(citation))
    return await asyncio.to_thread(stated_reply, library.generation, stated)


LOOKS: Mapping[str, Callable[..., Awaitable[Answer]]] = {
    STATUS: status,
    STAGED: staged,
    HISTORY: history,
    CORRECTIONS: corrections,
    FACTS: facts,
}
