"""What holds of every engine: it ranks as rank_bm25's formula does, with Lucene's idf."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from tests.index.ranking.engines import ENGINES, EngineOf

PARAGRAPHS = [
    ["visa", "fee"],
    ["border", "visa"],
    ["portal"],
    ["training", "portal"],
    ["border", "control", "training"],
]
# An engine may compute in single precision.
CLOSE = 1e-5


class Reference(BM25Okapi):  # type: ignore[misc]  # rank_bm25 comes without types
    """The peer itself, but for its idf."""

    corpus_size: int

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        """Lucene's, as the seam asks."""
        self.idf = {
            term: math.log(1 + (self.corpus_size - frequency + 0.5) / (frequency + 0.5))
            for term, frequency in nd.items()
        }


@pytest.fixture(params=ENGINES)
def engine_of(request: pytest.FixtureRequest) -> Iterator[EngineOf]:
    with request.param() as make:
        yield make


def corpus_of(seed: int, paragraphs: int) -> list[list[str]]:
    """Token lists by Zipf's law, a few with a delegation's term, which holds a space."""
    chance = random.Random(seed)
    words = ["sri lanka", *(f"w{rank}" for rank in range(1, 60))]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [chance.choices(words, weights, k=chance.randint(1, 38)) for _ in range(paragraphs)]


def queries_of(seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    words = ["sri lanka", "unheard", *(f"w{rank}" for rank in range(1, 60))]
    return [chance.choices(words, k=chance.randint(1, 8)) for _ in range(25)]


@pytest.mark.parametrize(("seed", "paragraphs"), [(1, 5), (2, 60), (3, 700)])
def test_scores_and_order_are_those_of_the_reference(
    engine_of: EngineOf, seed: int, paragraphs: int
) -> None:
    corpus = corpus_of(seed, paragraphs)
    engine, reference = engine_of(corpus), Reference(corpus)
    for query in queries_of(seed):
        scores = reference.get_scores(query)
        hits = engine.top(query, 10)
        best = sorted(scores[scores > 0], reverse=True)[:10]
        assert [hit.score for hit in hits] == pytest.approx(best, rel=CLOSE)
        assert [hit.score for hit in hits] == pytest.approx(
            [scores[hit.number] for hit in hits], rel=CLOSE
        )
        assert len({hit.number for hit in hits}) == len(hits)


def test_ties_come_in_paragraph_order(engine_of: EngineOf) -> None:
    corpus = [["x"], *([["visa"]] * 300), ["y"], *([["fee", "visa"]] * 5)]
    assert [hit.number for hit in engine_of(corpus).top(["visa"], 4)] == [1, 2, 3, 4]
    assert [hit.number for hit in engine_of(corpus).top(["fee", "visa"], 7)][:6] == [
        *range(302, 307),
        1,
    ]


def test_repeated_query_terms_count_as_often_as_they_stand(engine_of: EngineOf) -> None:
    engine = engine_of(PARAGRAPHS)
    once = {hit.number: hit.score for hit in engine.top(["visa"], 5)}
    twice = {hit.number: hit.score for hit in engine.top(["visa", "visa"], 5)}
    assert twice == pytest.approx({number: 2 * score for number, score in once.items()}, rel=CLOSE)


def test_unknown_terms_change_nothing(engine_of: EngineOf) -> None:
    engine = engine_of(PARAGRAPHS)
    assert engine.top(["unheard", "visa"], 5) == engine.top(["visa"], 5)
    assert engine.top(["unheard"], 5) == []
    assert engine.top([], 5) == []


@pytest.mark.parametrize("corpus", [[], [[]], [[], [], []]])
def test_corpus_without_words_finds_nothing(
    engine_of: EngineOf, corpus: Sequence[Sequence[str]]
) -> None:
    engine = engine_of(corpus)
    assert engine.top(["visa"], 5) == []
    assert engine.top(["visa"], 5, []) == []
    assert engine.rarity("visa") == 0
    assert list(engine.vocabulary) == []


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 1000])
def test_limit_cuts_the_same_order(engine_of: EngineOf, limit: int) -> None:
    engine = engine_of(PARAGRAPHS)
    everything = engine.top(["border", "visa", "fee"], 5)
    assert len(everything) == 3
    assert engine.top(["border", "visa", "fee"], limit) == everything[:limit]


@pytest.mark.parametrize("chosen", [[], [0], [4, 1], [2, 3], [0, 1, 2, 3, 4]])
def test_among_ranks_only_these_with_unchanged_scores(
    engine_of: EngineOf, chosen: Sequence[int]
) -> None:
    engine = engine_of(PARAGRAPHS)
    query = ["border", "visa", "portal"]
    everywhere = engine.top(query, 5)
    assert engine.top(query, 5, chosen) == [hit for hit in everywhere if hit.number in chosen]


def test_among_is_not_cut_by_better_paragraphs_elsewhere(engine_of: EngineOf) -> None:
    corpus = [*([["visa"]] * 200), ["visa", "fee", "border", "portal"], ["x"]]
    [hit] = engine_of(corpus).top(["visa"], 3, [200, 201])
    assert hit.number == 200


def test_rarity_is_lucenes_idf(engine_of: EngineOf) -> None:
    engine = engine_of(PARAGRAPHS)
    assert engine.rarity("control") == pytest.approx(math.log(1 + 4.5 / 1.5))
    assert engine.rarity("visa") == pytest.approx(math.log(1 + 3.5 / 2.5))
    assert engine.rarity("unheard") == 0
    assert engine.rarity_of_unknown == pytest.approx(math.log(1 + 5.5 / 0.5))


def test_vocabulary_is_every_term_once(engine_of: EngineOf) -> None:
    vocabulary = engine_of(PARAGRAPHS).vocabulary
    assert set(vocabulary) == {term for each in PARAGRAPHS for term in each}
    assert len(vocabulary) == len(set(vocabulary))
    assert "visa" in vocabulary
    assert "unheard" not in vocabulary


def test_scores_are_plain_numbers(engine_of: EngineOf) -> None:
    [hit, *_] = engine_of(PARAGRAPHS).top(["visa"], 1)
    assert type(hit.number) is int
    assert type(hit.score) is float
    assert np.isfinite(hit.score)
