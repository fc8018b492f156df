"""What maintainers look at, by the name of its command; the console and Discord show the same."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial

from corpus.documents import Citation
from index.answers import Answer
from index.library import Library
from index.options import parse_since
from index.publication.fact_changes import fact_changes
from index.replies.corpus import history_reply, removal_reply, staged_reply, status_reply
from index.replies.corrections import corrections_reply, stated_reply
from index.replies.dry_runs import dry_run_reply

STATUS = "status"
STAGED = "staged"
HISTORY = "history"
CORRECTIONS = "corrections"
FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Look:
    """What maintainers are shown at once, and what it still lacks.

    Attributes:
        missing: works that out, so that another look shows it; None where nothing is missing.
        mark: of a dry run, which tells whether another one shows the same.
    """

    answer: Answer
    missing: Callable[[], Awaitable[object]] | None = None
    mark: str = ""


async def status(library: Library) -> Look:
    """How the corpus stands."""
    found, scores = await library.publications.status(), library.planning.known_scores
    answer = await asyncio.to_thread(status_reply, library.generation, found, scores)
    return Look(answer, None if scores else library.planning.golden_scores)


async def staged(library: Library, uploads: str = "") -> Look:
    """The uploads that wait; or what publishing some of them together would do.

    Raises:
        NotFoundError: one of them is not staged.
        DocumentError: one cannot be published any more.
    """
    if not uploads:
        return Look(staged_reply(await library.uploads.waiting()))
    planning = library.planning
    run = await planning.dry_run(await library.uploads.named(uploads))
    answer = await asyncio.to_thread(dry_run_reply, library.generation, run)
    missing = None if run.golden else partial(planning.golden_change, run.plan)
    return Look(answer, missing, run.mark)


async def history(library: Library, since: str = "") -> Look:
    """What was done to the corpus; since a generation or a day also what is new in it.

    Raises:
        InputError: `since` is neither.
    """
    wanted = parse_since(since) if since else None
    entries = await library.publications.history(wanted)
    news = await library.publications.news(wanted) if wanted is not None else ()
    return Look(await asyncio.to_thread(history_reply, library.generation, entries, news))


async def removal(library: Library, document: str) -> Answer:
    """What taking a document out would do.

    Raises:
        NotFoundError: it is not published.
    """
    found = await library.planning.removal(document.strip())
    changes = await asyncio.to_thread(fact_changes, found.before, found.after)
    return await asyncio.to_thread(removal_reply, library.generation, document.strip(), changes)


async def corrections(library: Library) -> Look:
    """What was put right, and what waits."""
    entries = await library.corrections.all()
    return Look(await asyncio.to_thread(corrections_reply, library.generation, entries))


async def facts(library: Library, citation: str) -> Look:
    """What was read from a paragraph.

    Raises:
        CitationFormatError, NotFoundError: it is no citation, or not that of a published one.
    """
    stated = await library.corrections.stated(Citation.parse(citation))
    return Look(await asyncio.to_thread(stated_reply, library.generation, stated))


LOOKS: Mapping[str, Callable[..., Awaitable[Look]]] = {
    STATUS: status,
    STAGED: staged,
    HISTORY: history,
    CORRECTIONS: corrections,
    FACTS: facts,
}
