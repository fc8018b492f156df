"""Searching one generation: ranked passages, and the words of a paragraph to quote."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from corpus.documents import Citation, Document, Paragraph
from corpus.sentences import sentence_spans
from index.answering.paragraph_numbers import numbers_in
from index.errors import InputError
from index.generation import Generation

MAX_QUERY_LENGTH = 2_000  # characters
_LONGEST_QUOTE = 3  # sentences
_WORTH = 0.2  # share of the query's weight that another sentence must add


class Passage(NamedTuple):
    """A paragraph with its score for one query."""

    document: Document
    paragraph: Paragraph
    score: float

    @property
    def citation(self) -> Citation:
        """The paragraph's identifier."""
        return self.document.cite(self.paragraph)


def search(
    generation: Generation,
    query: str,
    *,
    limit: int = 10,
    documents: Collection[str] | None = None,
) -> tuple[Passage, ...]:
    """The paragraphs that match a query best, best first; empty where no word is known.

    Args:
        generation: what is searched.
        query: a question or key words.
        limit: the most passages to return.
        documents: ids of the only documents to look in; None looks in all.

    Raises:
        InputError: the query is longer than 2,000 characters.
    """
    wanted = list(dict.fromkeys(query_terms(generation, query)))
    among = None if documents is None else numbers_in(generation, documents)
    hits = generation.engine.top(wanted, limit, among)
    found = ((generation.indexed[hit.number], hit.score) for hit in hits)
    return tuple(Passage(each.document, each.paragraph, score) for each, score in found)


def query_terms(generation: Generation, query: str) -> list[str]:
    """The terms of a question, as the generation's documents were analysed.

    Raises:
        InputError: it is longer than 2,000 characters.
    """
    if len(query) > MAX_QUERY_LENGTH:
        raise InputError(f"A question may have {MAX_QUERY_LENGTH:,} characters; this has more.")
    return generation.analyser.terms(query)


def best_quote(generation: Generation, text: str, terms: Collection[str]) -> str:
    """The sentences of a paragraph that cover a query best: one slice of `text`, verbatim.

    A sentence covers what its terms weigh (their idf). Neighbours join it, up to three in
    all, where they add enough that it does not say.
    """
    spans = sentence_spans(text)
    if not spans:
        return text
    rarity = generation.engine.rarity
    wanted = {term: rarity(term) for term in terms}
    covered = [wanted.keys() & set(generation.analyser.terms(span.of(text))) for span in spans]
    price = _WORTH * sum(wanted.values())

    def worth(run: range) -> float:
        said = set[str]().union(*(covered[each] for each in run))
        return sum(wanted[term] for term in said) - price * (len(run) - 1)

    best = max(_runs(len(spans)), key=worth)
    return text[spans[best.start].start : spans[best.stop - 1].end]


def _runs(length: int) -> Iterator[range]:
    """Every run of neighbours, the short ones and the early ones first."""
    for size in range(1, min(_LONGEST_QUOTE, length) + 1):
        for start in range(length - size + 1):
            yield range(start, start + size)
