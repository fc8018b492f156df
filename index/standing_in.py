"""How an engine tells whoever answers that another one has ranked in its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from index.answers import Answer

_heard: ContextVar[list[str] | None] = ContextVar("heard", default=None)


def tell(note: str) -> None:
    """Say in one sentence what is different about the ranking just made."""
    heard = _heard.get()
    if heard is not None and note not in heard:
        heard.append(note)


@contextmanager
def listening() -> Iterator[list[str]]:
    """What engines tell meanwhile, in this thread."""
    notes: list[str] = []
    token = _heard.set(notes)
    try:
        yield notes
    finally:
        _heard.reset(token)


def noted(answering: Callable[[], Answer]) -> Answer:
    """The answer that `answering` gives, with what engines tell meanwhile."""
    with listening() as notes:
        answer = answering()
    return replace(answer, note=" ".join(notes)) if notes else answer
