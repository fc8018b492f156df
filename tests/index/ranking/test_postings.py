"""Postings that change are those of a fresh count."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.bm25 import BM25Engine
from index.ranking.postings import FRESH, Postings, count_postings, postings_of

words = st.sampled_from(["visa", "border", "training", "portal", "bali", "sri lanka"])
paragraphs = st.lists(words, max_size=6)
corpora = st.lists(paragraphs, max_size=8)


def fresh_over(postings: Postings, token_lists: Sequence[Sequence[str]]) -> Postings:
    """Count paragraphs over the ids that there are, and new ones behind them."""
    ids = dict(postings.ids)
    tokens = [ids.setdefault(term, len(ids)) for each in token_lists for term in each]
    lengths = [len(each) for each in token_lists]
    return count_postings(ids, np.array(tokens, np.uint32), np.array(lengths, np.uint32))


@given(corpora, st.lists(st.tuples(st.booleans(), paragraphs), max_size=12))
def test_changed_postings_rank_as_a_fresh_build(
    corpus: list[list[str]], plan: list[tuple[bool, list[str]]]
) -> None:
    """The plan keeps or drops the next old paragraph, and puts a fresh one behind it."""
    old = iter(range(len(corpus)))
    origins: list[int] = []
    fresh: list[list[str]] = []
    for keeps, tokens in plan:
        number = next(old, FRESH)
        if keeps and number != FRESH:
            origins.append(number)
        if len(tokens) % 2:
            origins.append(FRESH)
            fresh.append(tokens)
    pool = iter(fresh)
    wanted = [corpus[each] if each != FRESH else next(pool) for each in origins]
    postings = postings_of(corpus)
    changed = postings.changed(np.array(origins, np.int64), fresh_over(postings, fresh))
    ours, rebuilt = BM25Engine(changed), BM25Engine(wanted)
    assert dict(changed) == dict(rebuilt.postings)
    assert len(changed) == len(rebuilt.postings)
    for query in (["visa"], ["border", "sri lanka", "visa"], ["unheard", "portal", "portal"]):
        assert ours.top(query, 5) == rebuilt.top(query, 5)
        assert ours.get_scores(query).tolist() == rebuilt.get_scores(query).tolist()


def test_terms_that_no_paragraph_holds_any_more_are_unknown() -> None:
    postings = postings_of([["visa"], ["fee", "visa"]])
    changed = postings.changed(np.array([0]), fresh_over(postings, []))
    assert list(changed) == ["visa"]
    assert "fee" not in changed


def test_a_term_may_stand_more_often_than_a_byte_counts() -> None:
    engine = BM25Engine([["visa"] * 70_000, ["fee"]])
    assert engine.postings.frequencies.max() == 70_000
    assert [hit.number for hit in engine.top(["visa"], 2)] == [0]
