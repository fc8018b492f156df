"""Files to documents, and the refusals."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.documents import Citation, Document, Form, Kind
from corpus.errors import DocumentError
from corpus.reading import MAX_BYTES, read_document, read_folder_file


def squeeze(text: str) -> str:
    return " ".join(text.split())


def assert_faithful(document: Document, source: str) -> None:
    """Ordinals count from 1 and every paragraph stands in the source, white space aside."""
    squeezed = squeeze(source)
    for ordinal, paragraph in enumerate(document.paragraphs, 1):
        assert paragraph.ordinal == ordinal
        assert squeeze(paragraph.text) in squeezed
        assert paragraph.text == paragraph.text.strip() != ""
        if paragraph.lead:
            assert paragraph.lead_ordinal < ordinal
            assert paragraph.lead in document.paragraphs[paragraph.lead_ordinal - 1].text


PIECES = st.sampled_from(
    [
        *("The meeting", "agreed to", "establish a network", "in Suva", "and", "of the", "Fiji"),
        *(".", ":", ";", ",", "\n", "\n", "\n\n", "\r\n", "\f", "\x85", "    ", "\t", "\u00a0"),
        *("- ", "• ", "* ", "1. ", "2. ", "24. ", "(a) ", "b) ", "iv. ", "A. ", "## ", "**", "*"),
        *("\n---\n", "\n===\n", "\n***\n", "Page 3 of 7", "- 4 -", "x_1_y Image", "\u200b", "|"),
        *("Location: Perth, AustraliaDate: 3 May 2011", "OUTCOMES", "Annex A", "<u>", "</u>", "’"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join))
@example("of the\n\nFiji.")
def test_any_layout_gives_faithful_paragraphs(text: str) -> None:
    try:
        document = read_document("a.txt", text.encode())
    except DocumentError:
        return
    assert_faithful(document, text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    content = text.encode("utf-8", "ignore")
    try:
        document = read_document("a.txt", content)
    except DocumentError:
        return
    assert_faithful(document, content.decode().removeprefix("\ufeff"))


def test_the_shipped_documents_are_read_faithfully(shipped_corpus: Path) -> None:
    files = sorted(shipped_corpus.glob("*.txt"))
    assert len(files) == 5
    for file in files:
        assert_faithful(read_folder_file(file), file.read_text("utf-8"))


def test_provisional_names_come_from_file_and_title() -> None:
    document = read_document(
        "2015 Suva (final).txt", b"Co-Chairs' Statement\n\nThe group met in Suva."
    )
    assert document.id == "2015-suva-final"
    assert document.title == "Co-Chairs' Statement"
    assert document.kind is Kind.STATEMENT
    assert str(Citation.parse(f"{document.id}#p1")) == "2015-suva-final#p1"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Progress Report by the Co-Chairs", Kind.REPORT),
        ("Joint Communiqué of the Ministers", Kind.STATEMENT),
        ("Membership", Kind.PAGE),
    ],
)
def test_kind_follows_the_title(head: str, kind: Kind) -> None:
    assert read_document("a.md", f"{head}\n\nThe group met.".encode()).kind is kind


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t \r\n", "empty"),
        ("a.txt", "\ufeff \u00a0\n\u200b".encode(), "no words"),
        ("a.txt", b"* * *\n-----\n", "no words"),
        ("a.exe", b"words", "known: .docx, .htm, .html, .markdown, .md, .pdf, .txt"),
        ("README", b"words", "not read"),
        ("a.txt", b"words " * (MAX_BYTES // 6 + 1), "larger than 10 MiB"),
    ],
)
def test_a_file_that_is_no_document_is_refused(file: str, content: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        read_document(file, content)
    assert str(caught.value).startswith(f"{file}: ")
    assert caught.value.reason.endswith(".")


def test_a_paragraph_without_end_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"a paragraph|one of its paragraphs is longer"):
        read_document("a.txt", b"The group met in Suva. " * 1_000)


def test_a_large_document_is_read() -> None:
    paragraph = "The group met in Suva and agreed to meet again. " * 20
    content = f"{paragraph}\n\n" * 5000
    assert len(read_document("a.txt", content.encode()).paragraphs) == 5000


def test_a_folder_file_is_refused_by_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # sparse: reading it would not end well
    with pytest.raises(DocumentError, match="larger than 10 MiB"):
        read_folder_file(path)


def test_what_cannot_be_opened_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name in ("folder.txt", "pipe.txt", "loop.txt", "missing.txt"):
        with pytest.raises(DocumentError) as caught:
            read_folder_file(tmp_path / name)
        assert caught.value.file == name


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The group met.")
    path.chmod(0)
    with pytest.raises(DocumentError, match="permission denied"):
        read_folder_file(path)


def test_line_ends_of_every_kind_part_lines() -> None:
    content = (
        "A statement\r\n\r\nOne met.\r\rTwo met.\x85Three met.\u2028\u2028Four met.\fFive met."
    )
    texts = [each.text for each in read_document("a.txt", content.encode()).paragraphs]
    assert texts == ["A statement", "One met.", "Two met.", "Three met.", "Four met.", "Five met."]


def test_glued_fields_stay_one_dateline_with_their_words() -> None:
    content = "Second Meeting\n\nLocation: Perth, AustraliaDate: 14 - 15 December 2009\n\nWe met."
    dateline = read_document("a.txt", content.encode()).paragraphs[1]
    assert dateline.form is Form.DATELINE
    assert dateline.text == "Location: Perth, AustraliaDate: 14 - 15 December 2009"
