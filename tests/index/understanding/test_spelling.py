"""Questions are read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.generation import Generation
from index.understanding.spelling import respelt


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wat did tonga say abt pattrol boats", "what did tonga say about patrol boats"),
        ("who atended the meting", "who attended the meeting"),
        ("the newslettr of Septmber", "the newsletter of September"),
        ("wen was the pasport reader bought", "when was the passport reader bought"),
    ],
)
def test_shorthand_and_slips_are_put_right(lagoon: Generation, typed: str, meant: str) -> None:
    assert respelt(lagoon, typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Which rules did they print?",  # words of English that the corpus lacks
        "Was Japan in Honiara?",
        "What does IOM mean?",
        "see apia.txt and 2nd SOM",
        "ask bot@example.org",
    ],
)
def test_words_that_are_known_stay(lagoon: Generation, typed: str) -> None:
    assert respelt(lagoon, typed) == typed


@given(typed=st.text(max_size=200))
def test_any_text_can_be_read(lagoon: Generation, typed: str) -> None:
    assert isinstance(respelt(lagoon, typed), str)
