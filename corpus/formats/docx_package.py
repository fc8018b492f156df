"""What is looked at in a Word document's archive before any of it is unpacked."""

import io
import zipfile

from corpus.formats.refusals import FormatError

_MOST_ENTRIES = 5_000
_MOST_BYTES = 200 * 1024**2  # unpacked, pictures included
_MOST_XML_BYTES = 20 * 1024**2  # of the largest part that is parsed
_BODY = "word/document.xml"
_ENCRYPTED = 0x1


def check_package(content: bytes) -> None:
    """Refuse what is no Word document, or one that must not be opened; nothing is unpacked.

    Raises:
        FormatError: it is no document, damaged, encrypted, with macros, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FormatError("this is no Word document, or it is damaged.") from error
    if len(entries) > _MOST_ENTRIES or sum(each.file_size for each in entries) > _MOST_BYTES:
        raise FormatError("this Word document unpacks to more than is safe to read.")
    names = {each.filename.lower() for each in entries}
    if _BODY not in names:
        raise FormatError("this is a zip archive or another Office file, not a Word document.")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise FormatError("this Word document holds macros: save it without them.")
    if any(each.flag_bits & _ENCRYPTED for each in entries):
        raise FormatError("this Word document is encrypted.")
    parts = (each.file_size for each in entries if each.filename.endswith((".xml", ".rels")))
    if max(parts, default=0) > _MOST_XML_BYTES:
        raise FormatError("this Word document unpacks to more than is safe to read.")
