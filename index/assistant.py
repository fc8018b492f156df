"""The assistant: a question becomes an answer, a fact where it asks for one, else passages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from index.answering import fact_routes, meeting_routes, references, series_routes
from index.answering.coming import coming
from index.answering.passages import passages_answer
from index.answering.persons import person
from index.answering.several import MOST_PARTS, several_answer
from index.answering.small_talk import small_talk, told_if_foreign, without_courtesies
from index.answering.superlatives import superlative
from index.answers import Answer, Part
from index.conversing.conversation import follow, resolve
from index.conversing.turns import Context, Understood
from index.errors import InputError, NotFoundError
from index.generation import Generation
from index.standing_in import noted
from index.understanding.clauses import questions_in
from index.understanding.questions import LONGEST_QUESTION, Question, understand

_Route = Callable[[Generation, Question], Answer | None]

_REMEMBERED = 200  # answers, some 10 kB each

# In this order: the first that has an answer, or knows that there is none, gives it.
_ROUTES: tuple[_Route, ...] = (
    references.item,
    references.paragraph,
    fact_routes.glossary,
    person,
    fact_routes.rilon,
    superlative,
    coming,
    series_routes.attended,
    series_routes.newcomers,
    series_routes.all_of_them,
    series_routes.compared,
    series_routes.chairs,
    meeting_routes.attended,
    fact_routes.delegation,
    series_routes.held,
    meeting_routes.meetings,
    meeting_routes.chairs,
    meeting_routes.attendance,
    meeting_routes.outcomes,
    meeting_routes.held,
    fact_routes.actions,
    fact_routes.unexplained,
    meeting_routes.unknown_meeting,
    meeting_routes.unsaid_meeting,
)


def answer(
    generation: Generation, question: str, meeting: str | None = None, today: date | None = None
) -> Answer:
    """Answer a question from one generation; `meeting` narrows it to one.

    `today` is the day on which action items are overdue; by default that of the publication.
    CPU only, and not for the event loop.

    Raises:
        InputError: the question is empty.
        NotFoundError, AmbiguousError: `meeting` cannot be told.
    """
    typed = question.strip()
    if not typed:
        raise InputError("Ask a question, such as: Who attended the Perth meeting?")
    found = _remembered(generation)(typed, meeting, today)
    if found.note:  # it was true when it was written, not for the generation's life
        _remembered.cache_clear()
    return found


@lru_cache(maxsize=2)  # the generation that serves, and the one that takes over
def _remembered(generation: Generation) -> Callable[[str, str | None, date | None], Answer]:
    """Answers one generation's questions; turning a page of an answer asks its question again."""
    return lru_cache(maxsize=_REMEMBERED)(partial(_answer_all, generation))


def _answer_all(
    generation: Generation, typed: str, meeting: str | None, today: date | None
) -> Answer:
    """The answer to a text that may hold several questions, or none."""
    said = small_talk(generation, typed)
    if said is not None:
        return said
    questions = questions_in(without_courtesies(typed[:LONGEST_QUESTION]))
    if len(questions) == 1:
        return replace(
            noted(lambda: _answer(generation, *questions, meeting, today)), question=typed
        )

    def in_turn() -> Answer:
        parts = _answered_in_turn(generation, questions[:MOST_PARTS], meeting, today)
        return replace(several_answer(generation, parts, len(questions)), question=typed)

    return noted(in_turn)


def _answer(
    generation: Generation, question: str, meeting: str | None, today: date | None
) -> Answer:
    """The answer to a text that is one question."""
    asked = replace(understand(generation, question, meeting), day=today)
    for route in _ROUTES:
        found = route(generation, asked)
        if found is not None:
            return replace(found, question=question)
    found = told_if_foreign(passages_answer(generation, asked), asked)
    return replace(found, question=question)


def _answered_in_turn(
    generation: Generation, questions: Sequence[str], meeting: str | None, today: date | None
) -> list[Part]:
    """Each question's answer; what one leaves unsaid is taken from those before it."""
    context, parts = Context(), []
    for question in questions:
        understood = _completed(generation, context, question, meeting)
        asked, lent = understood.options["question"], understood.options.get("meeting")
        found = _answer(generation, asked, lent, today)
        context = follow(generation, context, understood, found)
        parts.append(Part(asked, lent or "", replace(found, question=question)))
    return parts


def _completed(
    generation: Generation, context: Context, question: str, meeting: str | None
) -> Understood:
    if meeting:
        return Understood("ask", {"question": question, "meeting": meeting})
    try:
        understood = resolve(generation, context, question)
    except NotFoundError:  # of the next meeting, where there is none
        understood = None
    alone = Understood("ask", {"question": question})
    return understood if understood and understood.command == "ask" else alone
