"""Word documents to lines."""

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats.docx import docx_lines
from corpus.formats.refusals import FormatError
from tests.corpus.formats.makers import saved


def texts(document: Document) -> list[str]:
    return [line.text for line in docx_lines(saved(document))]


def with_list(levels: str, entries: list[int]) -> Document:
    """A document whose entries stand on these levels of one list, defined by `lvl` elements."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for level in entries:
        properties = document.add_paragraph("x")._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    return document


def level(depth: int, style: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def test_computed_numbers_are_printed_before_their_paragraphs() -> None:
    levels = level(0, "decimal", "%1.", start=24) + level(1, "lowerLetter", "(%2)")
    levels += level(2, "upperRoman", "%3)")
    document = with_list(levels, [0, 1, 1, 2, 2, 0, 1])
    assert texts(document) == ["24. x", "(a) x", "(b) x", "I) x", "II) x", "25. x", "(a) x"]


def test_numbers_of_several_levels_are_joined() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert texts(with_list(levels, [0, 1, 1, 0, 1])) == ["I. x", "1.1 x", "1.2 x", "II. x", "2.1 x"]


def test_bullets_of_any_symbol_font_are_bullets() -> None:
    document = with_list(level(0, "bullet", "\uf0b7") + level(1, "bullet", "o"), [0, 1])
    assert texts(document) == ["• x", "◦ x"]


def test_headings_are_known_by_their_style_or_level() -> None:
    document = docx.Document()
    document.add_heading("Outcomes", 2)
    document.add_paragraph("Words.")
    properties = document.add_paragraph("Conclusion")._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))
    assert [line.underlined for line in docx_lines(saved(document))] == [True, False, True]


def test_headers_footers_and_the_table_of_contents_are_no_text() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Header"
    document.sections[0].footer.paragraphs[0].text = "Footer"
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("Introduction\t3", style=style)
    document.add_paragraph("Words.")
    assert texts(document) == ["Words."]


def test_rows_of_tables_are_lines() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Country", "Role", "Fiji", "Chair"), strict=True):
        cell.text = text
    assert texts(document) == ["Country\tRole", "Fiji\tChair"]


def test_tables_inside_tables_are_read_once() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Outside."
    for depth in range(20):
        cell = cell.add_table(1, 1).cell(0, 0)
        cell.text = f"Inside {depth}."
    assert texts(document) == ["Outside.", *(f"Inside {depth}." for depth in range(20))]


def test_changes_are_read_as_accepted_and_hidden_words_are_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Fiji ")
    for xml in (
        "<w:del {}><w:r><w:delText>refused</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>agreed</w:t></w:r></w:ins>",
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>",
        '<w:hyperlink {}><w:r><w:t xml:space="preserve"> to host.</w:t></w:r></w:hyperlink>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert texts(document) == ["Fiji agreed to host."]


def test_words_in_content_controls_are_read() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    assert texts(document) == ["Inside."]


def archive(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"readme.txt": b"x"}, "not a Word document"),
        ({"xl/workbook.xml": b"<x/>"}, "not a Word document"),
        ({"word/document.xml": b"", "word/vbaProject.bin": b"x"}, "macros"),
        ({"word/document.xml": b" " * (21 * 1024**2)}, "safe to read"),
        ({"word/document.xml": b"", **{f"{n}": b"" for n in range(5001)}}, "safe to read"),
    ],
)
def test_archives_that_must_not_be_opened_are_refused(
    entries: Mapping[str, bytes], words: str
) -> None:
    with pytest.raises(FormatError, match=words):
        docx_lines(archive(entries))


def test_external_entities_are_not_read() -> None:
    content = saved(docx.Document())
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        entries = {name: file.read(name) for name in file.namelist()}
    entries["word/document.xml"] = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>a &x; b</w:t></w:r></w:p></w:body>"
        "</w:document>"
    ).encode()
    assert not any("root:" in line.text for line in docx_lines(archive(entries)))
