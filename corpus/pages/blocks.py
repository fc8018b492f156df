"""From lines to blocks: wrapped lines joined, marks taken off, broken sentences mended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.pages.furniture import without_furniture
from corpus.pages.lines import Line, bare_end, ends_open, is_finished, split_lines, starts_lower
from corpus.pages.marks import Mark, is_first, is_successor, read_mark
from corpus.pages.wrapping import Column, measure_column

_SHORTEST_BROKEN = 40  # characters: a shorter unfinished block is a heading


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to be: its words, and what its place on the page tells.

    Attributes:
        text: the source's words; breaks of wrapped lines are single spaces.
        mark: the mark that stood before it.
        indent: columns of white space before its mark or first word.
        gap: blank lines above it.
        apart: blank lines, a page break or page furniture stands above it.
        cut: page furniture stood above it.
        heading: the source marks it as a heading ("#", a rule below).
    """

    text: str
    mark: Mark | None = None
    indent: int = 0
    gap: int = 0
    apart: bool = False
    cut: bool = False
    heading: bool = False


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain or Markdown text, page furniture left out; cost is linear."""
    return line_blocks(without_furniture(split_lines(text)))


def line_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of the lines of a text that hold no page furniture; cost is linear."""
    page = _Page(measure_column(lines), _repeated_bullets(lines))
    return tuple(_mended(_joined(lines, page)))


@dataclass(frozen=True, slots=True)
class _Page:
    """What all lines together tell of each: their width, and which bullets make lists."""

    column: Column
    bullets: frozenset[tuple[str, int]]


def _repeated_bullets(lines: Sequence[Line]) -> frozenset[tuple[str, int]]:
    """Kind and indent of the bullets that occur more than once: lists, not stray dashes."""
    marks = ((read_mark(line.text), line.indent) for line in lines)
    counts = Counter((mark.kind, indent) for mark, indent in marks if mark and mark.is_bullet)
    return frozenset(each for each, count in counts.items() if count > 1)


def _joined(lines: Sequence[Line], page: _Page) -> Iterator[Block]:
    """Group the lines of each block."""
    group: list[Line] = []
    mark: Mark | None = None
    latest: dict[str, str] = {}  # the last label of each kind of mark
    for line in lines:
        closing = bool(group) and _ends_emphasis(line, group)
        own = None if closing else _own_mark(line, group, latest, page)
        if closing or (group and not own and _belongs(line, group, mark, page.column)):
            group.append(line)
            continue
        if group:
            yield _block(group, mark)
        group, mark = [line], own
        if own:
            latest[own.kind] = own.label
    if group:
        yield _block(group, mark)


def _own_mark(
    line: Line, group: Sequence[Line], latest: Mapping[str, str], page: _Page
) -> Mark | None:
    """The mark a line begins with, unless it is part of a wrapped sentence or a name."""
    mark = read_mark(line.text)
    if mark is None or mark.kind == "heading" or (mark.kind, line.indent) in page.bullets:
        return mark
    if is_first(mark.label) or any(is_successor(mark.label, label) for label in latest.values()):
        return mark
    if mark.kind in {"Letter", "Roman"}:
        return None  # "A. Smith"
    wrapped = group and not line.apart and not bare_end(group[-1].text).endswith((".", ":"))
    return None if wrapped and page.column.continues(group[-1], line) else mark


def _belongs(line: Line, group: Sequence[Line], mark: Mark | None, column: Column) -> bool:
    above = group[-1]
    if mark and len(above.text) <= mark.length and len(group) == 1:
        return line.gap <= 1  # the mark stands on a line of its own
    if line.apart or above.underlined or (mark and mark.kind == "heading"):
        return False
    if not above.text.strip("*_"):
        return False
    hanging = mark is not None and line.indent > group[0].indent
    return hanging or column.continues(above, line, is_first=len(group) == 1)


def _ends_emphasis(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line is only the end of emphasis that the lines above it opened."""
    if line.apart or line.text.strip("*_") or not group[-1].text.strip("*_"):
        return False
    marks = sum(above.text.count(line.text[0]) for above in group)
    return (marks + len(line.text)) % 2 == 0 and marks > 0


def _block(group: Sequence[Line], mark: Mark | None) -> Block:
    first = group[0]
    words = " ".join(line.text for line in group)[mark.length if mark else 0 :].strip()
    heading = bool(mark and mark.kind == "heading")
    if heading:
        words = words.rstrip("#").rstrip() or words
    return Block(
        text=words,
        mark=None if heading else mark,
        indent=first.indent,
        gap=first.gap,
        apart=first.apart,
        cut=first.cut,
        heading=heading or group[-1].underlined,
    )


def _mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join the parts of sentences that a page break or a stray blank line took apart."""
    parts: list[Block] = []
    for block in blocks:
        if not block.text:
            continue
        if parts and not _is_broken(parts[-1], block, sum(len(part.text) for part in parts)):
            yield _whole(parts)
            parts = []
        parts.append(block)
    if parts:
        yield _whole(parts)


def _whole(parts: Sequence[Block]) -> Block:
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], text=" ".join(part.text for part in parts))


def _is_broken(above: Block, below: Block, length: int) -> bool:
    """Whether one sentence runs from a block into the next."""
    if below.mark or below.cut or below.heading or above.heading or not below.apart:
        return False
    if length < _SHORTEST_BROKEN or above.text.isupper() or is_finished(above.text):
        return False
    if ends_open(above.text):
        return True
    return starts_lower(below.text) and not bare_end(above.text).endswith(",")
