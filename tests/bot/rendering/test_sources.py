from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.sources import render_source
from bot.views import source_view
from corpus.documents import Citation
from index.answers import SourceView
from tests.bot.rendering.limits import check_page
from tests.bot.rendering.strategies import texts

_VIEWS = st.builds(
    SourceView,
    citation=st.builds(Citation, st.just("a" * 150), st.integers(2, 9_999_998)),
    label=texts(400),
    text=texts(9_000),
    before=st.just("") | texts(3_000),
    after=st.just("") | texts(3_000),
    document=st.just("a"),
    file=texts(300),
    title=texts(900),
    date=st.none() | st.just(date(2013, 6, 24)),
    section=st.just("") | texts(900),
    superseded=st.booleans(),
)


def view_of(**parts: object) -> SourceView:
    whole = {
        "citation": Citation("2012-06-11-tewg-kuala-lumpur", 7),
        "label": "TEWG Kuala Lumpur 2012, ¶7",
        "text": "Members *agreed*.",
        "before": "Before.",
        "after": "After.",
        "document": "2012-06-11-tewg-kuala-lumpur",
        "file": "a.txt",
        "title": "Statement",
        "date": date(2012, 6, 11),
        "section": "Outcomes",
        "superseded": False,
    }
    return SourceView(**{**whole, **parts})  # type: ignore[arg-type]


@given(_VIEWS, st.booleans())
def test_a_source_keeps_within_the_limits(view: SourceView, private: bool) -> None:
    check_page(render_source(view), source_view(view, private=private))


def test_the_paragraph_stands_between_its_neighbours() -> None:
    (embed,) = render_source(view_of()).embeds
    assert embed.title == "TEWG Kuala Lumpur 2012, ¶7"
    assert embed.description == (
        "**Outcomes**\n\nBefore.\n\n> Members \\*agreed\\*.\n\nAfter.\n\n"
        "`2012-06-11-tewg-kuala-lumpur#p7`"
    )
    assert embed.footer.text == "Statement · a.txt · 11 June 2012"


def test_superseded_words_are_marked() -> None:
    (embed,) = render_source(view_of(superseded=True)).embeds
    assert "**Superseded:**" in (embed.description or "")


def test_the_ends_of_a_document_have_one_neighbour() -> None:
    (row,) = source_view(view_of(after=""), private=True).to_components()
    assert [button["label"] for button in row["components"]] == ["‹ ¶6"]
