import re

import pytest

from corpus.dates.ordinals import ordinal_of, ordinal_pattern


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("fifth", 5),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("Twenty-first", 21),
        ("fifty first", 51),
        ("hundredth", 100),
        ("5th", 5),
        ("5TH", 5),
        ("112th", 112),
        ("inaugural", 1),
        ("first-ever", 1),
        ("XIV", 14),
        ("XL", 40),
    ],
)
def test_ordinals_are_read_in_words_and_figures(word: str, number: int) -> None:
    assert ordinal_of(word) == number


@pytest.mark.parametrize("word", ["", "five", "I", "V", "MIX", "th", "0th", "secondly"])
def test_other_words_are_no_ordinals(word: str) -> None:
    assert ordinal_of(word) is None


def test_the_pattern_takes_the_longest_ordinal() -> None:
    pattern = re.compile(ordinal_pattern(), re.IGNORECASE)
    text = "the Twenty-first, 3rd and fifth but not secondly"
    assert pattern.findall(text) == ["Twenty-first", "3rd", "fifth"]
