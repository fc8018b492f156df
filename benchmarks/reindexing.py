"""How long a full index takes, and one after a single document has changed.

    python -m benchmarks.reindexing [--documents 1000] [--paragraphs 10] [--json]

The full index is opening a library on an empty store: every document is read, its facts are
extracted, merged and stored, and the index is built. Then one paragraph of one document is
edited and the folder reindexed, in the same library and, after another edit, in a process of
its own, which must load the store first. Seconds are wall time; those of the processor are
beside them, as another program's work does not count there.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from rich.console import Console
from rich.table import Table

from benchmarks.generated import statement
from index.library import Library, open_library

_IN_A_FOLDER = "documents"
_DATA = "data"
Result = TypeVar("Result")


class Spent(NamedTuple):
    """Seconds: by the clock, and of the processor in all of our processes."""

    wall: float
    processor: float


async def measured(work: Callable[[], Awaitable[Result]]) -> tuple[Result, Spent]:
    """Do the work, and what it took."""
    wall, processor = time.monotonic(), _processor_seconds()
    result = await work()
    return result, Spent(time.monotonic() - wall, _processor_seconds() - processor)


def make_corpus(folder: Path, documents: int, paragraphs: int) -> None:
    """Made-up statements, always the same ones."""
    folder.mkdir()
    for number in range(documents):
        _file(folder, number).write_text(statement(number, paragraphs=paragraphs))


def edit(folder: Path, number: int) -> None:
    """Give the last paragraph of a document another sentence."""
    path = _file(folder, number)
    text = path.read_text().rstrip()
    path.write_text(f"{text} Delegations thanked the harbour master of the port.\n")


async def in_one_library(base: Path, documents: int, rounds: int) -> tuple[Spent, list[Spent]]:
    """A full index, and reindexing after each of some edits."""
    folder = base / _IN_A_FOLDER
    opened = open_library(base / _DATA, folder)
    library, full = await measured(opened.__aenter__)
    try:
        again = []
        for number in range(rounds):
            edit(folder, documents // 2 + number)
            again.append(await _reindexed(library))
    finally:
        await opened.__aexit__(None, None, None)
    return full, again


async def in_a_new_process(base: Path) -> None:
    """Open the library of a store, reindex, and print what each took as JSON."""
    opened = open_library(base / _DATA, base / _IN_A_FOLDER)
    library, start = await measured(opened.__aenter__)
    try:
        sys.stdout.write(json.dumps([start, await _reindexed(library)]))
    finally:
        await opened.__aexit__(None, None, None)


async def _reindexed(library: Library) -> Spent:
    result, spent = await measured(library.reindex)
    if len(result.changed) != 1:
        raise ValueError(f"one document should have changed: {result.changed}")
    return spent


def report(full: Spent, again: list[Spent], start: Spent, apart: Spent) -> Table:
    """The figures, each as a share of the full index."""
    table = Table("", "seconds", "of the processor", "of a full index")
    rows = [("Full index, from an empty store", full)]
    rows += [(f"One document changed, {n}. time", each) for n, each in enumerate(again, 1)]
    rows += [("A new process: start", start), ("A new process: one document changed", apart)]
    for name, each in rows:
        share = f"1/{full.wall / each.wall:.0f}"
        table.add_row(name, f"{each.wall:.2f}", f"{each.processor:.2f}", share)
    return table


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:04d}-statement.txt"


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Measure in a temporary folder and print."""
    parser = argparse.ArgumentParser(description="Measure full and partial indexing.")
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--paragraphs", type=int, default=10, help="of each document")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)  # for the new process
    options = parser.parse_args()
    if options.store:
        asyncio.run(in_a_new_process(options.store))
        return
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        make_corpus(base / _IN_A_FOLDER, options.documents, options.paragraphs)
        full, again = asyncio.run(in_one_library(base, options.documents, options.rounds))
        edit(base / _IN_A_FOLDER, 0)
        command = [sys.executable, "-m", "benchmarks.reindexing", "--store", str(base)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        start, apart = (Spent(*each) for each in json.loads(done.stdout))
    if options.json:
        named = {"full": full, "again": again, "start": start, "apart": apart}
        sys.stdout.write(json.dumps(named) + "\n")
    else:
        Console().print(report(full, again, start, apart))


if __name__ == "__main__":
    main()
