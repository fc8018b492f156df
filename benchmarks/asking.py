"""How long people wait for answers: `ask` in this process, and `/ask` over the loopback Discord.

Prints what each part of a question costs, then how long 1, 10 and 50 people wait who ask all at
once, each again as soon as the answer is there. The bot runs in a process of its own, as it does
in earnest. docs/performance.md explains the tables.

    python -m benchmarks.asking [--paragraphs 10000]    1,000 where none are given
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.generated import corpus_of
from benchmarks.processes import cpu_seconds
from bot.rehearsal import rehearse
from bot.rendering.answers import render_answer
from bot.requests import Request
from index.answering.concepts import concepts_of, terms_of
from index.generation import Generation
from index.library import open_library
from index.understanding.questions import understand
from tests.loopback.server import LoopbackDiscord

_PEOPLE = (1, 10, 50)
_ROUNDS = 12  # questions a person asks
_WARM_UP_SECONDS = 5.0  # a bot runs for weeks; its first seconds are told by their own line
_PROFILED = 60  # questions
_START_SECONDS = 300.0
_PATIENCE_SECONDS = 120.0  # a busy machine answers late, and that is a figure too
_ASKED = (
    "Who attended the meeting in {place} in {year}?",
    "What did {state} agree to develop in {year}?",
    "Was {state} at the {year} meeting in {place}?",
    "How many delegations attended the meeting in {place} in {year}?",
    "What was open for {state} in {year}?",
    "Which workshop was hosted by {state} in {year}?",
    "What did delegations note about terpol and rensul in {place} in {year}?",
    "Which states co-chaired the First Ministerial Conference in {place} in {year}?",
    "Who will circulate a report to {state} by March {year}?",
    "Did {state} offer to share anything in {year}?",
)
_STATES = "Norway Fiji Indonesia Samoa Chile Ghana Kenya Nepal Tonga Japan Canada Mexico".split()
_CITIES = "Oslo Hanoi Accra Nadi Tokyo Bangkok Colombo Santiago Jakarta".split()


def questions() -> Iterator[str]:
    """Questions of all kinds, no two the same: an answer given before costs nothing."""
    for each in range(20 * len(_CITIES)):
        state, place = _STATES[each % len(_STATES)], _CITIES[each % len(_CITIES)]
        for asked in _ASKED:
            yield asked.format(state=state, place=place, year=2000 + each % 20)


def main() -> None:
    """Publish a made-up corpus, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=1_000)
    paragraphs = parser.parse_args().paragraphs
    with tempfile.TemporaryDirectory() as folder:
        corpus, data = Path(folder) / "corpus", Path(folder) / "data"
        corpus.mkdir()
        for file, content in corpus_of(paragraphs).items():
            (corpus / file).write_bytes(content)
        asyncio.run(_in_process(data, corpus))
        asyncio.run(_over_loopback(data, corpus))


async def _in_process(data: Path, corpus: Path) -> None:
    for start in ("first start, with publishing", "start"):
        started = time.process_time()
        async with open_library(data, corpus) as library:
            _print(f"{start}: {time.process_time() - started:.2f} s of CPU time")
            generation = library.generation
    await asyncio.to_thread(rehearse, generation)
    _print("\n| part of a question | p50 ms | p95 ms |\n|---|---:|---:|")
    for name, part in _parts(generation).items():
        spent = [_cpu_ms(part, question) for question in islice(questions(), _PROFILED)]
        _print(f"| {name} | {np.percentile(spent, 50):.2f} | {np.percentile(spent, 95):.2f} |")
    _print("\n| people | `ask` p50 ms | p95 ms |\n|---:|---:|---:|")
    alone = asyncio.Lock()  # one question is computed at a time, as in the bot

    async def ask(question: str) -> float:
        started = time.perf_counter()
        async with alone:
            await asyncio.to_thread(_answer, generation, question)
        return time.perf_counter() - started

    asked = islice(questions(), _PROFILED, None)
    for people in _PEOPLE:
        waits = await _waits(people, asked, ask)
        _print(f"| {people} | {_ms(waits, 50)} | {_ms(waits, 95)} |")


def _parts(generation: Generation) -> dict[str, Callable[[str], object]]:
    def rank(question: str) -> object:
        return generation.engine.top(terms_of(concepts_of(generation, question)), 40)

    return {
        "terms": generation.analyser.terms,
        "understanding (spelling, meetings, wants)": lambda asked: understand(generation, asked),
        "concepts and ranking": rank,
        "all, with rendering": lambda asked: _answer(generation, asked),
    }


def _answer(generation: Generation, question: str) -> object:
    request = Request.of("ask", question=question)
    return render_answer(request.answer(generation), request, generation.edition)


async def _over_loopback(data: Path, corpus: Path) -> None:
    _print(
        "\nOver the loopback, with CPU ms a question of the bot's two processes and of this one:\n"
    )
    _print("| people | `/ask` p50 ms | p95 ms | slowest acknowledgement ms | bot | second | this |")
    _print("|---:|---:|---:|---:|---:|---:|---:|")
    async with LoopbackDiscord() as discord:
        with _bot(discord, data, corpus) as bot:
            await discord.connected(_START_SECONDS)
            asked = questions()
            await asyncio.sleep(_WARM_UP_SECONDS)  # in which the compiled ranking is loaded
            for people in _PEOPLE:
                acknowledged: list[float] = []

                async def ask(question: str, told: list[float] = acknowledged) -> float:
                    started = time.perf_counter()
                    exchange = await discord.slash("ask", {"question": question})
                    told.append((await exchange.acknowledged(_PATIENCE_SECONDS)).seconds)
                    await exchange.message(_PATIENCE_SECONDS)
                    return time.perf_counter() - started

                before = _computed(bot)
                waits = await _waits(people, asked, ask)
                each = (_computed(bot) - before) / len(waits)
                spent = " | ".join(f"{1000 * seconds:.1f}" for seconds in each)
                slowest = _ms(acknowledged, 100)
                _print(f"| {people} | {_ms(waits, 50)} | {_ms(waits, 95)} | {slowest} | {spent} |")


def _computed(bot: int) -> NDArray[np.float64]:
    """CPU seconds so far: of the bot, of the process that it started, of this one."""
    return np.array([*cpu_seconds(bot), time.process_time()])


@contextmanager
def _bot(discord: LoopbackDiscord, data: Path, corpus: Path) -> Iterator[int]:
    """The bot runs meanwhile, in the process of this number."""
    settings = {
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "RAPPORTEUR_DATA": str(data),
        "RAPPORTEUR_CORPUS": str(corpus),
        "RAPPORTEUR_SEMANTIC": "off",  # a model would first read every sentence
    }
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env={**os.environ, **settings}, stderr=sys.stderr
    )
    try:
        yield bot.pid
    finally:
        bot.terminate()
        bot.wait()


async def _waits(
    people: int, questions: Iterator[str], ask: Callable[[str], Awaitable[float]]
) -> list[float]:
    """Seconds that each question took, of so many people at once."""

    async def person() -> list[float]:
        return [await ask(question) for question in islice(questions, _ROUNDS)]

    each = await asyncio.gather(*(person() for _ in range(people)))
    return [wait for waits in each for wait in waits]


def _cpu_ms(part: Callable[[str], object], question: str) -> float:
    started = time.process_time()
    part(question)
    return 1000 * (time.process_time() - started)


def _ms(seconds: Sequence[float], percentile: int) -> str:
    return f"{1000 * np.percentile(seconds, percentile):.0f}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
