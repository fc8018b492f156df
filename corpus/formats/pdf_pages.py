"""The words of a PDF's text layer and where they stand."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.refusals import MOST_CHARACTERS, TOO_MUCH_TEXT, FormatError

MOST_PAGES = 500
_UPRIGHT = 0.98  # cosine of the angle at which a word counts as set along its line
_FEWEST_LETTERS = 25  # a page with a picture and fewer is a scan
_PDFIUM_HYPHEN = 2
_NO_CHARACTER = frozenset(["Cc", "Cn", "Cs"])  # controls, what Unicode lacks, halves of pairs
_HYPHENS = frozenset("-\u00ad")  # after each a word may go on in the next line


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them; coordinates in points from the lower left.

    Attributes:
        is_spaced: white space stands before it in the text layer.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_spaced: bool = True

    @property
    def height(self) -> float:
        """Points from descender to ascender, about 1.2 times the size of the font."""
        return self.top - self.bottom


def read_pages(content: bytes) -> tuple[tuple[Word, ...], ...]:
    """The words of each page that are set along its lines, in the order they are stored.

    Raises:
        FormatError: it is damaged, encrypted, a scan, or too large.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FormatError("this PDF is encrypted: save it without a password.") from error
        raise FormatError("this PDF is damaged.") from error
    if len(document) > MOST_PAGES:
        raise FormatError(f"this PDF has more than {MOST_PAGES} pages.")
    pages, scans, characters = [], 0, 0
    for number in range(len(document)):
        page = document[number]
        words = tuple(_words(page))
        letters = sum(len(word.text) for word in words)
        characters += letters
        if characters > MOST_CHARACTERS:
            raise FormatError(TOO_MUCH_TEXT)
        scans += letters < _FEWEST_LETTERS and _shows_picture(page)
        pages.append(words)
        page.close()
    if 2 * scans > len(pages) or (scans and not characters):
        raise FormatError("this PDF is a scan without text: run OCR first.")
    return tuple(pages)


def _shows_picture(page: pypdfium2.PdfPage) -> bool:
    kinds = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    return next(page.get_objects(filter=kinds, max_depth=1), None) is not None


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    text_page = page.get_textpage()
    if text_page.count_chars() > MOST_CHARACTERS:
        raise FormatError(TOO_MUCH_TEXT)
    sheet = _Sheet(text_page.raw, page.get_rotation(), *page.get_size())
    is_spaced, letters, start = True, "", 0
    end = text_page.count_chars()
    for number in range(end):
        letter = _letter(pdfium.FPDFText_GetUnicode(sheet.text, number))
        is_space = letter.isspace()
        if letter and not is_space:
            start = start if letters else number
            letters += letter
        if letters and (is_space or letter in _HYPHENS or number + 1 == end):
            if sheet.is_upright(start):
                yield sheet.word(letters, start, number - is_space, is_spaced=is_spaced)
            is_spaced, letters = False, ""
        if is_space and not pdfium.FPDFText_IsGenerated(sheet.text, number):
            is_spaced = True
    text_page.close()


@cache
def _letter(code: int) -> str:
    """A character, or "" for what is none; PDFium marks a hyphen at a line's end as 2."""
    letter = "-" if code == _PDFIUM_HYPHEN else chr(code)
    is_none = category(letter) in _NO_CHARACTER and not letter.isspace()
    return "" if is_none else letter


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's text and how it is shown: turned clockwise by degrees, to this size in points."""

    text: Any  # PDFium's handle
    turn: int
    width: float
    height: float

    def is_upright(self, number: int) -> bool:
        """Whether a character stands upright on the page as it is shown, unlike a watermark."""
        angle = pdfium.FPDFText_GetCharAngle(self.text, number)
        shown = math.radians(self.turn)
        return max(math.cos(angle - shown), math.cos(angle + shown)) >= _UPRIGHT

    def word(self, letters: str, first: int, last: int, *, is_spaced: bool) -> Word:
        """The word between two characters."""
        corners = []
        for number in (first, last):
            box = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(self.text, number, box)
            corners.append(self._shown(box.left, box.bottom))
            corners.append(self._shown(box.right, box.top))
        across, up = zip(*corners, strict=True)
        return Word(letters, min(across), min(up), max(across), max(up), is_spaced)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y, self.height - x
        if self.turn == 180:
            return self.width - x, self.height - y
        return (self.width - y, x) if self.turn == 270 else (x, y)
