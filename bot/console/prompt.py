"""Lines for a conversation, from a terminal with its history or from a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROMPT = "› "
HISTORY = "chat-history"
_REMEMBERED = 1000


def typed_lines(data: Path) -> Iterator[str]:
    """Yield what is typed or piped in, up to its end, "exit" or "quit"; blank lines left out."""
    lines = _asked_for(data) if sys.stdin.isatty() else iter(sys.stdin)
    for line in lines:
        text = line.strip()
        if text.casefold().lstrip("/") in {"exit", "quit"}:
            return
        if text:
            yield text


def _asked_for(data: Path) -> Iterator[str]:
    with _history(data / HISTORY):
        while True:
            try:
                yield input(PROMPT)
            except (EOFError, KeyboardInterrupt):
                print()  # noqa: T201  # leaves the shell's prompt on a line of its own
                return


@contextmanager
def _history(path: Path) -> Iterator[None]:
    """Line editing with what was typed in earlier chats, where the platform has it."""
    try:
        import readline
    except ImportError:
        yield
        return
    with suppress(OSError):
        readline.read_history_file(path)
    try:
        yield
    finally:
        readline.set_history_length(_REMEMBERED)
        with suppress(OSError):
            readline.write_history_file(path)
