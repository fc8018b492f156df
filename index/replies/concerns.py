"""What maintainers should look at, as an answer that any face can show."""

from collections.abc import Sequence

from index.answers import Answer, AnswerKind, Line
from index.question_log import Concerning
from index.repositories.questions import Concern
from index.wording import count_text, day_text

_LONGEST = 250  # characters of a question that are shown
_MOST_CITED = 3

_GROUPS = {Concern.NOT_STATED: "Not stated", Concern.CALLED_WRONG: "Called wrong"}


def concerns_answer(concerns: Sequence[Concerning]) -> Answer:
    """A line for each question: those without an answer, then those whose answer is wrong."""
    counted = count_text(len(concerns), "question")
    lines = [
        Line(_line(each), group=group)
        for concern, group in _GROUPS.items()
        for each in concerns
        if each.concern is concern
    ]
    return Answer(
        question="",
        kind=AnswerKind.NONE,
        text=f"{counted.capitalize()} kept for maintainers.",
        lines=tuple(lines),
    )


def _line(each: Concerning) -> str:
    text = each.text if len(each.text) <= _LONGEST else f"{each.text[: _LONGEST - 1]}…"
    people = count_text(len(each.askers), "person", "people")
    first, last = day_text(each.first_at.date()), day_text(each.last_at.date())
    parts = [
        f"{text} — {count_text(each.times, 'time')}, by {people}",
        last if first == last else f"{first} to {last}",
    ]
    if each.cited:
        shown = ", ".join(map(str, each.cited[:_MOST_CITED]))
        parts.append(f"cited {shown}{', …' if len(each.cited) > _MOST_CITED else ''}")
    parts += [f"“{note}”" for note in each.notes]
    return " · ".join(parts)
