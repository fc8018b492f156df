"""The view of a text in which typography no longer varies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.typography import fold


@given(st.text())
def test_a_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("lndonesia and lran", "Indonesia and Iran"),
        (
            "the lnternational Organization for Migration (lOM)",
            "the International Organization for Migration (IOM)",
        ),
        ("sIowly, llamas left Kabul Ltd, 5 lbs", "sIowly, llamas left Kabul Ltd, 5 lbs"),
    ],
)
def test_a_small_l_where_a_capital_i_is_meant_is_read_as_one(scanned: str, meant: str) -> None:
    assert fold(scanned) == meant
