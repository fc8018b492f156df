"""Rows at the head and the foot of pages that belong to the page, not to the text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from corpus.formats.pdf_rows import Row
from corpus.pages.furniture import header_key, is_page_number

_DEEPEST = 4  # rows from the edge of a page
_LEAST_SHARE = 0.4  # of the pages; headers of left and right pages may differ
_FEWEST_PAGES = 2
_SAME_PLACE = 8.0  # points by which the place of a header varies at most
_SMALL = 0.9  # of the usual height of words: that of a header or footer
_FAR = 2.0  # of the usual height: the distance of what stands in the margin
_LONGEST_NUMBER = 3  # digits of a page's number; a year has four


def without_page_furniture(pages: Sequence[Sequence[Row]]) -> tuple[tuple[Row, ...], ...]:
    """The rows of each page without headers, footers and page numbers."""
    recurring, usual = _recurring(pages), _usual_height(pages)
    return tuple(
        _body(page, usual, {place for number, place in recurring if number == own})
        for own, page in enumerate(pages)
    )


def _body(page: Sequence[Row], usual: float, recurring: set[int]) -> tuple[Row, ...]:
    """Take rows away from both edges for as long as they are furniture."""
    start, end = 0, len(page)
    while start < end and (start in recurring or _is_marginal(page, start, start + 1, usual)):
        start += 1
    while end > start and (end - 1 in recurring or _is_marginal(page, end - 1, end - 2, usual)):
        end -= 1
    return tuple(page[start:end])


def _is_marginal(page: Sequence[Row], place: int, inner: int, usual: float) -> bool:
    """Whether the outermost row is a page's number, or small and far from the row inside."""
    text = row_text(page[place])
    if is_page_number(text) or _is_bare_number(text):
        return True
    if not 0 <= inner < len(page):
        return False
    height, distance = page[place][0].height, page[place][0].bottom - page[inner][0].bottom
    return height < _SMALL * usual and abs(distance) > _FAR * usual


def _usual_height(pages: Sequence[Sequence[Row]]) -> float:
    heights: Counter[float] = Counter()
    for page in pages:
        for row in page:
            heights[round(row[0].height, 1)] += len(row_text(row))
    return heights.most_common(1)[0][0] if heights else 0


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
