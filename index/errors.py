"""Refusals of a question or a command, each one plain sentence."""

from collections.abc import Sequence

from corpus.errors import RapporteurError


class InputError(RapporteurError):
    """An option has a form or a value that cannot be used."""


class NotFoundError(RapporteurError):
    """Nothing of that name is known; `nearest` are the closest names there are."""

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        hint = f" Nearest: {'; '.join(nearest)}." if nearest else ""
        super().__init__(message + hint)
        self.nearest = tuple(nearest)


class AmbiguousError(RapporteurError):
    """A name stands for several things; `candidates` lists them."""

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{message} Candidates: {'; '.join(candidates)}.")
        self.candidates = tuple(candidates)
