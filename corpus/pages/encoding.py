"""From a file's bytes to its text: UTF-8, UTF-16, or a legacy encoding found."""

import codecs
import re

from charset_normalizer import from_bytes

from corpus.errors import DocumentError
from corpus.formats.sniffing import kind_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16: tried before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text
_LEAST_ZEROS = 0.7  # share of the high bytes of an unmarked UTF-16 text; accents have others
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_MOST_ACCENTED = 0.3  # share of accented letters above which a text is hardly Western
_CAPITAL_INSIDE = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-Þ]")  # "membersÕ": another encoding's mark


def decode(file: str, content: bytes) -> str:
    """The text of a file, without a byte order mark.

    Raises:
        DocumentError: the bytes are no text.
    """
    kind = kind_of(content)
    if kind:
        raise DocumentError(file, f"this is {kind}, not a text file.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(file, content[len(mark) :].decode(encoding, errors="replace"))
    unmarked = _unmarked_utf16(content)
    if unmarked:
        content = content.decode(unmarked, errors="replace").encode()
    if _is_binary(content):
        raise DocumentError(file, "this is a binary file, not a text file.")
    return _checked(file, _decode_unmarked(content))


def _unmarked_utf16(content: bytes) -> str:
    """The encoding of UTF-16 without its mark: every other byte of a Latin text is 0; else ""."""
    halves = {"utf-16-be": content[::2], "utf-16-le": content[1::2]}
    high = max(halves, key=lambda each: halves[each].count(0))
    zeros, others = halves[high].count(0), content.count(0) - halves[high].count(0)
    fits = zeros > _LEAST_ZEROS * len(halves[high]) and others < _MOST_CONTROLS * len(content)
    return high if fits else ""


def _is_binary(content: bytes) -> bool:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return b"\0" in content or controls > _MOST_CONTROLS * len(content)


def _checked(file: str, text: str) -> str:
    """Refuse text whose marked encoding was a false promise."""
    if "\0" in text or text.count("\ufffd") > _MOST_CONTROLS * len(text):
        raise DocumentError(file, "this is a binary file, not a text file.")
    return text


def _decode_unmarked(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(content) or _western(content) or _detected(content)


def _damaged_utf8(content: bytes) -> str:
    """UTF-8 with stray bytes of Windows-1252 among it, as pasting leaves them; else ""."""
    text = content.decode("utf-8", errors="surrogateescape")
    strays = len(_STRAY_BYTE.findall(text))
    if strays >= len(_MULTIBYTE.findall(content)):
        return ""
    return _STRAY_BYTE.sub(lambda stray: _windows(bytes([ord(stray[0]) - 0xDC00])), text)


def _western(content: bytes) -> str:
    """The text as Windows-1252 if it reads like a Western language in it, else "".

    An English text holds too few high bytes (a quote, a dash, a name's accent) for a
    statistical detector, and Windows-1252 is what nearly all such files are in.
    """
    text = _windows(content)
    letters = sum(map(str.isalpha, text))
    accented = sum(each.isalpha() for each in text if each > "\x7f")
    undefined = any("\x80" <= each <= "\x9f" for each in text)
    strange = undefined or accented > _MOST_ACCENTED * letters
    return "" if strange or _CAPITAL_INSIDE.search(text) else text


def _detected(content: bytes) -> str:
    best = from_bytes(content).best()
    return _windows(content) if best is None else str(best)


def _windows(content: bytes) -> str:
    """Windows-1252, its five undefined bytes as the control characters of Latin-1."""
    return content.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)


_UNDEFINED = {0xDC00 + byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
