"""Keeping what is worked out for one generation, so that no question works it out again."""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from index.generation import Generation

P = ParamSpec("P")
T = TypeVar("T")

_GENERATIONS = 2  # the one that serves, and the one that takes over


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[Generation, P], T]], Callable[Concatenate[Generation, P], T]]:
    """Keep the last `most` results of a function for each generation.

    It must give the same for the same arguments, which must be hashable, and nobody may change
    what it gives. What it raises is not kept.
    """

    def remembering(
        function: Callable[Concatenate[Generation, P], T],
    ) -> Callable[Concatenate[Generation, P], T]:
        @lru_cache(maxsize=_GENERATIONS)
        def of(generation: Generation) -> Callable[P, T]:
            kept = lru_cache(maxsize=most)(partial(function, generation))
            return cast("Callable[P, T]", kept)

        @wraps(function)
        def recall(generation: Generation, /, *args: P.args, **kwargs: P.kwargs) -> T:
            return of(generation)(*args, **kwargs)

        return recall

    return remembering
