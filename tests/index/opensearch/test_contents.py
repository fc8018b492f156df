"""What is sent to a cluster is what the local engine holds."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from index.opensearch.contents import fingerprint, paragraphs
from index.ranking.postings import postings_of

CORPORA = st.lists(st.lists(st.sampled_from(["visa", "fee", "sri lanka", "x"]), max_size=8))


@given(CORPORA)
def test_every_paragraph_has_its_terms(corpus: Sequence[Sequence[str]]) -> None:
    found = paragraphs(postings_of(corpus))
    assert [sorted(each) for each in found] == [sorted(each) for each in corpus]


@given(CORPORA, CORPORA)
def test_a_fingerprint_tells_corpora_apart(
    one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]
) -> None:
    same = [sorted(each) for each in one] == [sorted(each) for each in other]
    assert (fingerprint(postings_of(one)) == fingerprint(postings_of(other))) is same


@given(CORPORA)
def test_the_order_of_terms_leaves_no_print(corpus: Sequence[Sequence[str]]) -> None:
    turned = [list(reversed(each)) for each in corpus]
    assert fingerprint(postings_of(corpus)) == fingerprint(postings_of(turned))
