"""The best paragraphs for a query, by the exact formula, among those that a cluster finds.

Lucene keeps a paragraph's length in one byte, rounded down, so its scores are a little too
high and its order is nearly right. The candidates are therefore scored again from their words.
No paragraph that was not fetched can score more than the last that was.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.engine import Hit
from index.opensearch.words import word_of

Json = dict[str, Any]
Search = Callable[[Json], Awaitable[Sequence[Json]]]

_CANDIDATES = 100  # fetched at first
_MORE = 4  # times as many where these do not decide
_MOST = 10_000  # OpenSearch's `index.max_result_window`
_MOST_WORDS = 500  # in a query; with the runs below, a cluster refuses 1,025 clauses
_MOST_RUNS = 500
_MOST_NUMBERS = 60_000  # in one clause; a cluster refuses 65,537
_ROUNDING = 1.0001  # Lucene computes in single precision


@dataclass(frozen=True, slots=True)
class Formula:
    """BM25 as `index.ranking.bm25` computes it, to the last bit.

    Attributes:
        average_length: of all paragraphs, in terms.
    """

    k1: float
    b: float
    average_length: float

    def score(self, rarities: Sequence[float], counts: Sequence[int], length: int) -> float:
        """Of a paragraph with so many of each term of a query, in the query's order."""
        norm = self.k1 * (1 - self.b + self.b * length / self.average_length)
        return sum(
            rarity * (count * (self.k1 + 1) / (count + norm))
            for rarity, count in zip(rarities, counts, strict=True)
        )


async def find_best(
    search: Search,
    formula: Formula,
    rarities: Mapping[str, float],
    terms: Sequence[str],
    limit: int,
    among: Sequence[int] | None = None,
) -> list[Hit] | None:
    """The best paragraphs, best first, ties by number; None where 10,000 do not decide.

    Args:
        search: runs the body of a search; the hits of its answer, best first.
        formula: of the scores.
        rarities: the idf of each term that some paragraph holds.
        terms: of the query, in its order.
        limit: the most to return.
        among: numbers of the only paragraphs to rank; None ranks all.
    """
    known = [term for term in terms if term in rarities]
    if not known or limit <= 0 or (among is not None and not len(among)):
        return []
    query = _query(known, rarities, among)
    size = min(max(_CANDIDATES, 2 * limit), _MOST)
    while True:
        body = {"query": query, "size": size, "stored_fields": ["words"], "track_total_hits": False}
        found = await search(body)
        hits = _scored(found, formula, rarities, known)
        best = sorted(hits, key=lambda hit: (-hit.score, hit.number))[:limit]
        is_decided = len(best) == limit and best[-1].score > _bound(found, hits, formula)
        if is_decided or len(found) < size:
            return best
        if size == _MOST:
            return None
        size = min(_MORE * size, _MOST)


def _scored(
    found: Sequence[Json], formula: Formula, rarities: Mapping[str, float], terms: Sequence[str]
) -> list[Hit]:
    words = [word_of(term) for term in terms]
    weights = [rarities[term] for term in terms]
    hits = []
    for each in found:
        held: list[str] = each["fields"]["words"][0].split(" ")
        score = formula.score(weights, [held.count(word) for word in words], len(held))
        hits.append(Hit(int(each["_id"]), score))
    return hits


def _bound(found: Sequence[Json], hits: Sequence[Hit], formula: Formula) -> float:
    """What no paragraph can exceed that the cluster ranked behind the last one found.

    Lucene leaves the constant factor k1 + 1 out from version 8 on, but Elasticsearch 7 and
    OpenSearch before 3 put it back: the scores tell.
    """
    is_left_out = any(
        hit.score > each["_score"] * _ROUNDING for each, hit in zip(found, hits, strict=True)
    )
    factor = formula.k1 + 1 if is_left_out else 1.0
    return float(found[-1]["_score"]) * factor * _ROUNDING


def _query(
    terms: Sequence[str], rarities: Mapping[str, float], among: Sequence[int] | None
) -> Json:
    """Any of the terms, each weighing as often as it stands there; the rarest of very many."""
    times = Counter(terms)
    rarest = sorted(times, key=lambda term: -rarities[term])[:_MOST_WORDS]
    clauses = [
        {"term": {"words": {"value": word_of(term), "boost": times[term]}}} for term in rarest
    ]
    query: Json = {"should": clauses, "minimum_should_match": 1}
    if among is not None:
        query["filter"] = {"bool": {"should": _numbered(among)}}
    return {"bool": query}


def _numbered(among: Sequence[int]) -> list[Json]:
    """Clauses for paragraph numbers: ranges, as a document's paragraphs are neighbours."""
    numbers = np.unique(np.asarray(among, dtype=np.int64))
    breaks = np.flatnonzero(np.diff(numbers) > 1) + 1
    if len(breaks) < _MOST_RUNS:
        runs = np.split(numbers, breaks)
        return [{"range": {"number": {"gte": int(r[0]), "lte": int(r[-1])}}} for r in runs]
    chunks = range(0, len(numbers), _MOST_NUMBERS)
    listed = (numbers[start : start + _MOST_NUMBERS].tolist() for start in chunks)
    return [{"terms": {"number": each}} for each in listed]
