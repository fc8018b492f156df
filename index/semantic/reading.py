"""What the model is given to read: a sentence after the one before it, acronyms in full.

A sentence by itself says "The RSO was opened there"; the model knows neither the RSO nor
where "there" is.
"""

from collections.abc import Iterable

from index.generation import IndexedParagraph
from index.semantic.spelling import Speller


def readings(indexed: Iterable[IndexedParagraph], speller: Speller) -> list[list[str]]:
    """What is read for each sentence, by paragraph; a list's lead comes before its items."""
    return [_readings(each, speller) for each in indexed]


def _readings(indexed: IndexedParagraph, speller: Speller) -> list[str]:
    text = indexed.paragraph.text
    sentences = [each.span.of(text) for each in indexed.sentences]
    before = [indexed.paragraph.lead, *sentences]
    pairs = zip(before, sentences, strict=False)
    return [speller.spell_out(f"{previous} {sentence}".strip()) for previous, sentence in pairs]
