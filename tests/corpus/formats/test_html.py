"""HTML pages to lines."""

import pytest

from corpus.formats.html import html_lines
from corpus.formats.html_encoding import page_text
from corpus.formats.refusals import FormatError

PROSE = "The group met in Suva and agreed to meet again in the coming spring. "


def texts(page: str) -> list[str]:
    return [line.text for line in html_lines(page.encode())]


def test_lists_keep_their_numbers_letters_and_depth() -> None:
    lines = html_lines(
        b"<ul><li>one<ul><li>inside</ul><li><p>two</p><p>more of two</ul>"
        b"<ol start=24><li>x<li value=30>y</ol>"
        b"<ol type=i><li>first<li>second</ol><ol type=A><li>z</ol>"
    )
    assert [line.text for line in lines] == [
        *("• one", "◦ inside", "• two", "more of two"),
        *("24. x", "30. y", "i. first", "ii. second", "A. z"),
    ]
    assert lines[1].indent > lines[0].indent


def test_typed_bullets_are_not_doubled() -> None:
    assert texts("<ul><li>• one<li>a) two</ul>") == ["• one", "a) two"]


def test_headings_are_told_from_paragraphs() -> None:
    lines = html_lines(b"<h1>Title</h1><p>Words.<h3>Outcomes</h3>")
    assert [line.underlined for line in lines] == [True, False, True]


def test_markup_inside_words_leaves_them_whole() -> None:
    assert texts("<p>Vi<b>et</b> Nam&rsquo;s\n   31<sup>st</sup> <i>session</i></p>") == [
        "Viet Nam’s 31st session"
    ]


def test_a_no_break_space_is_kept_and_others_are_one() -> None:
    assert texts("<p>Viet&nbsp;Nam  and\tFiji</p>") == ["Viet\u00a0Nam and Fiji"]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    assert texts(
        "<body><script>one()</script><style>p{}</style><template><p>t</p></template>"
        "<p hidden>h</p><p style='Display : none'>d</p><p aria-hidden=true>a</p>"
        "<!-- comment --><noscript>n</noscript><p>Seen.<span class='sr-only'>Read aloud</span></p>"
    ) == ["Seen."]


def test_marks_of_notes_are_no_text() -> None:
    assert texts("<p>Fiji<sup><a href='#n1'>1</a></sup> agreed.</p>") == ["Fiji agreed."]


def test_words_after_something_left_out_are_kept() -> None:
    assert texts("<p>one<script>x</script> two <!-- c -->three</p>") == ["one two three"]


@pytest.mark.parametrize(
    "page",
    [
        "<main><h1>T</h1><p>{}</p></main>",
        "<div><article><h1>T</h1><p>{}</p></article></div>",
        "<div id=page><h1>T</h1><div class='has-sidebar content'><p>{}</p></div></div>",
        "<h1>T</h1><table><tr><td>{}</td></tr></table>",
    ],
)
def test_the_main_text_is_found_among_menus_and_boxes(page: str) -> None:
    around = (
        "<body><nav>Menu</nav><header>Site</header><div class='side-menu'><ul><li><a href=1>About"
        "</a><li><a href=2>Members</a></ul></div>"
        + page.format(PROSE * 5)
        + "<div id=cookie-consent>We use cookies.</div><footer>©</footer>"
    )
    assert texts(around) == ["T", (PROSE * 5).strip()]


def test_tables_of_data_are_rows_and_tables_for_layout_are_not() -> None:
    assert texts(
        "<table><tr><th>Country<th>Role<tr><td><p>Fiji</p><td>Chair</table>"
        "<table><tr><td><h2>Left</h2><p>One.<td><p>Two.</table>"
    ) == ["Country\tRole", "Fiji\tChair", "Left", "One.", "Two."]


def test_a_break_parts_lines_and_two_part_paragraphs() -> None:
    lines = html_lines(b"<p>A.<br>B.<br><br>C.</p>")
    assert [(line.text, line.gap) for line in lines] == [("A.", 1), ("B.", 0), ("C.", 1)]


def test_entities_are_characters_and_never_files() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>a &amp; b &x; c</p>'
    assert texts(page)[-1].endswith("a & b &x; c")


def test_elements_nested_too_deep_are_refused() -> None:
    with pytest.raises(FormatError, match="nested too deep"):
        html_lines(b"<div>" * 100_000 + b"x")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('<meta charset="iso-8859-1"><p>Côte</p>'.encode("cp1252"), "Côte"),
        ('<meta charset="windows-1251"><p>Суva</p>'.encode("cp1251"), "Су"),
        ('<meta charset="utf-7"><p>Côte</p>'.encode(), "Côte"),
        ('<meta charset="ascii"><p>Côte</p>'.encode(), "Côte"),
        ('\ufeff<meta charset="windows-1252"><p>Côte</p>'.encode(), "Côte"),
        ("<p>Côte d’Ivoire</p>".encode("cp1252"), "Côte d’Ivoire"),
    ],
)
def test_the_declared_encoding_is_used_where_it_can_be(content: bytes, word: str) -> None:
    assert word in page_text("a.html", content)
