"""Computing time of a process and of those that it started, as Linux counts it."""

import os
from pathlib import Path


def cpu_seconds(process: int) -> tuple[float, float]:
    """What a process has computed since it began, and what all that it started have; else 0."""
    proc = Path("/proc")
    if not proc.exists():
        return 0.0, 0.0
    return _own(proc / str(process)), sum(_own(proc / each) for each in _started_by(process))


def _own(folder: Path) -> float:
    """User and system time: the 14th and the 15th field, counted behind the name in brackets."""
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _started_by(process: int) -> list[str]:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [each for task in tasks for each in (task / "children").read_text().split()]
