"""What is refused, in one sentence, whatever its name says."""

import gzip
import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import apart
from corpus.errors import DocumentError
from corpus.reading import MAX_BYTES, read_document
from tests.corpus.formats.makers import drawn_pdf, saved

PAGE = b"<!DOCTYPE html><html><body><p>The group met.</p></body></html>"
PDF = drawn_pdf([lambda canvas: canvas.drawString(72, 700, "The group met.")])
DOCX = saved(docx.Document())


def outcome(file: str, content: bytes) -> str:
    """Why a file is refused, or that it is read; any other error goes through."""
    try:
        document = read_document(file, content)
    except DocumentError as error:
        return error.reason
    return f"{len(document.paragraphs)} paragraphs."


def zipped(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "The group met.")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("a.txt", zipped("a.txt"), "a zip archive or an Office file, not a text file"),
        ("a.txt", DOCX, "a zip archive or an Office file, not a text file"),
        ("a.txt", PDF, "a PDF, not a text file"),
        ("a.md", PAGE, "an HTML page, not a text file"),
        ("a.txt", b"\xef\xbb\xbf <!-- x --><HTML><p>x", "an HTML page, not a text file"),
        ("a.txt", b"MZ\x90\x00" + bytes(99), "a Windows program, not a text file"),
        ("a.txt", b"#!/bin/sh\nrm -rf .\n", "a script, not a text file"),
        ("a.html", PDF, "a PDF, not an HTML page"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "an image, not an HTML page"),
        ("a.html", bytes(99), "binary"),
        ("a.html", b"<html><body><script>1</script></body></html>", "no words"),
        ("a.docx", PAGE, "not a Word document"),
        ("a.docx", b"{\\rtf1 The group met.}", "a rich text file, not a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
        ("a.docx", zipped("a.txt"), "not a Word document"),
        ("a.docx", DOCX[:2000], "damaged"),
        ("a.docx", DOCX, "no words"),
        ("a.pdf", PAGE, "not a PDF"),
        ("a.pdf", DOCX, "a zip archive or an Office file, not a PDF"),
        ("a.pdf", gzip.compress(PDF), "a gzip archive, not a PDF"),
        ("a.pdf", b"%PDF-1.7 cut", "damaged"),
        ("a.doc", b"The group met.", "not read"),
        ("a.docm", DOCX, "not read"),
        ("a.pdf", b"", "empty"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused(file: str, content: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as caught:
        read_document(file, content)
    assert caught.value.reason.count(". ") == 0


@pytest.mark.parametrize("name", ["../a.html", "/etc/passwd.html", "a\u202e.html", "a;b.html"])
def test_a_name_is_never_used_as_a_path(name: str, tmp_path: Path) -> None:
    document = read_document(name, PAGE)
    assert document.file == name
    assert set(document.id) <= set("abcdefghijklmnopqrstuvwxyz-")


@settings(max_examples=15)
@given(
    st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body>"]),
    st.binary(max_size=300),
)
def test_any_bytes_are_read_or_refused(suffix: str, start: bytes, rest: bytes) -> None:
    assert outcome(f"a{suffix}", start + rest).endswith(".")


@settings(max_examples=8)
@given(
    st.sampled_from([("a.docx", DOCX), ("a.pdf", PDF)]),
    st.integers(min_value=0),
    st.binary(min_size=1, max_size=20),
)
def test_damaged_files_are_read_or_refused(
    source: tuple[str, bytes], place: int, damage: bytes
) -> None:
    file, content = source
    place %= len(content)
    damaged = content[:place] + damage + content[place + len(damage) :]
    assert outcome(file, damaged).endswith(".")


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(DocumentError, match="takes too long"):
        read_document("a.html", PAGE)


def bomb(children: bytes, packed: bytes = b"") -> bytes:
    """A small PDF with these children of its page tree, and this compressed content."""
    return b"\n".join(
        [
            b"%PDF-1.7",
            b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
            b"2 0 obj <</Type/Pages/Count 1000000000/Kids[" + children + b"]>> endobj",
            b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>> endobj",
            b"4 0 obj <</Filter/FlateDecode/Length %d>> stream" % len(packed),
            packed,
            b"endstream endobj",
            b"trailer <</Root 1 0 R>>",
        ]
    )


def packed_spaces(mebibytes: int) -> bytes:
    packer, piece = zlib.compressobj(), b" " * 1024**2
    first, again = (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * (mebibytes - 1) + packer.flush()


@pytest.mark.parametrize(
    "content",
    [bomb(b"2 0 R " * 1000), bomb(b"3 0 R " * 200_000), bomb(b"3 0 R", packed_spaces(1200))],
    ids=["circular pages", "countless pages", "endless content"],
)
def test_a_pdf_that_grows_without_end_is_refused(content: bytes) -> None:
    assert len(content) < MAX_BYTES
    with pytest.raises(DocumentError):
        read_document("a.pdf", content)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError, match=r"pip install 'rapporteur\[formats\]'"):
        read_document("a.pdf", PDF)


def test_the_reading_process_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    assert "DISCORD_TOKEN" not in apart.environment()


def test_text_is_read_without_the_packages_of_other_formats() -> None:
    code = (
        "import sys; from corpus.reading import MAX_BYTES, read_document;"
        "read_document('a.txt', b'The group met.');"
        "sys.exit(any(name in sys.modules for name in ('lxml', 'docx', 'pypdfium2')))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, env=apart.environment())
    assert done.returncode == 0
