"""A progress bar for publishing, on stderr, only where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """Yield what takes (done, total, file name), or None where nobody would see it.

    The bar appears with the first report, so that nothing flashes when nothing is published.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    shown = (
        TextColumn("Publishing"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )
    bar = Progress(*shown, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None, file="")

    def report(done: int, total: int, file: str) -> None:
        bar.start()
        bar.update(task, completed=done, total=total, file=file)

    try:
        yield report
    finally:
        if bar.live.is_started:
            bar.stop()
