"""Made-up paragraphs as terms, in any number, the same for the same seed."""

from collections.abc import Iterator

import numpy as np

WORDS = 60  # a paragraph, after stop words

_VOCABULARY = 200_000
_FLATTENED = 30.0  # ranks that a list of stop words takes off the head of Zipf's law
_CHUNK = 10_000  # paragraphs drawn at once
_QUERY_WORDS = range(3, 9)


def token_lists(paragraphs: int) -> list[list[str]]:
    """Paragraphs of 60 terms; words follow the law of Zipf and Mandelbrot."""
    return list(_drawn(paragraphs, seed=0))


def document_of(paragraphs: int = 50) -> list[list[str]]:
    """One more document, of which some words are new."""
    return [[*each[1:], f"new{place}"] for place, each in enumerate(_drawn(paragraphs, seed=1))]


def queries(number: int) -> list[list[str]]:
    """Three to eight words each, as they stand in paragraphs: common words come often."""
    sizes = np.random.default_rng(2).choice(list(_QUERY_WORDS), size=number)
    drawn = _drawn(number, seed=3)
    return [list(dict.fromkeys(each[:size])) for each, size in zip(drawn, sizes, strict=True)]


def _drawn(paragraphs: int, seed: int) -> Iterator[list[str]]:
    random = np.random.default_rng(seed)
    weights = 1 / (np.arange(_VOCABULARY) + _FLATTENED)
    edges = np.cumsum(weights / weights.sum())
    words = np.array([f"w{rank}" for rank in range(_VOCABULARY)], dtype=object)
    for start in range(0, paragraphs, _CHUNK):
        shape = min(_CHUNK, paragraphs - start), WORDS
        ranks = np.minimum(np.searchsorted(edges, random.random(shape)), _VOCABULARY - 1)
        yield from words[ranks].tolist()
