"""How long the bot holds its event loop: the real client, a loopback Discord, a large corpus.

    python -m benchmarks.loop_lag [--paragraphs 10000] [--rounds 2] [--alone]

Every callback on the bot's loop is timed while questions, commands and autocompletions are
answered: by the computing time of the loop's own thread, which is what the bot's code holds it
for, and by the clock, which adds waiting for threads that compute (one runs at a time in
Python) and for the machine. A second process answers, as it does for a large corpus; `--alone`
lets a thread do it. The loopback runs in a thread with a loop of its own.
"""

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.generated import corpus_of
from bot.client import Rapporteur, point_at, share_the_interpreter
from bot.second_process import second_process, settle
from bot.settings import Settings
from index.evaluation import read_questions, shipped_questions
from index.library import open_library
from tests.loopback.server import LoopbackDiscord

_QUESTIONS, _EACH = 60, 4  # every fourth of the golden ones, so that all kinds are among them
_WORST = 8
_START_SECONDS = 60.0
_COMMANDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("actions list", {}),
    ("meetings", {}),
    ("rilon list", {}),
    ("glossary", {}),
    ("attendance", {"meeting": "Accra"}),
    ("delegation", {"name": "Fiji"}),
    ("track", {"topic": "workshop"}),
    ("verify", {"quote": "members agreed to develop guidelines on rescue at sea"}),
    ("export", {"what": "actions", "format": "csv"}),
)
_TYPED: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("ask", "meeting", "aukland", {"question": "Who attended?"}),
    ("attendance", "meeting", "tech", {}),
    ("delegation", "name", "fji", {}),
    ("actions show", "item", "work", {}),
    ("source", "citation", "200", {}),
)


@dataclass(slots=True)
class Callbacks:
    """How long callbacks held the loop: (own seconds, seconds by the clock, what ran)."""

    times: list[tuple[float, float, str]] = field(default_factory=list)

    def show(self, name: str, place: int) -> str:
        """Percentiles of one of the two times, in milliseconds."""
        ordered = sorted(1000 * each[place] for each in self.times)
        p50, p95, p999 = (ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.95, 0.999))
        return (
            f"{name:<24} p50 {p50:6.2f}  p95 {p95:6.2f}  p99.9 {p999:6.2f}  max {ordered[-1]:6.2f}"
        )


@contextmanager
def timed_callbacks() -> Iterator[Callbacks]:
    """Time every callback that this thread's loop runs meanwhile."""
    callbacks, thread, original = Callbacks(), threading.get_ident(), asyncio.Handle._run

    def run(handle: asyncio.Handle) -> None:
        if threading.get_ident() != thread:
            original(handle)
            return
        wall, own = time.perf_counter(), time.thread_time()
        original(handle)
        spent = time.thread_time() - own, time.perf_counter() - wall
        name = _name(handle)
        if name != measure.__name__:  # that is no code of the bot's
            callbacks.times.append((*spent, name))

    asyncio.Handle._run = run  # type: ignore[assignment,method-assign]
    try:
        yield callbacks
    finally:
        asyncio.Handle._run = original  # type: ignore[method-assign]


def _name(handle: asyncio.Handle) -> str:
    """What a handle runs: of a task its coroutine."""
    callback: Any = vars(asyncio.Handle)["_callback"].__get__(handle)
    task = getattr(callback, "__self__", None)
    if isinstance(task, asyncio.Task):
        return str(getattr(task.get_coro(), "__qualname__", task))
    return str(getattr(callback, "__qualname__", callback))


class Loopback:
    """A loopback Discord in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.discord = LoopbackDiscord()

    async def do(self, make: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """Do something on the loopback's own loop."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(make(), self._loop))


async def people(loopback: Loopback, questions: Sequence[str], rounds: int) -> None:
    """Ask, run commands and type, one after the other."""
    discord = loopback.discord

    async def command(path: str, options: dict[str, object]) -> None:
        await (await discord.slash(path, options)).done()

    async def mention(question: str) -> None:
        await (await discord.mention(question)).reply()

    for _ in range(rounds):
        for question in questions:
            await loopback.do(lambda asked=question: mention(asked))  # type: ignore[misc]
            await loopback.do(lambda asked=question: command("ask", {"question": asked}))  # type: ignore[misc]
        for path, options in _COMMANDS:
            await loopback.do(lambda p=path, o=options: command(p, o))  # type: ignore[misc]
        for path, option, typed, others in _TYPED:
            await loopback.do(
                lambda p=path, o=option, t=typed, r=others: discord.autocomplete(p, o, t, r)  # type: ignore[misc]
            )


async def measure(
    folder: Path, data: Path, questions: Sequence[str], rounds: int, *, alone: bool
) -> Callbacks:
    """Serve a folder, let people ask, and time the bot's loop."""
    loopback = Loopback()
    await loopback.do(loopback.discord.__aenter__)
    settings = Settings(
        discord_token=loopback.discord.token,  # type: ignore[arg-type]
        discord_api_url=loopback.discord.api_url,
        discord_gateway_url=loopback.discord.gateway_url,
        data=data,
    )
    point_at(settings)
    share_the_interpreter()
    async with (
        open_library(data, folder) as library,
        second_process(library.path, semantic=False) as second,
        Rapporteur(library, settings) as client,
    ):
        await second.ready(_START_SECONDS)
        client.second = None if alone else second
        settle()
        life = asyncio.create_task(client.start(loopback.discord.token))
        await loopback.do(loopback.discord.connected)
        await people(loopback, questions[:5], 1)  # caches of a first question are no lag of ours
        with timed_callbacks() as callbacks:
            await people(loopback, questions, rounds)
        await client.close()
        await life
    return callbacks


def report(callbacks: Callbacks) -> str:
    """The figures, and what held the loop for longest."""
    worst = sorted(callbacks.times, reverse=True)[:_WORST]
    return "\n".join(
        [
            f"{len(callbacks.times)} callbacks of the bot's loop, milliseconds",
            callbacks.show("own computing time", 0),
            callbacks.show("by the clock", 1),
            "The longest by their own computing time (and by the clock):",
            *(f"  {1000 * own:6.2f} ({1000 * wall:.2f}) {what}" for own, wall, what in worst),
        ]
    )


def main() -> None:
    """Measure as the command line says, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="without a second process")
    chosen = parser.parse_args()
    every = read_questions(shipped_questions().read_bytes())
    questions = [each.question for each in every][::_EACH][:_QUESTIONS]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "texts"
        folder.mkdir()
        for name, content in corpus_of(chosen.paragraphs).items():
            (folder / name).write_bytes(content)
        found = asyncio.run(
            measure(folder, Path(place) / "data", questions, chosen.rounds, alone=chosen.alone)
        )
    sys.stdout.write(f"{report(found)}\n")


if __name__ == "__main__":
    main()
