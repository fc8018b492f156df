"""Questions without a pause while the corpus changes: how long answers take, and from where.

    python -m benchmarks.load [--paragraphs 0] [--changes 20] [--per-second 50] [--cpu]

Prints latencies with and without changes, on the golden questions. An answer takes its turn in
one thread, as it does in the bot; the time is from the moment at which it was asked. An answer
is mixed if it cites what its generation does not hold. With `--cpu` a second is one of this
process's computing time: what an idle machine would show, where this one has other work.
"""

import argparse
import asyncio
import functools
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path

from benchmarks.generated import corpus_of, statement
from bot.settings import shipped_corpus
from corpus.errors import RapporteurError
from index.assistant import answer
from index.evaluation import read_questions, shipped_questions
from index.generation import Generation
from index.item_life.statuses import Actor
from index.library import Library, open_library

_LOOK_SECONDS = 0.001
_QUIET_SECONDS = 5
MAINTAINER = Actor("benchmark", "the benchmark")
Clock = Callable[[], float]  # seconds


@dataclass(slots=True)
class Load:
    """What became of the questions.

    Attributes:
        seconds: from asking to answer, each.
        generations: that answers were given from.
        errors: what failed, each a line.
        mixed: answers that cite what their generation does not hold.
    """

    seconds: list[float] = field(default_factory=list)
    generations: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """The seconds within which this share of the questions was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def ask_while(
    library: Library,
    questions: Sequence[str],
    per_second: float,
    work: Callable[[], Awaitable[object]],
    clock: Clock = time.monotonic,
) -> Load:
    """Ask so many questions a second until some work is done; each in the current generation."""
    load = Load()
    asked = cycle(questions)
    with ThreadPoolExecutor(max_workers=1) as thread:
        working = asyncio.ensure_future(work())
        answering = set()
        started = clock()
        for number in count():
            due = started + number / per_second
            while clock() < due and not working.done():  # noqa: ASYNC110  # no event tells of CPU time
                await asyncio.sleep(_LOOK_SECONDS)
            if working.done():
                break
            ask = _ask(library, thread, next(asked), load)
            answering.add(asyncio.create_task(_timed(ask, due, clock, load)))
        await asyncio.gather(*answering)
        await working
    return load


async def _timed(asking: Awaitable[None], due: float, clock: Clock, load: Load) -> None:
    await asking
    load.seconds.append(clock() - due)


async def _ask(library: Library, thread: ThreadPoolExecutor, question: str, load: Load) -> None:
    generation = library.generation
    ask = functools.partial(_answered, generation, question)
    try:
        mixed = await asyncio.get_running_loop().run_in_executor(thread, ask)
    except RapporteurError:
        mixed = False  # a sentence for the user: an answer, too
    except Exception as error:  # noqa: BLE001  # counted, and shown
        load.errors.append(f"{question}: {error!r}")
        return
    load.generations.add(generation.number)
    if mixed:
        load.mixed.append(question)


def _answered(generation: Generation, question: str) -> bool:
    """Answer; whether the answer cites what its generation does not hold."""
    found = answer(generation, question)
    for each in found.citations:
        held = generation.recall(each.citation)
        if held is None or held[1].text != each.text:
            return True
    return False


async def publish_and_go_back(library: Library, changes: int, texts: Iterator[str]) -> None:
    """Publish an upload and roll it back, and so on, so many changes in all."""
    publications = library.publications
    for number in range(0, changes, 2):
        content = next(texts).encode()
        staged = await library.uploads.stage(f"extra-{number}.txt", content, actor=MAINTAINER)
        result = await publications.publish_staged([staged.id], actor=MAINTAINER)
        if number + 1 < changes:
            await publications.rollback(result.generation - 1, actor=MAINTAINER)


async def _measure(
    folder: Path, data: Path, changes: int, per_second: float, clock: Clock
) -> Iterator[str]:
    texts = (statement(number, seed=1) for number in count())
    questions = [each.question for each in read_questions(shipped_questions().read_bytes())]
    async with open_library(data, folder) as library:
        size = len(library.generation.indexed)
        await asyncio.to_thread(lambda: [_answered(library.generation, q) for q in questions])
        compute = functools.partial(asyncio.to_thread, _compute, clock, _QUIET_SECONDS)
        quiet = await ask_while(library, questions, per_second, compute, clock)
        started = clock()
        changing = functools.partial(publish_and_go_back, library, changes, texts)
        busy = await ask_while(library, questions, per_second, changing, clock)
        took = clock() - started
    rows = (("a thread computes", quiet), (f"{changes} changes in {took:.1f} s", busy))
    return iter(
        [
            f"{size} paragraphs, {per_second:g} questions a second\n",
            "| | questions | p50 ms | p99 ms | max ms | errors | mixed | generations |",
            "|---|---:|---:|---:|---:|---:|---:|---:|",
            *(f"| {name} | {_row(load)} |" for name, load in rows),
            *busy.errors[:5],
        ]
    )


def _compute(clock: Clock, seconds: float) -> None:
    """Keep a thread computing: what the changes are compared with."""
    until = clock() + seconds
    while clock() < until:
        pass


def _write(folder: Path, paragraphs: int) -> None:
    folder.mkdir()
    shipped = {each.name: each.read_bytes() for each in shipped_corpus().iterdir()}
    extra = corpus_of(paragraphs) if paragraphs else {}
    for file, content in (shipped | extra).items():
        (folder / file).write_bytes(content)


def _row(load: Load) -> str:
    times = [f"{1000 * load.percentile(share):.0f}" for share in (0.5, 0.99, 1)]
    counts = (len(load.errors), len(load.mixed), len(load.generations))
    return " | ".join([str(len(load.seconds)), *times, *map(str, counts)])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=0, help="besides the shipped ones")
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--per-second", type=float, default=50)
    parser.add_argument("--cpu", action="store_true", help="by the process's computing time")
    given = parser.parse_args()
    clock = time.process_time if given.cpu else time.monotonic
    with tempfile.TemporaryDirectory() as place:
        folder, data = Path(place, "corpus"), Path(place, "data")
        _write(folder, given.paragraphs)
        lines = asyncio.run(_measure(folder, data, given.changes, given.per_second, clock))
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
