"""Work on strangers' files in a process of its own: it is bounded, and its end harms nobody."""

import os
import subprocess
import sys
from collections.abc import Sequence

from corpus.errors import DocumentError

SECONDS = 120  # after which nobody waits any more; the machine may have other work
_CPU_SECONDS = 50  # 500 pages of PDF take about fifteen
_MEMORY_BYTES = 1024**3
_OUT_OF_TIME = -24  # SIGXCPU, which Windows lacks
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "TEMP")


def run_apart(file: str, arguments: Sequence[str], content: bytes) -> bytes:
    """What `python -m` with these arguments prints, given `content`; blocks until it ends.

    The module that it runs calls `limit_resources` first.

    Raises:
        DocumentError: it fails, or takes too long; `file` is named.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", *arguments],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(file, "this file takes too long to read.") from error
    if done.returncode == _OUT_OF_TIME:
        raise DocumentError(file, "this file takes too long to read.")
    if done.returncode:
        raise DocumentError(file, "this file is damaged, or takes too much memory to read.")
    return done.stdout


def environment() -> dict[str, str]:
    """What that process sees of the environment: the same packages, and no secrets."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def limit_resources() -> None:
    """Bound memory and time of this process, also where nobody waits for it any more."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (ceiling, hard))
