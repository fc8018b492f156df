"""Many files read in processes of their own, while the caller takes them one by one."""

import asyncio
import logging
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from itertools import islice

from corpus.bounded import extracted, identified, read
from corpus.errors import DocumentError
from corpus.facts import Extract
from index.collecting import walk_seldom
from index.publication.sentence_notes import SentenceNotes, learn, note
from index.publication.sources import Source

ENOUGH = 1_500_000  # bytes to read from which it pays to start processes, at two seconds each
_MOST_PROCESSES = 4  # each has the word lists, some 100 MB
_AHEAD = 8  # files a process, read before they are wanted

_log = logging.getLogger(__name__)
_Read = tuple[Extract, SentenceNotes] | str  # or why it cannot be read


class ReadAhead:
    """What files yield, asked for in their order; nothing where it must be read here.

    What the processes note of sentences is then known here, too.
    """

    def __init__(self, executor: ProcessPoolExecutor | None, sources: Sequence[Source]) -> None:
        self._executor = executor
        self._waiting = iter(sources)
        self._reading: dict[str, Future[_Read]] = {}

    async def of(self, source: Source) -> Extract | None:
        """What a file yields under its bare slug, as read without a maintainer's details.

        Raises:
            DocumentError: it cannot be read.
        """
        if self._executor is None:
            return None
        try:
            self._submit(self._executor)
            read = await asyncio.wrap_future(self._reading.pop(source.file))
        except (BrokenProcessPool, OSError):
            _log.warning("Files are read in one process, as others cannot be started.")
            self._executor = None
            return None
        if isinstance(read, str):
            raise DocumentError(source.file, read)
        extract, notes = read
        learn(notes)
        return extract

    def _submit(self, executor: ProcessPoolExecutor) -> None:
        """Keep the processes at work, a bounded number of files ahead."""
        free = _AHEAD * processes() - len(self._reading)
        for source in islice(self._waiting, max(0, free)):
            self._reading[source.file] = executor.submit(_read, source.file, source.content)


@asynccontextmanager
async def reading_ahead(sources: Sequence[Source]) -> AsyncIterator[ReadAhead]:
    """Start processes where the files are many and there is more than one processor.

    Where this is left early, the processes end with the files that they have begun.
    """
    if processes() < 2 or sum(len(each.content) for each in sources) < ENOUGH:
        yield ReadAhead(None, ())
        return
    executor = ProcessPoolExecutor(
        processes(), multiprocessing.get_context("spawn"), initializer=_prepare
    )
    try:
        yield ReadAhead(executor, sources)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def processes() -> int:
    """How many read at once: one for each processor that we may use, up to four."""
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
    return min(_MOST_PROCESSES, len(allowed) or os.cpu_count() or 1)


def _read(file: str, content: bytes) -> _Read:
    try:
        found = extracted(identified(read(file, content)))
    except DocumentError as error:
        return error.reason
    return found, note(found.document)


def _prepare() -> None:
    """Leave Ctrl-C to the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    walk_seldom()
