"""The paragraphs behind citations, whole."""

from corpus.documents import Citation
from index.answers import Answer, AnswerKind
from index.errors import InputError, NotFoundError
from index.generation import Generation
from index.quoting import Quoter
from index.wording import count_text

_MOST = 10  # paragraphs shown at once


def source_reply(generation: Generation, citation: str) -> Answer:
    """The cited paragraph; of several citations, with spaces between them, each.

    Raises:
        CitationFormatError: one of them is no citation.
        NotFoundError: the current documents do not hold one of them.
    """
    wanted = [Citation.parse(each) for each in citation.split()]
    if not wanted:
        raise InputError("Name a citation, such as 2012-06-11-tewg-kuala-lumpur#p7.")
    quoter = Quoter(generation)
    for each in wanted[:_MOST]:
        if generation.resolve(each) is None:
            raise NotFoundError(f"The documents no longer hold {each}; /source shows how it read.")
        quoter.cite(each)
    found = quoter.quotations
    return Answer(
        question="",
        kind=AnswerKind.SOURCE,
        text=f"{count_text(len(found), 'source')}, word for word.",
        citations=found,
        searched=len(generation.documents),
        understood=found[0].label if len(found) == 1 else "",
    )
