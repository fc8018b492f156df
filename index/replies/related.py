"""Which paragraphs are about the same as a text, such as a message that somebody wrote."""

from index.answers import Answer, AnswerKind
from index.errors import InputError
from index.generation import Generation
from index.quoting import Quoter
from index.search import best_quote
from index.wording import count_text

LONGEST_TEXT = 4_000  # characters
_SHOWN = 5
_TERMS = 24  # the rarest of the text's words: they tell what it is about
_SHARED = 3  # of these, or all there are, that a paragraph must hold to be about the same


def related_reply(generation: Generation, text: str) -> Answer:
    """The paragraphs that share the most of the rare words of `text`, closest first.

    Raises:
        InputError: the text is longer than 4,000 characters.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(f"A text may have {LONGEST_TEXT:,} characters; this has more.")
    engine, analyser = generation.engine, generation.analyser
    known = [term for term in dict.fromkeys(analyser.terms(text)) if engine.rarity(term)]
    wanted = sorted(known, key=lambda term: -engine.rarity(term))[:_TERMS]
    quoter = Quoter(generation)
    for hit in engine.top(wanted, _SHOWN):
        indexed = generation.indexed[hit.number]
        shared = set(wanted).intersection(analyser.terms(indexed.paragraph.text))
        if len(shared) >= min(_SHARED, len(wanted)):
            quote = best_quote(generation, indexed.paragraph.text, wanted)
            quoter.cite(indexed.citation, quote, round(hit.score, 4))
    found = quoter.quotations
    searched = len(generation.documents)
    nothing = f"Nothing related in {count_text(searched, 'document')}."
    related = f"{count_text(len(found), 'paragraph')} about the same, the closest first."
    return Answer(
        question=text,
        kind=AnswerKind.PASSAGES if found else AnswerKind.NONE,
        text=related if found else nothing,
        citations=found,
        abstained=not found,
        reason="" if found else "No paragraph shares enough of the text's words.",
        searched=searched,
    )
