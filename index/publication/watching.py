"""Watching the corpus folder: once it has changed and stood still, it is published.

By looking again and again: that works on every file system, network shares and containers
included, and a thousand files take a few milliseconds.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from corpus.errors import RapporteurError
from index.item_life.statuses import Actor
from index.meanwhile import meanwhile
from index.publication.folder import list_files

_log = logging.getLogger(__name__)

WATCHER = Actor("watch", "the watch on the folder")

State = Mapping[str, tuple[int, int]]  # of each file its size in bytes and its time in ns


@asynccontextmanager
async def watching(
    folder: Path, publish: Callable[[], Awaitable[object]], seconds: float
) -> AsyncIterator[None]:
    """Publish a folder whenever it has changed and then stood still; 0 seconds: never.

    Also once at the beginning: it may have changed while nobody watched. What goes wrong is
    logged, and tried again.

    Args:
        folder: of documents.
        publish: called for each change, however many files it is of.
        seconds: how long nothing may change before it is called; and between two looks.
    """
    if not seconds:
        yield
        return
    async with meanwhile(_watch(folder, publish, seconds)):
        yield


async def _watch(folder: Path, publish: Callable[[], Awaitable[object]], seconds: float) -> None:
    seen: State | None = None
    published: State | None = None
    failure = ""
    while True:
        try:
            state = await asyncio.to_thread(folder_state, folder)
            if state == seen and state != published:
                await publish()
                published, failure = state, ""
            seen = state
        except RapporteurError as error:
            if str(error) != failure:  # the same again is no news
                _log.warning("The corpus folder was not published: %s", error)
            failure = str(error)
        except Exception:  # noqa: BLE001  # nobody awaits the watch: it must outlive a mistake
            _log.exception("The corpus folder was not published")
        await asyncio.sleep(seconds)


def folder_state(folder: Path) -> State:
    """What shows that a file of the folder has changed, by file.

    Raises:
        InputError: there is no such folder.
    """
    state = {}
    for file in list_files(folder):
        with suppress(OSError):  # it has just gone, or is a link to nothing
            found = (folder / file).stat()
            state[file] = (found.st_size, found.st_mtime_ns)
    return state
