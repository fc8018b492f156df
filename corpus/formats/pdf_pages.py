"""The words of a PDF's text layer and where they stand."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.refusals import FormatError

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
_UPRIGHT = 0.98  # cosine of the angle at which a word counts as set along its line
_FEWEST_LETTERS = 25  # a page with a picture and fewer is a scan
_PDFIUM_HYPHEN = 2
_NO_CHARACTER = frozenset([0, 0xFFFE, 0xFFFF])
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
            raise FormatError("this PDF holds more text than is read.")
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
    count = text_page.count_chars()
    if count > MOST_CHARACTERS:
        raise FormatError("this PDF holds more text than is read.")
    turn = page.get_rotation()
    size = page.get_size()
    is_spaced, letters, start = True, "", 0
    for number in range(count):
        letter = _letter(pdfium.FPDFText_GetUnicode(text_page, number))
        if letter and not letter.isspace():
            start = start if letters else number
            letters += letter
        is_end = letter.isspace() or letter in _HYPHENS or number + 1 == count
        if letters and is_end:
            last = number - letter.isspace()
            if _is_upright(text_page, start, turn):
                yield _word(text_page, (start, last), letters, is_spaced, turn, size)
            is_spaced, letters = False, ""
        if letter.isspace() and not pdfium.FPDFText_IsGenerated(text_page, number):
            is_spaced = True
    text_page.close()


def _letter(code: int) -> str:
    """A character, or "" for what is none; PDFium marks a hyphen at a line's end as 2."""
    if code == _PDFIUM_HYPHEN:
        return "-"
    is_none = code in _NO_CHARACTER or 0xD800 <= code <= 0xDFFF
    return "" if is_none else chr(code)


def _is_upright(text_page: pypdfium2.PdfTextPage, number: int, turn: int) -> bool:
    """Whether a character stands upright on the page as it is shown, unlike a watermark."""
    angle = pdfium.FPDFText_GetCharAngle(text_page, number)
    shown = math.radians(turn)
    return max(math.cos(angle - shown), math.cos(angle + shown)) >= _UPRIGHT


def _word(
    text_page: pypdfium2.PdfTextPage,
    ends: tuple[int, int],
    letters: str,
    is_spaced: bool,
    turn: int,
    size: tuple[float, float],
) -> Word:
    corners = []
    for number in ends:
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text_page, number, box)
        corners += [
            _shown(box.left, box.bottom, turn, size),
            _shown(box.right, box.top, turn, size),
        ]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Word(letters, min(across), min(up), max(across), max(up), is_spaced)


def _shown(x: float, y: float, turn: int, size: tuple[float, float]) -> tuple[float, float]:
    """Where a point of the page stands when the page is turned clockwise, as it is shown."""
    width, height = size  # of the page as it is shown
    return {90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}.get(
        turn, (x, y)
    )
