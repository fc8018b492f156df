"""Lines that belong to the page, not to the text: headers, page numbers, captions, rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from corpus.pages.lines import Line, is_finished, layout_words
from corpus.pages.marks import read_mark

_RULE = re.compile(r"[\W_]+")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_EMPHASIS = re.compile(r"[*_]{1,3}")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|pg|p)\b[.:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*p\s?a\s?g\s?e)\W*",
    re.IGNORECASE,
)
_PAGE_OF_PAGES = re.compile(
    r"[-–—\[(]?\s*(?P<page>\d{1,4})\s*(?:of|/)\s*(?P<pages>\d{1,4})\s*[-–—\])]?"
)
_DASHED_NUMBER = re.compile(r"([-–—~*|\[(]+)\s*(\d{1,4}|[ivx]{1,5})\s*[-–—~*|\])]+")
_NUMBERED_HEADER = re.compile(r"\S(?:\s{2,}|\t|\s*\|\s*)(?:page|p\.)\s*\d{1,4}\W*\Z", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivx]{1,5}")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp)(?:\s.{0,80})?", re.IGNORECASE)
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)")
_DIGITS = re.compile(r"\d+")
_LONGEST_HEADER = 120  # characters
_FEWEST_REPEATS = 3
_FEWEST_AT_BREAKS = 2  # repeats beside form feeds or page numbers
_LONG_LINE = 60  # characters: such a line without a stop is no heading
_TITLE_WORDS = 5  # a letterhead has fewer words, a title used as page header as many


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the text itself; each knows what was cut out above it.

    Dropped are lines without a letter or digit, page numbers, captions of images, marks of
    the end, and lines that recur as page headers do. Cost grows linearly.
    """
    lines = _without_rules(lines)
    numbers = _page_numbers(lines)
    lines = _without(lines, numbers)
    return _without(lines, {*_captions(lines), *_headers(lines), *_end_marks(lines)})


def _without(lines: Sequence[Line], dropped: set[int]) -> tuple[Line, ...]:
    """Leave lines out and tell the next one below each of them."""
    kept, gap, new_page, cut = [], 0, False, False
    for number, line in enumerate(lines):
        gap, new_page, cut = gap + line.gap, new_page or line.new_page, cut or line.cut
        if number in dropped:
            cut = True
            continue
        changed = (gap, new_page, cut) != (line.gap, line.new_page, line.cut)
        kept.append(replace(line, gap=gap, new_page=new_page, cut=cut) if changed else line)
        gap, new_page, cut = 0, False, False
    return tuple(kept)


def _without_rules(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Drop lines without words; keep the end of emphasis and a bullet parted from its entry."""
    dropped, underlined = set(), set()
    for number, line in enumerate(lines):
        if _RULE.fullmatch(line.text) is None:
            continue
        below = lines[number + 1] if number + 1 < len(lines) else None
        closes_emphasis = number and not line.apart and _EMPHASIS.fullmatch(line.text)
        bullet = read_mark(line.text)
        bullet_above_entry = bullet and bullet.is_bullet and below and below.gap <= 1
        if closes_emphasis or (bullet_above_entry and len(line.text) == 1):
            continue
        dropped.add(number)
        if number and not line.apart and _UNDERLINE.fullmatch(line.text):
            underlined.add(number - 1)
    marked = [
        replace(line, underlined=True) if number in underlined else line
        for number, line in enumerate(lines)
    ]
    return _without(marked, dropped)


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    shaped = {number for number, line in enumerate(lines) if is_page_number(line.text)}
    bare = [
        number
        for number, line in enumerate(lines)
        if _BARE_NUMBER.fullmatch(line.text) and _is_parted(lines, number)
    ]
    near_page = {number for number in bare if _at_page_break(lines, number)}
    return shaped | near_page | (set(bare) if len(bare) > 1 else set())


def is_page_number(text: str) -> bool:
    """Whether a line is shaped as only page numbers are: "Page 3 of 7", "- 4 -"."""
    of_pages = _PAGE_OF_PAGES.fullmatch(text)
    if of_pages:
        return 1 <= int(of_pages["page"]) <= int(of_pages["pages"])
    return bool(_PAGE_NUMBER.fullmatch(text) or _DASHED_NUMBER.fullmatch(text))


def _is_parted(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands alone: blank lines or page breaks on both sides."""
    is_last = number + 1 == len(lines)
    return (number == 0 or lines[number].apart) and (is_last or lines[number + 1].apart)


def _at_page_break(lines: Sequence[Line], number: int) -> bool:
    """Whether a form feed, or furniture that was cut out, stands beside a line."""
    beside = lines[number : number + 2]
    return any(line.new_page or line.cut for line in beside)


def _captions(lines: Iterable[Line]) -> Iterator[int]:
    for number, line in enumerate(lines):
        short = len(line.text) <= _LONGEST_HEADER
        if _MARKDOWN_IMAGE.fullmatch(line.text) or (
            short and (_FILE_NAME.fullmatch(line.text) or _caption().fullmatch(line.text))
        ):
            yield number


@cache
def _caption() -> re.Pattern[str]:
    """A file's name in one piece and a word for a picture: "perth-skyline-min Image"."""
    words = "|".join(sorted(layout_words("caption_words")))
    return re.compile(rf"\w+(?:[-_.+%]\w+)+\s+(?:{words})", re.IGNORECASE)


def _end_marks(lines: Sequence[Line]) -> Iterator[int]:
    for number in range(max(0, len(lines) - 1), len(lines)):
        if lines[number].text.strip("-*[]().#\\ ").lower() in layout_words("end_words"):
            yield number


def _headers(lines: Sequence[Line]) -> set[int]:
    """Short lines that stand alone, recur, and show by their place that they head pages."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if _may_be_header(line.text) and _stands_alone(lines, number):
            places.setdefault(header_key(line.text), []).append(number)
    usual_gap = _usual_gap(lines)
    dropped: set[int] = set()
    for numbers in places.values():
        likely = sum(_heads_page(lines, number, usual_gap) for number in numbers)
        certain = sum(
            _at_page_break(lines, number) or _NUMBERED_HEADER.search(lines[number].text) is not None
            for number in numbers
        )
        recurs = len(numbers) >= _FEWEST_REPEATS and 2 * likely >= len(numbers)
        if recurs or certain >= _FEWEST_AT_BREAKS:
            dropped |= set(numbers) - _title_among(lines, numbers)
    return dropped


def _may_be_header(text: str) -> bool:
    return len(text) <= _LONGEST_HEADER and not is_finished(text) and read_mark(text) is None


def _stands_alone(lines: Sequence[Line], number: int) -> bool:
    return _is_parted(lines, number) or _at_page_break(lines, number)


def header_key(text: str) -> str:
    """What the header of one page has in common with that of another: numbers do not count."""
    return " ".join(_DIGITS.sub("#", text).casefold().split())


def _usual_gap(lines: Sequence[Line]) -> int:
    gaps = Counter(line.gap for line in lines[1:] if line.gap)
    return gaps.most_common(1)[0][0] if gaps else 0


def _heads_page(lines: Sequence[Line], number: int, usual_gap: int) -> bool:
    """Whether the place tells: the top, the end, a page break, a wider gap, a broken sentence."""
    if number == 0 or number + 1 == len(lines) or _at_page_break(lines, number):
        return True
    line, above = lines[number], lines[number - 1]
    wide = max(line.gap, lines[number + 1].gap) > usual_gap
    return wide or (above.width >= _LONG_LINE and not is_finished(above.text))


def _title_among(lines: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """The first occurrence, where a document's title serves as its page header."""
    first = numbers[0]
    is_title = first == 0 and len(lines[0].text.split()) >= _TITLE_WORDS
    return {first} if is_title else set()
