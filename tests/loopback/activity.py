"""Waiting for something to happen in the loopback."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

_Fact = TypeVar("_Fact")

PATIENCE_SECONDS = 10.0
"""How long a test waits before it fails; nothing here takes a second on an idle machine."""

_SLICES = 20


class Activity:
    """Wakes whoever waits whenever a request, a frame or a message has been dealt with."""

    def __init__(self) -> None:
        self._happened = asyncio.Event()

    def notify(self) -> None:
        """Let every waiter look again."""
        self._happened.set()
        self._happened = asyncio.Event()

    async def until(
        self, fact: Callable[[], _Fact | None], what: str, timeout_seconds: float = PATIENCE_SECONDS
    ) -> _Fact:
        """Wait until `fact` is true and return it.

        Raises:
            TimeoutError: it did not become true in time; the text names `what`.
        """
        try:
            async with asyncio.timeout(timeout_seconds):
                while not (value := fact()):
                    await self._happened.wait()
                return value
        except TimeoutError:
            raise TimeoutError(f"waited {timeout_seconds:g} s for {what}") from None

    async def quiet(self, seconds: float) -> None:
        """Wait until nothing at all has happened for so long.

        The time is waited in slices, so that a machine that stops for a while between two
        steps of a client is not taken for a client with nothing left to do.
        """
        left = _SLICES
        while left:
            happened = self._happened
            await asyncio.sleep(seconds / _SLICES)
            left = _SLICES if happened.is_set() else left - 1
