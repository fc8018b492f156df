"""The best paragraphs are exact, although a cluster scores with rounded lengths."""

import random
from collections.abc import Sequence
from typing import Any

import pytest

from index.opensearch.searching import Formula, find_best
from index.opensearch.words import text_of
from index.ranking.bm25 import BM25Engine

WORDS = ["sri lanka", *(f"w{rank}" for rank in range(80))]


class RoundedScores:
    """A cluster's candidates: BM25 with Lucene's lengths, in full up to 24, then of 4 bits.

    Source: org.apache.lucene.util.SmallFloat.intToByte4.
    """

    def __init__(self, corpus: Sequence[Sequence[str]], engine: BM25Engine, factor: float) -> None:
        self._texts = [text_of(each) for each in corpus]
        self._engine = engine
        self._factor = factor
        self.sizes: list[int] = []

    async def search(self, body: dict[str, Any]) -> Sequence[dict[str, Any]]:
        self.sizes.append(body["size"])
        clauses = [each["term"]["words"] for each in body["query"]["bool"]["should"]]
        scored = [
            (self._score(text.split(" "), clauses), number)
            for number, text in enumerate(self._texts)
        ]
        best = sorted((each for each in scored if each[0]), key=lambda each: -each[0])
        return [
            {"_id": str(number), "_score": score, "fields": {"words": [self._texts[number]]}}
            for score, number in best[: body["size"]]
        ]

    def _score(self, words: Sequence[str], clauses: Sequence[dict[str, Any]]) -> float:
        engine = self._engine
        norm = engine.k1 * (1 - engine.b + engine.b * _rounded(len(words)) / engine.avgdl)
        total = 0.0
        for clause in clauses:
            count = words.count(clause["value"])
            idf = engine.rarity(clause["value"].replace("%20", " "))
            total += clause["boost"] * idf * count * self._factor / (count + norm)
        return total


def _rounded(length: int) -> int:
    shift = max(0, (length - 24).bit_length() - 4) if length > 24 else 0
    return length if length < 24 else 24 + ((length - 24) >> shift << shift)


def cluster_of(
    corpus: Sequence[Sequence[str]], *, whole: bool = True
) -> tuple[RoundedScores, Formula, BM25Engine]:
    engine = BM25Engine(corpus)
    factor = engine.k1 + 1 if whole else 1.0
    formula = Formula(engine.k1, engine.b, engine.avgdl)
    return RoundedScores(corpus, engine, factor), formula, engine


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("seed", range(4))
async def test_scores_and_order_are_those_of_the_local_engine(seed: int, whole: bool) -> None:
    chance = random.Random(seed)
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]
    corpus = [chance.choices(WORDS, weights, k=chance.randint(1, 300)) for _ in range(600)]
    cluster, formula, engine = cluster_of(corpus, whole=whole)
    for _ in range(10):
        query = chance.choices([*WORDS, "unheard"], k=chance.randint(1, 8))
        found = await find_best(cluster.search, formula, engine.idf, query, 10)
        assert found == engine.top(query, 10)


async def test_more_candidates_are_fetched_until_they_decide() -> None:
    corpus = [["x"], *([["visa"]] * 900), ["visa", "fee"], *([["y"]] * 2_000)]
    cluster, formula, engine = cluster_of(corpus)
    found = await find_best(cluster.search, formula, engine.idf, ["visa"], 4)
    assert [hit.number for hit in found or ()] == [1, 2, 3, 4]
    assert cluster.sizes == [100, 400, 1_600]


async def test_what_decides_at_once_is_fetched_once() -> None:
    corpus = [*([["visa", "x"]] * 300), ["visa"] * 3, ["fee"]]
    cluster, formula, engine = cluster_of(corpus)
    found = await find_best(cluster.search, formula, engine.idf, ["visa"], 1)
    assert [hit.number for hit in found or ()] == [300]
    assert cluster.sizes == [100]


async def test_what_10_000_candidates_leave_open_is_not_decided() -> None:
    cluster, formula, engine = cluster_of([*([["visa"]] * 10_001), *([["x"]] * 20_000)])
    for limit in (3, 10_001):
        assert await find_best(cluster.search, formula, engine.idf, ["visa"], limit) is None


async def test_very_many_words_are_asked_for_by_the_rarest() -> None:
    corpus = [[f"w{number}" for number in range(start, start + 10)] for start in range(0, 1_400, 7)]
    cluster, formula, engine = cluster_of(corpus)
    query = [f"w{number}" for number in range(600)]
    found = await find_best(cluster.search, formula, engine.idf, query, 3)
    assert found == engine.top(query, 3)


async def test_nothing_is_asked_where_nothing_can_be_found() -> None:
    cluster, formula, engine = cluster_of([["visa"], ["fee"]])
    idf = engine.idf
    assert await find_best(cluster.search, formula, idf, ["unheard"], 5) == []
    assert await find_best(cluster.search, formula, idf, ["visa"], 0) == []
    assert await find_best(cluster.search, formula, idf, ["visa"], 5, []) == []
    assert cluster.sizes == []
