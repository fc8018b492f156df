"""Rows at the head and the foot of pages that belong to the page, not to the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from corpus.formats.pdf_rows import Row
from corpus.furniture import header_key, is_page_number

_DEEPEST = 4  # rows from the edge of a page
_LEAST_SHARE = 0.4  # of the pages; headers of left and right pages may differ
_FEWEST_PAGES = 2
_SAME_PLACE = 8.0  # points by which the place of a header varies at most
_LONGEST_NUMBER = 3  # digits of a page's number; a year has four


def without_page_furniture(pages: Sequence[Sequence[Row]]) -> tuple[tuple[Row, ...], ...]:
    """The rows of each page without headers, footers and page numbers."""
    recurring = _recurring(pages)
    return tuple(_body(page, number, recurring) for number, page in enumerate(pages))


def _body(page: Sequence[Row], number: int, recurring: set[tuple[int, int]]) -> tuple[Row, ...]:
    """Take rows away from both edges for as long as they are furniture."""
    start, end = 0, len(page)
    while start < end and _is_furniture(page, number, start, recurring):
        start += 1
    while end > start and _is_furniture(page, number, end - 1, recurring):
        end -= 1
    return tuple(page[start:end])


def _is_furniture(
    page: Sequence[Row], number: int, place: int, recurring: set[tuple[int, int]]
) -> bool:
    text = row_text(page[place])
    return (number, place) in recurring or is_page_number(text) or _is_bare_number(text)


def _is_bare_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _recurring(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """The rows (page, place) that stand at one height on several pages, numbers aside."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for place in _edges(len(page)):
            places[header_key(row_text(page[place]))].append((number, place))
    found: set[tuple[int, int]] = set()
    for alike in places.values():
        usual = median(_height_on_page(pages, each) for each in alike)
        same = [each for each in alike if abs(_height_on_page(pages, each) - usual) <= _SAME_PLACE]
        count = len({number for number, _ in same})
        if count >= max(_FEWEST_PAGES, _LEAST_SHARE * len(pages)):
            found.update(same)
    return found


def _edges(length: int) -> Iterator[int]:
    yield from range(min(_DEEPEST, length))
    yield from range(max(_DEEPEST, length - _DEEPEST), length)


def _height_on_page(pages: Sequence[Sequence[Row]], place: tuple[int, int]) -> float:
    return pages[place[0]][place[1]][0].bottom


def row_text(row: Row) -> str:
    """The words of a row."""
    return " ".join(segment.text for segment in row)
