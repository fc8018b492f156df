"""The assistant: a question becomes an answer, a fact where it asks for one, else passages."""

from collections.abc import Callable
from dataclasses import replace

from index.answering import fact_routes, meeting_routes
from index.answering.passages import passages_answer
from index.answers import Answer
from index.errors import InputError
from index.generation import Generation
from index.understanding.questions import Question, understand

_Route = Callable[[Generation, Question], Answer | None]

# In this order: the first that has an answer, or knows that there is none, gives it.
_ROUTES: tuple[_Route, ...] = (
    fact_routes.glossary,
    fact_routes.rilon,
    meeting_routes.attended,
    fact_routes.delegation,
    meeting_routes.meetings,
    meeting_routes.chairs,
    meeting_routes.attendance,
    meeting_routes.held,
    fact_routes.actions,
    meeting_routes.unknown_meeting,
)


def answer(generation: Generation, question: str, meeting: str | None = None) -> Answer:
    """Answer a question from one generation; `meeting` narrows it to one.

    CPU only, and not for the event loop.

    Raises:
        InputError: the question is empty.
        NotFoundError, AmbiguousError: `meeting` cannot be told.
    """
    typed = question.strip()
    if not typed:
        raise InputError("Ask a question, such as: Who attended the Perth meeting?")
    asked = understand(generation, typed, meeting)
    for route in _ROUTES:
        found = route(generation, asked)
        if found is not None:
            return replace(found, question=typed)
    return replace(passages_answer(generation, asked), question=typed)
