"""The text of an HTML page in the encoding that it declares, else in the one found."""

import codecs
import re

from corpus.pages.encoding import decode

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[\w-]{2,30})", re.IGNORECASE
)
_HEAD_BYTES = 8192
_KNOWN = re.compile(
    r"utf-?8|us-ascii|iso-?8859-?\d{1,2}|latin-?\d|windows-?\d{3,4}|cp\d{3,4}|koi8-[ru]|"
    r"gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)|tis-620|macintosh"
)
_WESTERN = re.compile(r"us-ascii|iso-?8859-?1|latin-?1")  # browsers read Windows-1252 in them


def page_text(file: str, content: bytes) -> str:
    """The text of a page.

    Raises:
        DocumentError: the bytes are no text.
    """
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    name = declared["name"].decode("ascii", "ignore").lower() if declared else ""
    if content.startswith(_MARKS) or b"\0" in content or not _KNOWN.fullmatch(name):
        return decode(file, content)
    try:
        return content.decode("cp1252" if _WESTERN.fullmatch(name) else name)
    except (UnicodeDecodeError, LookupError):
        return decode(file, content)
