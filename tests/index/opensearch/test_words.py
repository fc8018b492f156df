"""Every term becomes a word of its own that a whitespace analyser keeps whole."""

from hypothesis import given
from hypothesis import strategies as st

from index.opensearch.words import text_of, word_of

TERMS = st.text(min_size=1, max_size=300)


@given(TERMS)
def test_a_word_has_no_white_space_and_bounded_length(term: str) -> None:
    word = word_of(term)
    assert word.split() == [word]
    assert word.isascii()
    assert len(word) <= 255


@given(TERMS, TERMS)
def test_different_terms_are_different_words(one: str, other: str) -> None:
    assert (word_of(one) == word_of(other)) is (one == other)


def test_plain_terms_stay_readable() -> None:
    assert text_of(["visa", "sri lanka", "visa"]) == "visa sri%20lanka visa"


def test_a_paragraph_without_terms_has_a_word_that_no_term_has() -> None:
    assert text_of([]) == "%"
    assert word_of("%") != "%"
