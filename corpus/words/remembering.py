"""Functions of a text that remember what they found, or what another process has found."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import update_wrapper
from threading import Lock
from typing import Generic, TypeVar

SENTENCES = 32_768  # of a corpus: read in one process, they wait to be merged and indexed

Found = TypeVar("Found")


class Remembering(Generic[Found]):
    """A pure function of a text, with its results for the latest texts; shared, so left unchanged.

    Args:
        work: the function, which remembers nothing itself.
        most: texts that are remembered; beyond them the oldest goes.
    """

    def __init__(self, work: Callable[[str], Found], most: int) -> None:
        update_wrapper(self, work)
        self.work = work
        self._most = most
        self._known: OrderedDict[str, Found] = OrderedDict()
        self._writing = Lock()

    def __call__(self, text: str) -> Found:
        """What is found in a text."""
        if text not in self._known:
            found = self.work(text)
            self.learn([(text, found)])
            return found
        try:
            return self._known[text]
        except KeyError:  # another thread has just let go of it
            return self.work(text)

    def learn(self, results: Iterable[tuple[str, Found]]) -> None:
        """Take over texts and what was found in them elsewhere."""
        with self._writing:
            self._known.update(results)
            for _ in range(len(self._known) - self._most):
                self._known.popitem(last=False)


def remembering(most: int) -> Callable[[Callable[[str], Found]], Remembering[Found]]:
    """Make a function of a text remember its results for that many texts."""
    return lambda work: Remembering(work, most)
