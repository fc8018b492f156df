"""The engine ranks as its rank_bm25 parent scores."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.bm25 import BM25Engine

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


@given(corpora, queries)
def test_scores_are_those_of_the_parent(corpus: list[list[str]], query: list[str]) -> None:
    engine = BM25Engine(corpus)
    parent = engine.get_scores(query)
    for hit in engine.top(query, limit=len(corpus)):
        assert hit.score == parent[hit.number]


@given(corpora, queries, st.integers(0, 30))
def test_order_is_by_score_then_number_without_zeros(
    corpus: list[list[str]], query: list[str], limit: int
) -> None:
    engine = BM25Engine(corpus)
    scores = engine.get_scores(query)
    ranked = sorted(np.flatnonzero(scores), key=lambda number: (-scores[number], number))
    assert [hit.number for hit in engine.top(query, limit)] == ranked[:limit]


@given(corpora, queries, st.sets(st.integers(0, 24)))
def test_among_ranks_only_these_paragraphs_with_unchanged_scores(
    corpus: list[list[str]], query: list[str], chosen: set[int]
) -> None:
    among = [number for number in chosen if number < len(corpus)]
    engine = BM25Engine(corpus)
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


def test_unknown_words_find_nothing() -> None:
    assert BM25Engine(PARAGRAPHS).top(["unheard"], 5) == []
    assert BM25Engine(PARAGRAPHS).top([], 5) == []


@pytest.mark.parametrize("corpus", [[], [[]], [[], [], []]])
def test_corpus_without_words_finds_nothing(corpus: list[list[str]]) -> None:
    assert BM25Engine(corpus).top(["visa"], 5) == []


def test_ties_come_in_paragraph_order() -> None:
    engine = BM25Engine([["x"], ["visa"], ["visa"], ["visa"], ["visa"], ["y"]])
    assert [hit.number for hit in engine.top(["visa"], 3)] == [1, 2, 3]
