"""Python's collector of cycles, which walks all that lives: a corpus makes it walk in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects made and not freed until the young ones are walked, and how many such walks until the
# older ones are. The defaults (700, 10, 10) walk a million facts again and again as they are
# made, a fifth of the time that publishing takes; next to none of them is ever part of a cycle.
_THRESHOLDS = (50_000, 20, 20)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the collector walk seldom, in all of this process, until this is left."""
    before = gc.get_threshold()
    walk_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def walk_seldom() -> None:
    """The same for good: for a process that only makes facts."""
    gc.set_threshold(*_THRESHOLDS)
