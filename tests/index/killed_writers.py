"""Run as a program: writers that are killed while they update action items and reindex.

Forks them from a process that has loaded everything, so that twenty take seconds. Each notes
in a file of its own, without a buffer, what was acknowledged to it.
"""

import asyncio
import os
import random
import signal
import sys
import time
from pathlib import Path

from corpus.facts import Status
from index.item_life.statuses import Actor
from index.library import Library, open_library

UPDATES = 200


async def write(folder: Path, data: Path, notes: Path, name: str) -> None:
    """Update items 200 times at once while the changed corpus is published."""
    acknowledged = os.open(notes / name, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    async with open_library(data, folder) as library:
        (folder / "diary.txt").write_text(f"Tonga will note {name} in the diary.\n")
        updates = (_update(library, f"{name}/{number}", acknowledged) for number in range(UPDATES))
        await asyncio.gather(library.reindex(), *updates)
    os.write(acknowledged, b"end\n")


async def _update(library: Library, note: str, acknowledged: int) -> None:
    await asyncio.sleep(random.random() / 10)
    item = random.choice(library.generation.facts.actions)
    recorded = await library.update_action(item.id, Status.DONE, note, actor=Actor("1", note))
    os.write(acknowledged, f"{recorded.event.number} {item.id} {note}\n".encode())


def main(folder: Path, data: Path, notes: Path, times: int) -> None:
    """One writer that ends by itself, then `times` that are killed."""
    started = time.monotonic()
    asyncio.run(write(folder, data, notes, "warm"))
    started = time.monotonic()
    asyncio.run(write(folder, data, notes, "whole"))
    longest = time.monotonic() - started
    for number in range(times):
        child = os.fork()
        if child == 0:
            asyncio.run(write(folder, data, notes, f"killed-{number}"))
            os._exit(0)
        time.sleep(random.random() * longest)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    folder, data, notes, times = sys.argv[1:]
    main(Path(folder), Path(data), Path(notes), int(times))
