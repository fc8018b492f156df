"""What maintainers have put right, and what can be."""

from collections.abc import Sequence

from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.publication.correcting import CorrectionEntry, State
from index.publication.corrections import Stated
from index.quoting import Quoter
from index.wording import count_text, day_text

_GROUPS = {
    State.APPLIED: "In force",
    State.WAITING: "Waiting: no published paragraph states that in those words",
    State.REPLACED: "Replaced by a later one",
    State.UNDONE: "Taken back",
}


def corrections_reply(generation: Generation, entries: Sequence[CorrectionEntry]) -> Answer:
    """Every correction by what became of it, the latest first, with its paragraph."""
    quoter = Quoter(generation)
    lines = [
        Line(_text(each), _sources(generation, quoter, each), group)
        for state, group in _GROUPS.items()
        for each in entries
        if each.state is state
    ]
    counted = count_text(len(entries), "correction")
    return Answer(
        question="",
        kind=AnswerKind.NONE,
        text=f"{counted[:1].upper()}{counted[1:]}.",
        lines=tuple(lines),
        citations=quoter.quotations,
    )


def stated_reply(generation: Generation, facts: Sequence[Stated]) -> Answer:
    """The facts of one paragraph, as they were read, by the keys that correct them."""
    quoter = Quoter(generation)
    lines = tuple(Line(f"{e.fact} · {e.shown}", (quoter.cite(e.citation),)) for e in facts)
    return Answer(
        question="",
        kind=AnswerKind.NONE,
        text=f"{count_text(len(facts), 'fact')} can be corrected here.".capitalize(),
        lines=lines,
        citations=quoter.quotations,
    )


def _text(entry: CorrectionEntry) -> str:
    made = entry.correction
    day, note = day_text(made.at.date()), f": {made.note}" if made.note else ""
    return f"{made.number} · {made} · {made.actor.name}, {day}{note}"


def _sources(generation: Generation, quoter: Quoter, entry: CorrectionEntry) -> tuple[int, ...]:
    """The paragraph, where it is published; earlier revisions are shown by `/source` alone."""
    citation = entry.correction.citation
    return (quoter.cite(citation),) if generation.resolve(citation) else ()
