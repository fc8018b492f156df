"""Lines of the page that are no lines of the text."""

import pytest

from tests.corpus.reading.layouts import texts

PROSE = "The group met in Suva and agreed to meet again."


@pytest.mark.parametrize(
    "line",
    [
        *("Page 3 of 7", "page 3", "p. 3", "- 4 -", "– 4 –", "[4]", "3 of 7", "3/7", "3 | Page"),
        *("413_2_lrgsize Image", "downtown-perth-skyline-min Image", "suva-2015.jpg"),
        *("group_photo.png The delegates", "![Delegates in Suva](https://example.org/a.png)"),
        *("***", "* * *", "-----", "_____", "###", "\\###", "…"),
    ],
)
def test_furniture_is_dropped_wherever_it_stands(line: str) -> None:
    assert texts(f"{PROSE}\n\n{line}\n\n{PROSE}") == [PROSE, PROSE]


@pytest.mark.parametrize("line", ["END", "- ENDS -", "[End of statement]", "\\###"])
def test_marks_of_the_end_are_dropped_at_the_end(line: str) -> None:
    assert texts(f"{PROSE}\n\n{line}\n") == [PROSE]


@pytest.mark.parametrize(
    "line", ["Image", "The image of the group", "Annex 3", "Resolution 1373", "May 2011"]
)
def test_short_lines_of_text_are_kept(line: str) -> None:
    assert texts(f"{PROSE}\n\n{line}\n\n{PROSE}") == [PROSE, line, PROSE]


def test_bare_page_numbers_are_dropped_where_they_count_pages() -> None:
    assert texts(f"{PROSE}\n\n1\n\n{PROSE}\n\n2\n\n{PROSE}") == [PROSE] * 3
    assert texts(f"{PROSE}\n\n1\f{PROSE}") == [PROSE] * 2


def test_a_header_that_ends_with_the_number_of_its_page_is_dropped() -> None:
    first, second = (f"ICM/2014/3          Page {number}" for number in (1, 2))
    assert texts(f"{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}") == [PROSE, PROSE]


def test_a_letterhead_that_heads_every_page_is_dropped() -> None:
    page = "\n\n\n\nThe Regional Forum\n\n"
    body = [f"{number}. {PROSE}" for number in range(1, 5)]
    assert texts("The Regional Forum\n\nCO-CHAIRS' STATEMENT\n\n" + page.join(body)) == [
        "CO-CHAIRS' STATEMENT",
        *[PROSE] * 4,
    ]


def test_footers_that_count_pages_are_one_footer() -> None:
    pages = [f"{PROSE}\n\nSummary Report | {number}\f" for number in range(1, 4)]
    assert texts("".join(pages)) == [PROSE] * 3


def test_a_title_that_heads_every_page_is_kept_once() -> None:
    title = "Co-Chairs' Statement of the Fifth Meeting"
    pages = [f"{title}\n\n{PROSE}\n\nPage {number}\n\n" for number in range(1, 4)]
    assert texts("".join(pages)) == [title, *[PROSE] * 3]


def test_a_heading_that_recurs_in_the_text_is_kept() -> None:
    sections = [f"Outcomes\n\n{PROSE}\n\n" for _ in range(4)]
    assert texts("Report of the Forum\n\n" + "".join(sections)).count("Outcomes") == 4


def test_sentences_are_not_joined_over_furniture() -> None:
    assert texts(
        "Fiji, Samoa and Tonga took part in the work of the group and\n\n- 2 -\n\nits debate."
    ) == [
        "Fiji, Samoa and Tonga took part in the work of the group and",
        "its debate.",
    ]


def test_a_header_that_breaks_a_sentence_is_dropped() -> None:
    header = "\n\nForum Secretariat\n\n"
    first = "The meeting was attended by Australia, Bangladesh, India, Indonesia, Fiji,"
    text = f"{first}{header}Malaysia and Tonga.{header}Members agreed to meet again.{header}"
    assert texts(text) == [first, "Malaysia and Tonga.", "Members agreed to meet again."]


def test_the_number_of_a_resolution_is_no_page_number() -> None:
    assert " ".join(texts(f"{PROSE}\n\nThe Chair recalled resolution\n2014/3.")).endswith("2014/3.")
