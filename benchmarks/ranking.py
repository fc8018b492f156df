"""How fast the engine builds, starts, ranks and grows, beside its peers in the same run.

Prints a Markdown table for each size; docs/performance.md explains them. Each engine runs in
processes of its own, one that builds and one that starts, and CPU time is measured, of all
threads, so that a busy machine tells nearly the same.

    python -m benchmarks.ranking [--full] [--paragraphs 1000 …]
"""

import argparse
import functools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.peers import PEERS, Peer
from benchmarks.token_lists import document_of, queries, token_lists

_QUICK = (10_000,)
_FULL = (1_000, 10_000, 100_000, 1_000_000)
_QUERIES = 300
_LEAST_QUERIES = 20
_WARM_UP = 5  # queries
_BROKEN = "exit code"
_PATIENCE_MS = 15_000.0  # of queries, then a slow engine has been asked often enough
_COLUMNS = {  # and what stands where an engine has no such figure
    "build s": "",
    "start s": "a build",
    "kernel s": "",
    "p50 ms": "",
    "p95 ms": "",
    "p99 ms": "",
    "memory MB": "",
    "add ms": "a build",
}

Figures = dict[str, float]
T = TypeVar("T")


def main() -> None:
    """Compare all engines, or measure one where this is one of the processes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true", help="up to a million paragraphs")
    parser.add_argument("--paragraphs", type=int, nargs="+", help="these sizes")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        name, step, paragraphs, folder = arguments.one
        figures = _STEPS[step](PEERS[name](), int(paragraphs), Path(folder))
        _print(json.dumps(figures))
        return
    for paragraphs in arguments.paragraphs or (_FULL if arguments.full else _QUICK):
        _print(f"\n### {paragraphs:,} paragraphs\n\n| | {' | '.join(_COLUMNS)} |")
        _print(f"|---|{'---:|' * len(_COLUMNS)}")
        ours: Figures = {}
        for name in PEERS:
            figures = _measured(name, paragraphs)
            ours = ours or figures
            cells = (_cell(figures, ours, each, none) for each, none in _COLUMNS.items())
            _print(f"| {name} | {' | '.join(cells)} |")


def _measured(name: str, paragraphs: int) -> Figures:
    """What an engine that breaks, or finds too little memory, got to; it says why itself."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for step in _STEPS:
            command = [sys.executable, "-m", "benchmarks.ranking", "--one", name, step]
            done = subprocess.run(
                [*command, str(paragraphs), folder], check=False, stdout=subprocess.PIPE
            )
            if done.returncode:
                return figures | {_BROKEN: done.returncode}
            figures |= json.loads(done.stdout)
    return figures


def _cell(figures: Figures, ours: Figures, column: str, none: str) -> str:
    """A figure, and how many times ours it is."""
    if column not in figures:
        return "failed" if _BROKEN in figures else none
    if figures is ours or column not in ours:
        return f"{figures[column]:.3g}"
    return f"{figures[column]:.3g} (× {figures[column] / max(ours[column], 1e-9):.3g})"


def _build(peer: Peer, paragraphs: int, folder: Path) -> Figures:
    corpus, document = token_lists(paragraphs), document_of()
    built, _ = _timed(lambda: peer.build(corpus, folder))
    added, possible = _timed(lambda: peer.add(document))
    return {"build s": built} | ({"add ms": 1000 * added} if possible else {})


def _serve(peer: Peer, paragraphs: int, folder: Path) -> Figures:
    started, possible = _timed(lambda: peer.start(folder))
    if not possible:
        peer.build(token_lists(paragraphs), folder)
    finished, is_more = _timed(peer.finish_start)
    asked = queries(_QUERIES)
    for terms in asked[:_WARM_UP]:
        peer.rank(terms)
    times = []
    for terms in asked:
        times.append(1000 * _timed(functools.partial(peer.rank, terms))[0])
        if len(times) >= _LEAST_QUERIES and sum(times) > _PATIENCE_MS:
            break
    figures = {f"p{each} ms": float(np.percentile(times, each)) for each in (50, 95, 99)}
    figures["memory MB"] = _resident_mb()
    figures |= {"start s": started} if possible else {}
    return figures | ({"kernel s": finished} if is_more else {})


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of CPU time, of all threads, and what the work gave."""
    started = time.process_time()
    given = work()
    return time.process_time() - started, given


def _resident_mb() -> float:
    """What this process holds in memory now, mapped files included."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


_STEPS = {"build": _build, "serve": _serve}

if __name__ == "__main__":
    main()
