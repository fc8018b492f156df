"""What the acronyms of the corpus stand for."""

from collections.abc import Sequence

from corpus.facts import Acronym
from index.answers import Answer, AnswerKind, Line
from index.facts import select_acronyms
from index.generation import Generation
from index.quoting import Quoter


def glossary_reply(generation: Generation, term: str | None = None) -> Answer:
    """The glossary, or what one acronym stands for; several meanings stand side by side.

    Raises:
        NotFoundError: no document explains the term.
    """
    return glossary_answer(generation, select_acronyms(generation, term))


def glossary_answer(generation: Generation, found: Sequence[Acronym]) -> Answer:
    """These acronyms with their meanings, in the documents' words."""
    quoter = Quoter(generation)
    lines = tuple(
        Line(f"{each.acronym}: {each.meaning}", (quoter.cite(each.citation, each.meaning),))
        for each in found
    )
    acronyms = {each.acronym for each in found}
    one = len(acronyms) == 1
    text = " / ".join(dict.fromkeys(f"{each.acronym}: {each.meaning}" for each in found))
    return Answer(
        question="",
        kind=AnswerKind.GLOSSARY,
        text=text if one else f"{len(acronyms)} acronyms are explained.",
        text_sources=tuple(range(1, len(quoter.quotations) + 1)) if one else (),
        lines=() if one and len(found) == 1 else lines,
        citations=quoter.quotations,
        abstained=not found,
        reason="" if found else "No document explains an acronym.",
        searched=len(generation.documents),
        understood=next(iter(acronyms)) if one else "",
    )
