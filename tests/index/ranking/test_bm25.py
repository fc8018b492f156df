"""The engine ranks as its rank_bm25 parent scores."""

import asyncio
import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.bm25 import BM25Engine
from index.ranking.kernel import Kernel
from tests.index.ranking.engines import KERNELS
from tests.index.ranking.test_conformance import Reference

words = st.sampled_from(["visa", "border", "training", "portal", "bali", "the"])
corpora = st.lists(st.lists(words, max_size=12), min_size=1, max_size=25).filter(any)
queries = st.lists(words | st.just("unheard"), max_size=6)

PARAGRAPHS = [
    ["visa", "fee"],
    ["border", "visa"],
    ["portal"],
    ["training", "portal"],
    ["border", "control", "training"],
]


@pytest.fixture(scope="module", params=KERNELS)
def kernel(request: pytest.FixtureRequest) -> Kernel:
    made: Kernel = request.param()
    return made


@given(corpora, queries)
def test_scores_are_those_of_the_parent(
    kernel: Kernel, corpus: list[list[str]], query: list[str]
) -> None:
    engine, parent = BM25Engine(corpus, kernel), Reference(corpus).get_scores(query)
    assert engine.get_scores(query).tolist() == parent.tolist()
    for hit in engine.top(query, limit=len(corpus)):
        assert hit.score == parent[hit.number]


@given(corpora, queries, st.integers(0, 30))
def test_order_is_by_score_then_number_without_zeros(
    kernel: Kernel, corpus: list[list[str]], query: list[str], limit: int
) -> None:
    engine = BM25Engine(corpus, kernel)
    scores = engine.get_scores(query)
    ranked = sorted(np.flatnonzero(scores), key=lambda number: (-scores[number], number))
    assert [hit.number for hit in engine.top(query, limit)] == ranked[:limit]


@given(corpora, queries, st.sets(st.integers(0, 24)))
def test_among_ranks_only_these_paragraphs_with_unchanged_scores(
    kernel: Kernel, corpus: list[list[str]], query: list[str], chosen: set[int]
) -> None:
    among = [number for number in chosen if number < len(corpus)]
    engine = BM25Engine(corpus, kernel)
    everywhere = engine.top(query, len(corpus))
    assert engine.top(query, len(corpus), among) == [h for h in everywhere if h.number in among]


def test_scores_match_a_calculation_by_hand() -> None:
    engine = BM25Engine(PARAGRAPHS)
    idf = math.log(1 + (5 - 1 + 0.5) / (1 + 0.5))
    norm = 1.5 * (1 - 0.75 + 0.75 * 3 / 2)
    [hit] = engine.top(["control"], 3)
    assert hit.number == 4
    assert hit.score == pytest.approx(idf * 2.5 / (1 + norm))


def test_term_in_most_paragraphs_still_counts_but_less_than_a_rarer_one() -> None:
    engine = BM25Engine([["the", "visa"], ["the", "border"], ["the"], ["the", "visa"], ["portal"]])
    assert 0 < engine.idf["the"] < engine.idf["visa"] < engine.idf["portal"]


def test_lists_that_need_not_be_read_change_nothing(kernel: Kernel) -> None:
    """Half of the paragraphs hold a common term: MaxScore skips it where a rare one is found."""
    chance = random.Random(5)
    rare = [f"r{number}" for number in range(2000)]
    corpus = [
        [*chance.choices(rare, k=3), *(["common"] * chance.randrange(3)), "everywhere"]
        for _ in range(40_000)
    ]
    engine = BM25Engine(corpus, kernel)
    for query in (["r7", "common"], ["common", "r8", "r9", "everywhere"], ["common", "everywhere"]):
        scores = engine.get_scores(query)
        ranked = np.argsort(-scores, kind="stable")[:10]
        assert engine.top(query, 10) == [(number, scores[number]) for number in ranked]


async def test_queries_of_several_threads_do_not_mix(kernel: Kernel) -> None:
    engine = BM25Engine([[f"w{number % 50}", f"v{number % 7}"] for number in range(3000)], kernel)
    queries = [[f"w{number}", f"v{number % 7}"] for number in range(50)] * 4
    alone = [engine.top(query, 10) for query in queries]
    together = await asyncio.gather(
        *(asyncio.to_thread(engine.top, query, 10) for query in queries)
    )
    assert list(together) == alone


def test_batch_scores_are_those_of_these_paragraphs() -> None:
    engine = BM25Engine(PARAGRAPHS)
    scores = engine.get_scores(["visa", "portal"])
    assert engine.get_batch_scores(["visa", "portal"], [3, 1]) == [scores[3], scores[1]]
