"""Messages that still lack something, and are edited once more when that is known."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Turn:
    work: asyncio.Task[Any]
    editing: asyncio.Lock = field(default_factory=asyncio.Lock)


class Unfinished:
    """Such messages, by their ids; one that has changed meanwhile is left as it is."""

    def __init__(self) -> None:
        self._turns: dict[int, _Turn] = {}

    async def finish(
        self,
        message: int,
        work: Coroutine[Any, Any, T],
        edit: Callable[[T], Awaitable[object]],
    ) -> None:
        """Edit a message by what `work` finds, unless it changes or the bot stops meanwhile."""
        turn = self._turns[message] = _Turn(asyncio.create_task(work))
        results = await asyncio.gather(turn.work, return_exceptions=True)
        found: T | BaseException = results[0]
        async with turn.editing:
            if self._turns.get(message) is not turn:
                return
            del self._turns[message]
            if isinstance(found, BaseException):
                raise found
            await edit(found)

    async def changes(self, message: int) -> None:
        """Say that a message shows something else from now on; an edit under way is awaited.

        What was begun for it goes on, as others may want to know the same.
        """
        turn = self._turns.pop(message, None)
        if turn is not None:
            async with turn.editing:
                pass

    def stop(self) -> None:
        """Edit nothing any more."""
        for turn in self._turns.values():
            turn.work.cancel()
        self._turns.clear()
