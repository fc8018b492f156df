"""PDF files to lines."""

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.formats.pdf import pdf_lines
from corpus.formats.refusals import FormatError
from tests.corpus.formats.makers import drawn_pdf

Draw = Callable[[Canvas], None]
FILL = "the group noted with thanks the work of its members in the past year"


def text_at(left: float, top: float, lines: Sequence[str], size: float = 11) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(lines):
            canvas.drawString(left, top - number * 1.2 * size, line)

    return draw


def together(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for each in draws:
            each(canvas)

    return draw


def texts(*pages: Draw) -> list[str]:
    return [line.text for line in pdf_lines(drawn_pdf(pages))]


def test_wrapped_lines_are_one_paragraph_and_parted_ones_are_two() -> None:
    page = together(
        text_at(72, 700, [f"On 3 May {FILL}", f"and {FILL}", "and met again."]),
        text_at(72, 640, [f"Later that day {FILL}", "and closed."]),
    )
    assert texts(page) == [
        f"On 3 May {FILL} and {FILL} and met again.",
        f"Later that day {FILL} and closed.",
    ]


def test_a_broken_word_is_joined_and_a_compound_keeps_its_hyphen() -> None:
    page = text_at(
        72,
        700,
        [
            f"First {FILL} by co-",
            "chairs who spoke of interna-",
            f"tional work with co-chairs, {FILL}",
            "and more.",
        ],
    )
    assert texts(page) == [
        f"First {FILL} by co-chairs who spoke of international work with co-chairs, {FILL} "
        "and more."
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"left line {number} of the text on this side" for number in range(8)]
    right = [f"right line {number} of the text on that side" for number in range(7)]
    page = together(
        text_at(72, 760, ["A title that stands above both of the columns of this page"], 16),
        text_at(72, 700, left),
        text_at(310, 700, right),
    )
    title, text = texts(page)
    assert title.startswith("A title")
    assert text == " ".join([*left, *right])


def test_rows_of_a_table_stay_rows() -> None:
    names = ["Country", "Fiji", "Tonga", "Samoa", "New Zealand", "Australia", "Malaysia"]
    roles = ["Role", "Chair", "Member", "Member", "Member", "Observer", "Member"]
    page = together(text_at(72, 700, names), text_at(300, 700, roles))
    assert texts(page) == [f"{name}\t{role}" for name, role in zip(names, roles, strict=True)]


def test_headers_footers_and_page_numbers_are_no_text() -> None:
    pages = [
        together(
            text_at(72, 800, ["The Group - restricted"]),
            text_at(72, 700, [f"Paragraph {name} begins and {FILL}", f"and {name} ends."]),
            text_at(72, 60, [f"Page {number} | www.example.org"]),
            text_at(290, 30, [str(number)]),
        )
        for number, name in enumerate(("one", "two", "three"), 7)
    ]
    found = texts(*pages)
    assert [text.split()[1] for text in found] == ["one", "two", "three"]
    assert all(text.endswith("ends.") for text in found)


def test_a_sentence_runs_over_pages() -> None:
    pages = [
        text_at(72, 700, [f"In the end {FILL}", f"and {FILL} of"]),
        text_at(72, 700, ["Fiji and Tonga."]),
    ]
    assert texts(*pages) == [f"In the end {FILL} and {FILL} of Fiji and Tonga."]


def test_marks_set_apart_from_their_entries_belong_to_them() -> None:
    page = together(
        text_at(72, 700, ["24.", "25."]),
        text_at(108, 700, ["Fiji will host.", "Tonga will chair."]),
    )
    assert texts(page) == ["24. Fiji will host.", "25. Tonga will chair."]


def test_a_number_that_only_begins_a_line_is_no_mark() -> None:
    page = text_at(
        72, 700, [f"Before the conference (COP 26 or {FILL} 15 or", "26) the group met."]
    )
    assert len(texts(page)) == 1


def test_a_raised_letter_stays_in_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The 31")
        width = canvas.stringWidth("The 31", "Helvetica", 11)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72 + width, 704, "st")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72 + width + 7, 700, " session met.")

    assert texts(draw) == ["The 31st session met."]


def test_watermarks_across_the_page_are_no_text() -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT NOT FOR QUOTATION")
        canvas.restoreState()

    assert texts(together(text_at(72, 700, ["The group met."]), watermark)) == ["The group met."]


def test_a_page_that_is_shown_turned_is_read_as_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        for number, line in enumerate(("The group met.", "It met again.")):
            canvas.drawString(72, -100 - 40 * number, line)

    assert texts(draw) == ["The group met.", "It met again."]


def test_larger_lines_below_the_text_are_headings() -> None:
    page = together(
        text_at(72, 760, ["The Title"], 16),
        text_at(72, 700, [f"First {FILL}."]),
        text_at(72, 660, ["A question of what is to be done"], 14),
        text_at(72, 630, [f"Second {FILL}."]),
    )
    assert [line.underlined for line in pdf_lines(drawn_pdf([page]))] == [False, False, True, False]


def test_a_scan_is_refused() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("picture")
        canvas.rect(0, 0, 500, 700, fill=1)
        canvas.endForm()
        canvas.doForm("picture")

    with pytest.raises(FormatError, match="scan without text: run OCR first"):
        texts(draw)


def test_an_encrypted_file_is_refused() -> None:
    content = drawn_pdf([text_at(72, 700, ["Secret."])], password="open sesame")
    with pytest.raises(FormatError, match="encrypted"):
        pdf_lines(content)


def test_a_file_with_too_many_pages_is_refused() -> None:
    with pytest.raises(FormatError, match="more than 500 pages"):
        texts(*[text_at(72, 700, ["x"])] * 501)


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(FormatError, match="damaged"):
        pdf_lines(b"%PDF-1.7\nnothing more")
