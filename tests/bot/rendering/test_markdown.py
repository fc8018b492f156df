import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markdown import escape, quotation, shorten, unescape
from tests.bot.rendering.strategies import texts


@given(texts(2_000))
def test_escaping_loses_nothing(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ ~~d~~ ||e||", r"a \*b\* \_c\_ \~\~d\~\~ \|\|e\|\|"),
        ("[here](https://x.org)", r"\[here](https\://x.org)"),
        ("<@1> and @everyone", r"\<@1> and \@everyone"),
        ("# One\n- two\n24. three\n> four", "\\# One\n\\- two\n24\\. three\n\\> four"),
        ("14 - 15 December 2009, 3.5 (a)", "14 - 15 December 2009, 3.5 (a)"),
    ],
)
def test_only_active_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(texts(500), st.integers(1, 300))
def test_a_shortened_text_is_the_beginning_of_the_whole(text: str, limit: int) -> None:
    shown = shorten(escape(text), limit)
    assert len(shown) <= limit
    if shown != escape(text):
        assert shown.endswith("…")
        assert text.startswith(unescape(shown[:-1]))


def test_a_text_is_cut_between_words() -> None:
    assert shorten("the Ad Hoc Group met", 12) == "the Ad Hoc…"


def test_every_line_of_a_quotation_is_set_off() -> None:
    assert quotation("one\n\ntwo *three*", 100) == "> one\n> \n> two \\*three\\*"


def test_a_shortened_quotation_leaves_no_empty_line() -> None:
    assert quotation("one two\nthree", 13) == "> one two…"
