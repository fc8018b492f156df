"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import DocumentError
from corpus.pages.encoding import decode

SENTENCE = "The Co-Chairs’ statement – Côte d’Ivoire “welcomed” it… €5"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be"]
)
def test_text_survives_every_encoding_in_use(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    content = marks.get(encoding, b"") + SENTENCE.encode(encoding)
    assert decode("a.txt", content) == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_its_mark_and_numbers_are_not_taken_for_it(encoding: str) -> None:
    assert decode("a.txt", SENTENCE.encode(encoding)) == SENTENCE
    numbers = "".join(map(chr, range(1, 200))).encode(encoding)
    with pytest.raises(DocumentError, match="binary"):
        decode("a.txt", numbers)


@pytest.mark.parametrize("text", ["members’", "“A”", "Perth – Suva", "• Fiji", "São Tomé"])
def test_short_windows_texts_keep_their_quotes_and_accents(text: str) -> None:
    assert decode("a.txt", text.encode("cp1252")) == text


def test_a_text_in_another_script_goes_to_the_detector() -> None:
    text = "Участники встречи договорились провести следующую встречу в Бангкоке весной. " * 5
    assert decode("a.txt", text.encode("cp1251")) == text


def test_a_macintosh_apostrophe_is_not_taken_for_an_accented_capital() -> None:
    text = "The members’ aspirations and the Co-Chairs’ statement on the group’s work. " * 5
    assert "Õ" not in decode("a.txt", text.encode("mac-roman"))


def test_stray_windows_bytes_inside_utf8_are_read_as_what_they_are() -> None:
    content = "Côte d’Ivoire – Viêt Nam ".encode() + b"members\x92 views"
    assert decode("a.txt", content) == "Côte d’Ivoire – Viêt Nam members’ views"


def test_a_control_character_that_the_source_holds_is_kept() -> None:
    assert decode("a.txt", "members\u0092 views".encode()) == "members\u0092 views"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04rest", "zip"),
        (b"%PDF-1.7\n", "PDF"),
        (b"MZ\x90\x00rest", "program"),
        (b"\x7fELFrest", "program"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"\x89PNG\r\n\x1a\nrest", "image"),
        (b"text\0text", "binary"),
        (bytes(range(1, 9)) * 9, "binary"),
        (b"\xff\xfe\x00\x00\x00\x00", "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(content: bytes, kind: str) -> None:
    with pytest.raises(DocumentError, match=kind) as caught:
        decode("annual.txt", content)
    assert caught.value.file == "annual.txt"
    assert str(caught.value).count(".") == 2  # the suffix's and the sentence's own


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        text = decode("a.txt", content)
    except DocumentError:
        return
    text.encode()  # no lone surrogate is left


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_utf8_is_decoded_as_written(text: str) -> None:
    content = text.encode()
    if not content.startswith((b"\xef\xbb\xbf", b"GIF8", b"{\\rtf", b"%PDF-")):
        assert decode("a.txt", content) == text
