"""What a file is by its first bytes, whatever its name says."""

import re

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"#!/", "a script"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
)
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF_HEAD = 1024  # bytes in which a PDF's signature may stand


def kind_of(content: bytes) -> str:
    """What kind of binary file this is: "a PDF", "an image"; "" where no signature tells."""
    return next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), "")


def is_page(content: bytes) -> bool:
    """Whether a text begins as HTML pages do."""
    return _PAGE.match(content[:8192]) is not None


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF; some have a few bytes before their signature."""
    return b"%PDF-" in content[:_PDF_HEAD]


def is_archive(content: bytes) -> bool:
    """Whether a file is a zip archive, as docx files are."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))
