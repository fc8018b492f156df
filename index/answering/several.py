"""Several questions answered at once: one answer, its parts in order, its sources numbered once."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.answers import Answer, AnswerKind, Disagreement, Line, Part
from index.generation import Generation
from index.quoting import Quoter
from index.wording import count_text

MOST_PARTS = 5  # more is a questionnaire, and no longer one message
_JOINED = 60  # characters up to which the lines of a group stand in one
_NEAREST = "Nearest, which does not answer it"


def several_answer(generation: Generation, parts: Sequence[Part], asked: int) -> Answer:
    """Join the answers of `parts`; `asked` is the number of questions, of which more may be left.

    Each part is a group of lines under its question. Where a part is not stated, its nearest
    paragraphs stand in a line that says so.
    """
    quoter = Quoter(generation)
    lines: list[Line] = []
    conflicts: list[Disagreement] = []
    for number, part in enumerate(parts, start=1):
        places = [quoter.cite(c.citation, c.quote, c.score) for c in part.answer.citations]
        lines += _lines(part.answer, places, f"{number}. {part.answer.question}")
        conflicts += [_renumbered(each, places) for each in part.answer.conflicts]
    stated = sum(not part.answer.abstained for part in parts)
    subjects = dict.fromkeys(p.answer.understood for p in parts if p.answer.understood)
    return Answer(
        question="",
        kind=AnswerKind.SEVERAL,
        text=_tally(asked, len(parts), stated),
        lines=tuple(lines),
        citations=quoter.quotations,
        conflicts=tuple(dict.fromkeys(conflicts)),
        abstained=not stated,
        reason="" if stated else "None of the questions is answered by the documents.",
        searched=len(generation.documents),
        understood="; ".join(subjects),
        parts=tuple(parts),
    )


def _tally(asked: int, taken: int, stated: int) -> str:
    missing = f", {taken - stated} not stated" if taken > stated else ""
    left = asked - taken
    rest = f" Please ask the other {left} by themselves." if left else ""
    return f"{count_text(asked, 'question')}: {stated} answered{missing}.{rest}"


def _lines(answer: Answer, places: Sequence[int], group: str) -> Iterator[Line]:
    """A part's first line and its list; without a list the first line has all sources."""

    def renumbered(sources: Sequence[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(places[source - 1] for source in sources))

    if answer.abstained and not answer.lines:
        yield Line(answer.text, (), group)
        if places:
            yield Line(_NEAREST, tuple(dict.fromkeys(places)), group)
        return
    alone = () if answer.lines else range(1, len(places) + 1)
    yield Line(answer.text, renumbered((*answer.text_sources, *alone)), group)
    if answer.kind is AnswerKind.MEETING and answer.text_sources:
        return  # that says when, where and under whom; the list would say it again
    for name, members in groupby(answer.lines, key=lambda line: line.group):
        for text, sources in _joined(list(members)):
            yield Line(f"{name}: {text}" if name else text, renumbered(sources), group)


def _joined(lines: Sequence[Line]) -> list[tuple[str, tuple[int, ...]]]:
    """The lines of a group, short ones as one; with the places of their sources."""
    if len(lines) > 1 and all(len(line.text) <= _JOINED for line in lines):
        sources = dict.fromkeys(source for line in lines for source in line.sources)
        return [(", ".join(line.text for line in lines), tuple(sources))]
    return [(line.text, line.sources) for line in lines]


def _renumbered(conflict: Disagreement, places: Sequence[int]) -> Disagreement:
    stated = tuple((what, places[place - 1]) for what, place in conflict.stated)
    return Disagreement(conflict.subject, stated)
