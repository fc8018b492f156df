"""Phrases in running text."""

from corpus.words.lexicon import Lexicon

_LEXICON = Lexicon({"agreed": 1, "was agreed": 2, "working group": 3, "co-chairs": 4})


def _found(text: str) -> list[tuple[str, int]]:
    return [(text[start:end], value) for start, end, value in _LEXICON.find(text)]


def test_the_longest_phrase_at_a_place_wins() -> None:
    assert _found("It was agreed, and all agreed.") == [("was agreed", 2), ("agreed", 1)]


def test_case_and_the_width_of_spaces_do_not_matter() -> None:
    assert _found("WORKING  Group") == [("WORKING  Group", 3)]


def test_a_phrase_is_no_part_of_a_longer_word_and_no_mark_divides_it() -> None:
    assert _found("disagreed; pre-agreed; working, group; non-co-chairs") == []


def test_no_words_hold_no_phrase() -> None:
    assert _found("") == []
