"""Sentences of made-up statements: where they end, and where a full stop ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentence_spans


@pytest.mark.parametrize(
    "sentence",
    [
        "It was chaired by Ms. Anna Berg of Sweden and Amb. Holt of Fiji.",
        "Sweden hosted the EU-U.S. Ministerial Meeting and the U.S.-Japan talks.",
        "Approx. 40 officials met Sen. Okoro and Dr. Lee in St. George's.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    text = f"{sentence} They agreed on a plan."
    assert [span.of(text) for span in sentence_spans(text)] == [sentence, "They agreed on a plan."]


def test_the_number_of_a_footnote_holds_no_sentences_together() -> None:
    text = "It was co-chaired by Fiji and Jordan.1 The Workshop met under Rule 4.2 of it."
    first, _ = sentence_spans(text)
    assert first.of(text) == "It was co-chaired by Fiji and Jordan.1"


@given(st.text(max_size=300))
def test_spans_are_in_order_and_hold_no_white_space_around_them(text: str) -> None:
    spans = sentence_spans(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
