"""What the engine in a search cluster costs, and what a query load sees of a killed node.

    OPENSEARCH_URL=… python -m benchmarks.cluster [paragraphs] ["command that kills a node"]

Prints the seconds to fill the cluster, a query's wall time beside the local engine's CPU time,
the answers that differ from the local engine's, and, where a command is given, what 20 s of
queries from four threads see while it runs a second in: rankings by the cluster, by the local
index meanwhile, wrong ones, and the seconds until the cluster ranks again.
"""

import asyncio
import os
import secrets
import shlex
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext

import numpy as np

from benchmarks.token_lists import queries, token_lists
from index.engine import Engine
from index.opensearch.address import parse_address
from index.opensearch.service import open_service
from index.ranking.bm25 import BM25Engine
from index.standing_in import listening

_QUERIES = 300
_LOAD_SECONDS = 20.0
_THREADS = 4


async def measure(paragraphs: int, kill: str | None) -> None:
    """Print all figures for a corpus of so many paragraphs."""
    local = BM25Engine(token_lists(paragraphs))
    address = parse_address(os.environ["OPENSEARCH_URL"])
    alias = f"benchmark-{secrets.token_hex(4)}"
    async with open_service(address, alias, lambda: nullcontext(True)) as service:
        started = time.perf_counter()
        remote = await service.engine(local)
        _print(f"{paragraphs:,} paragraphs filled in {time.perf_counter() - started:.1f} s")
        await asyncio.to_thread(_compare, local, remote)
        if kill:
            await asyncio.to_thread(_load, local, remote, kill)


def _compare(local: Engine, remote: Engine) -> None:
    asked = queries(_QUERIES)
    for each in asked[:50]:
        remote.top(each, 10)  # the servers compile what they run often
    theirs = _timed(asked, remote.top, time.perf_counter)
    ours = _timed(asked, local.top, time.thread_time)
    differ = sum(remote.top(each, 10) != local.top(each, 10) for each in asked)
    _print(f"cluster, wall ms a query:  {_percentiles(theirs)}")
    _print(f"local, CPU ms a query:     {_percentiles(ours)}")
    _print(f"answers that differ:       {differ} of {len(asked)}")


def _timed(
    asked: Sequence[Sequence[str]],
    top: Callable[[Sequence[str], int], object],
    clock: Callable[[], float],
) -> list[float]:
    times = []
    for each in asked:
        before = clock()
        top(each, 10)
        times.append(1_000 * (clock() - before))
    return times


def _percentiles(times: Sequence[float]) -> str:
    p50, p95, p99 = np.percentile(times, [50, 95, 99])
    return f"p50 {p50:.2f}  p95 {p95:.2f}  p99 {p99:.2f}  most {max(times):.2f}"


def _load(local: Engine, remote: Engine, kill: str) -> None:
    asked = queries(_QUERIES)
    right = [local.top(each, 10) for each in asked]
    seen: Counter[str] = Counter()
    away: list[float] = []
    slowest: list[float] = []
    started = time.perf_counter()

    def ask(first: int) -> None:
        number = first
        while (now := time.perf_counter() - started) < _LOAD_SECONDS:
            with listening() as notes:
                hits = remote.top(asked[number % len(asked)], 10)
            slowest.append(1_000 * (time.perf_counter() - started - now))
            seen["local" if notes else "cluster"] += 1
            seen["wrong"] += hits != right[number % len(asked)]
            if notes:
                away.append(now)
            number += _THREADS

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(_THREADS)]
    for each in threads:
        each.start()
    time.sleep(1)
    subprocess.run(shlex.split(kill), check=True)
    for each in threads:
        each.join()
    outage = f"{max(away) - min(away):.1f} s" if away else "never"
    _print(f"under load, node killed:   {dict(seen)}; ranked by the local index: {outage}")
    _print(f"under load, wall ms:       {_percentiles(slowest)}")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    size = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else 100_000
    asyncio.run(measure(size, sys.argv[2] if len(sys.argv) > 2 else None))
