"""Run as a program: publishers that are killed while they stage, publish and go back.

Forks them from a process that has loaded everything, so that thirty take seconds. After each
kill the store is opened and looked through. Prints at which step each was killed.
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from itertools import count
from pathlib import Path

from index.database import open_database
from index.item_life.statuses import Actor
from index.library import FILE_NAME, Library, open_library
from index.repositories.columns import fetch
from tests.index.publication.texts import SUVA

MARIA = Actor("7", "Maria")
STEPS = ("staging", "publishing", "going back")


class Notes:
    """What was begun and what was acknowledged, without a buffer."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def write(self, *words: object) -> None:
        os.write(self._file, (" ".join(map(str, words)) + "\n").encode())


async def publish_for_ever(folder: Path, data: Path, notes: Notes, name: str) -> None:
    """Stage, publish, go back; and again."""
    notes.write("opening")
    async with open_library(data, folder) as library:
        notes.write("staging", library.generation.number)
        for number in count():
            await cycle(library, notes, f"{name}-{number}.txt")


async def cycle(library: Library, notes: Notes, file: str) -> None:
    publications = library.publications
    content = SUVA.replace("forms", f"the forms of {file}").encode()
    staged = await library.uploads.stage(file, content, actor=MARIA)
    notes.write("publishing")
    result = await publications.publish_staged([staged.id], actor=MARIA)
    notes.write("going back", result.generation)
    result = await publications.rollback(result.generation - 1, actor=MARIA)
    notes.write("staging", result.generation)


async def look_through(folder: Path, data: Path, path: Path) -> str:
    """Check that the store is whole and holds what was acknowledged; the step that was cut."""
    lines = (await asyncio.to_thread(path.read_text)).splitlines()
    acknowledged = max(int(line.split()[-1]) for line in lines if line[-1].isdigit())
    begun = next(each for each in STEPS if lines[-1].startswith(each))
    async with open_library(data, folder) as library:
        generation = library.generation
        files = {each.file for each in generation.documents.values()}
        kept = files & {"perth.txt", "bali.txt"}
        extra = files - kept
        staged = {each.file for each in await library.uploads.waiting()}
        assert kept == {"perth.txt", "bali.txt"}
        assert generation.reported.keys() == generation.documents.keys()
        assert {each.citation.document for each in generation.facts.actions} == set(
            generation.documents
        )
        assert generation.number - acknowledged in (0, 1)
        assert not extra & staged
        if begun == "publishing":
            assert len(extra | staged) == 1
        elif begun == "going back":
            assert not staged
        for each in await library.uploads.waiting():
            await library.uploads.discard(each.id, actor=MARIA)
        if extra:
            await library.publications.rollback(generation.number - 1, actor=MARIA)
    async with open_database(data / FILE_NAME) as database, database.snapshot() as connection:
        assert [tuple(row) for row in await fetch(connection, "PRAGMA integrity_check")] == [
            ("ok",)
        ]
        assert not await fetch(connection, "PRAGMA foreign_key_check")
    return begun


async def warm(folder: Path, data: Path, notes: Notes) -> float:
    """One whole cycle, twice; the seconds that the second takes."""
    async with open_library(data, folder) as library:
        await cycle(library, notes, "warm-1.txt")
        started = time.monotonic()
        await cycle(library, notes, "warm-2.txt")
        return time.monotonic() - started


def main(folder: Path, data: Path, notes: Path, times: int) -> None:
    longest = asyncio.run(warm(folder, data, Notes(notes / "warm")))
    cut: Counter[str] = Counter()
    for number in range(times):
        path = notes / f"killed-{number}"
        child = os.fork()
        if child == 0:
            asyncio.run(publish_for_ever(folder, data, Notes(path), path.name))
            os._exit(0)
        while not path.exists() or path.read_text().count("\n") < 2:
            time.sleep(0.002)
        time.sleep(random.random() * longest)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        cut[asyncio.run(look_through(folder, data, path))] += 1
    sys.stdout.write(", ".join(f"{step}: {times}" for step, times in sorted(cut.items())))


if __name__ == "__main__":
    folder, data, notes, times = sys.argv[1:]
    main(Path(folder), Path(data), Path(notes), int(times))
