"""Documents analysed from their texts, with the facts that they state together."""

from collections.abc import Mapping
from typing import NamedTuple

from index.analysed.corpus import NOTHING, AnalysedCorpus
from index.generation import Generation
from index.publication.indexing import index_changes
from tests.index.generations import PUBLICATION, generation_of


class Indexed(NamedTuple):
    """A generation, and what its documents were analysed to."""

    generation: Generation
    corpus: AnalysedCorpus


def index_texts(texts: Mapping[str, str], previous: AnalysedCorpus = NOTHING) -> Indexed:
    """Index texts by file name, over what is known already."""
    read = generation_of(texts)
    documents = tuple(read.documents.values())
    return Indexed(*index_changes(PUBLICATION, documents, read.facts, previous))


def told(indexed: Indexed) -> list[object]:
    """All that a generation knows of its paragraphs, to compare."""
    generation = indexed.generation
    return [
        [(each.citation, tuple(each.sentences), tuple(each.around)) for each in generation.indexed],
        [generation.engine.top([term], 5) for term in ("port", "meet", "fiji", "visa")],
        dict(indexed.corpus.postings),
        generation.words,
        generation.common_words,
    ]
