"""One process at a time writes to a data folder; any number of them read."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import RapporteurError

_PATIENCE = 20  # further attempts
_PAUSE_SECONDS = 0.05


class WriterLockError(RapporteurError):
    """This process may not write to the data folder: another one does, or the system forbids it."""


class WriterLock:
    """A lock of the operating system on a file, which it frees whenever the process ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "writer.lock", timeout=0, thread_local=False)
        self._writer = folder / "writer.pid"  # beside it: some systems lock the content, too

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Keep other processes from writing; this one may enter as often as it likes.

        Waits a second for one that only makes a short change.

        Raises:
            WriterLockError: another process is inside, or the folder cannot be written.
        """
        patience = _PATIENCE
        while True:
            try:
                self._acquire()
                break
            except WriterLockError:
                if not patience:
                    raise
            patience -= 1
            await asyncio.sleep(_PAUSE_SECONDS)
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def held_if_free(self) -> Iterator[bool]:
        """The same without waiting; whether it is held."""
        free = True
        try:
            self._acquire()
        except WriterLockError:
            free = False
        try:
            yield free
        finally:
            if free:
                self._lock.release()

    def _acquire(self) -> None:
        try:
            self._lock.acquire()
            if self._lock.lock_counter == 1:
                self._writer.write_text(str(os.getpid()))
        except Timeout:
            raise WriterLockError(self._occupied()) from None
        except OSError as error:
            reason = error.strerror or "its lock cannot be taken"
            raise WriterLockError(f"{self._folder} cannot be written: {reason}.") from error

    def _occupied(self) -> str:
        process = ""
        with suppress(OSError):
            process = f" (process {self._writer.read_text().strip()})"
        return f"Another Rapporteur{process} is writing to {self._folder}; stop it first."
