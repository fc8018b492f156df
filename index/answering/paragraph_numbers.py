"""Where a generation's paragraphs stand in the engine's numbering, worked out once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from corpus.documents import Citation
from corpus.facts import Meeting
from index.analysis import word_terms
from index.generation import Generation, IndexedParagraphs
from index.meeting_names import words_of

_GENERATIONS = 2  # the one that serves, and the one that takes over


def numbers_about(generation: Generation, meetings: Collection[Meeting]) -> list[int]:
    """The paragraphs of the documents that report these meetings, and those that name them."""
    numbers: set[int] = set()
    by_citation = numbers_by_citation(generation.indexed)
    by_document, reporting = _by_document(generation.indexed), _reporting(generation)
    for meeting in meetings:
        for document in reporting.get(meeting.id, ()):
            numbers.update(by_document.get(document, ()))
        named = (by_citation.get(each) for each in (meeting.citation, *meeting.mentions))
        numbers.update(number for number in named if number is not None)
    for ordinal, body in {(each.ordinal, each.body) for each in meetings}:
        if ordinal and body:
            numbers.update(_counting(generation, ordinal, body))
    return sorted(numbers)


def numbers_cited(generation: Generation, citations: Iterable[Citation]) -> list[int]:
    """The numbers of cited paragraphs, ascending; none for those that are not searched."""
    by_citation = numbers_by_citation(generation.indexed)
    return sorted({by_citation[each] for each in citations if each in by_citation})


def numbers_in(generation: Generation, documents: Collection[str]) -> list[int]:
    """The numbers of all paragraphs of documents, by id, ascending."""
    by_document = _by_document(generation.indexed)
    return sorted(number for each in documents for number in by_document.get(each, ()))


@lru_cache(maxsize=_GENERATIONS)
def numbers_by_citation(indexed: IndexedParagraphs) -> Mapping[Citation, int]:
    """Where each paragraph stands; what is recorded of action items does not change it."""
    return {citation: number for number, citation in enumerate(indexed.citations())}


def _counting(generation: Generation, ordinal: int, body: str) -> Iterable[int]:
    """The paragraphs that name a meeting by its number in a series: "the 6th AHG SOM"."""
    terms = {term for word in words_of(body) for term in word_terms(word)}
    return generation.indexed.holding(f"{ordinal}th", *terms) if terms else ()


@lru_cache(maxsize=_GENERATIONS)
def _by_document(indexed: IndexedParagraphs) -> Mapping[str, Sequence[int]]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for citation, number in numbers_by_citation(indexed).items():
        numbers[citation.document].append(number)
    return dict(numbers)


@lru_cache(maxsize=_GENERATIONS)
def _reporting(generation: Generation) -> Mapping[str, Sequence[str]]:
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for document, meeting in generation.reported.items():
        documents[meeting.id].append(document)
    return documents
