"""Loading what the first questions need, before anybody waits for it."""

import contextlib

from bot.help import topics
from bot.requests import Request
from corpus.errors import RapporteurError
from index.generation import Generation


def rehearse(generation: Generation) -> None:
    """Carry out the help's examples: between them they read every word list once.

    The list of the world's cities alone takes a second, and holds the event loop meanwhile.
    """
    for example in (each for topic in topics() for each in topic.examples):
        with contextlib.suppress(RapporteurError):  # this corpus may not know that name
            Request.parse(example).answer(generation)
