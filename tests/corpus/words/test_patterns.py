from hypothesis import given
from hypothesis import strategies as st

from corpus.words.patterns import EitherCase

_RULE = EitherCase(r"\b(?:twice|\d+) a (?:week|day)s?\b")


def test_either_case_counts_in_every_script() -> None:
    assert _RULE.is_in("Twice a WEEK, they met.")
    assert _RULE.is_in("Zweimal? Nein – TWICE a day")
    assert not _RULE.is_in("thrice a week")


@given(st.text("tTwWiIcCeEaA 1²\u0130\u017f\x1c\nkK\u212a").map(lambda each: f"{each}TWICE A WEEK"))
def test_the_short_way_finds_what_the_long_way_finds(text: str) -> None:
    assert _RULE.is_in(text) == (_RULE._either.search(text) is not None)
