"""Our retrieval with each of its parts switched off, made of its public functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import overload

from benchmarks.engines import DEPTH, Ranker
from index.analysis import Analyser
from index.answering.concepts import Concept, concepts_of, terms_of
from index.answering.items import among
from index.answering.judging import judge
from index.generation import Generation, IndexedParagraph, IndexedParagraphs
from index.ranking.bm25 import BM25Engine
from index.search import search
from index.understanding.questions import understand


@dataclass(frozen=True, slots=True)
class Parts:
    """What is on.

    Attributes:
        context: the words of a paragraph's meeting, section, list and part in the facts.
        reading: a question's misspelt words put right, and its meeting's name taken out.
        meeting: only paragraphs of the meeting that the question names.
        synonyms: other words for the question's own, acronyms, close words.
        sentences: judging by the best sentence, beside the engine's score.
        kinds: preferring sentences with the kind of words that the question wants.
    """

    context: bool = True
    reading: bool = True
    meeting: bool = True
    synonyms: bool = True
    sentences: bool = True
    kinds: bool = True


def ablations(generation: Generation) -> dict[str, Ranker]:
    """A ranker by name: the engine alone, all parts, all but one each, and the vectors' share."""
    lexical = replace(generation, vectors=None)
    rankers = {
        "BM25, our terms": _engine(without_context(lexical)),
        "BM25, our terms and context": _engine(lexical),
        "all parts": ranker(lexical, Parts()),
    }
    for part in Parts.__dataclass_fields__:
        rankers[f"… without {part}"] = ranker(lexical, replace(Parts(), **{part: False}))
    if generation.vectors:
        rankers["vectors alone"] = _vectors(generation)
        rankers["all parts and vectors"] = ranker(generation, Parts())
    return rankers


def ranker(generation: Generation, parts: Parts) -> Ranker:
    """Rank paragraphs as the assistant does for an answer from passages."""
    searched = generation if parts.context else without_context(generation)
    numbers = {each.citation: number for number, each in enumerate(searched.indexed)}

    def rank(question: str) -> list[int]:
        asked = understand(searched, question)
        about = asked.about if parts.reading else question
        concepts = concepts_of(searched, about, asked.wants.names)
        if not parts.synonyms:
            concepts = tuple(_said(each) for each in concepts)
        allowed = among(searched, asked) if parts.meeting else None
        if not parts.sentences:
            hits = searched.engine.top(terms_of(concepts), DEPTH, allowed)
            return [hit.number for hit in hits]
        if not parts.kinds:
            asked = replace(asked, wants=replace(asked.wants, kinds=frozenset()))
        judged = judge(searched, asked, concepts, allowed)
        return [numbers[each.citation] for each in judged[:DEPTH]]

    return rank


def without_context(generation: Generation) -> Generation:
    """The same paragraphs, of which nothing is known but their own words."""
    return replace(
        generation,
        indexed=_WithoutContext(generation.indexed),
        engine=BM25Engine(
            [
                [term for sentence in each.sentences for term in sentence.terms]
                for each in generation.indexed
            ]
        ),
        analyser=Analyser(),
    )


class _WithoutContext(IndexedParagraphs):
    """Paragraphs that stand under nothing."""

    def __init__(self, indexed: IndexedParagraphs) -> None:
        self._indexed = indexed

    def __len__(self) -> int:
        return len(self._indexed)

    @overload
    def __getitem__(self, place: int) -> IndexedParagraph: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[IndexedParagraph]: ...
    def __getitem__(self, place: int | slice) -> IndexedParagraph | Sequence[IndexedParagraph]:
        if isinstance(place, slice):
            return [replace(each, around=()) for each in self._indexed[place]]
        return replace(self._indexed[place], around=())

    def holding(self, *terms: str) -> Iterable[int]:
        return self._indexed.holding(*terms)


def _said(concept: Concept) -> Concept:
    """A concept in the question's own words alone."""
    return replace(concept, forms={concept.said: concept.forms[concept.said]})


def _engine(generation: Generation) -> Ranker:
    numbers = {each.citation: number for number, each in enumerate(generation.indexed)}
    return lambda question: [
        numbers[passage.citation] for passage in search(generation, question, limit=DEPTH)
    ]


def _vectors(generation: Generation) -> Ranker:
    def rank(question: str) -> list[int]:
        similar = generation.vectors.similarities(question) if generation.vectors else None
        return similar.top(DEPTH) if similar else []

    return rank
