"""Lines of a printed page joined to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.formats.pdf_lines import PrintedLine
from corpus.pages.lines import Line, ends_open, is_finished
from corpus.pages.marks import Mark, is_first, is_successor, read_mark
from corpus.pages.wrapping import is_certain_wrap

_SAME_SIZE = 0.12  # share by which the heights of a paragraph's lines differ at most
_LARGE = 1.15  # of the usual height: a line of a heading
_PARTED = 1.25  # of the usual distance of lines: paragraphs are set apart
_INDENTED = 0.8  # of a line's height: its paragraph begins here
_HALF = 0.6  # share of the column that a line takes at least which a sentence runs over
_SPACE = 0.2  # of a line's height
_COLUMN = 0.45  # of a line's height: the width of a character
_SOFT_HYPHEN = "\u00ad"
_BROKEN_WORD = re.compile(r"(?:^|[\s(“\"'‘/])(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Measures:
    """What all lines together tell of each.

    Attributes:
        height: of the usual line, in points.
        pitch: usual distance of two lines of a paragraph, as a share of their height.
        words: how often each word stands inside a line, small letters.
    """

    height: float
    pitch: float
    words: Counter[str]


def paragraph_lines(printed: Sequence[PrintedLine]) -> tuple[Line, ...]:
    """One line a paragraph, from the printed lines in reading order; cost is linear."""
    if not printed:
        return ()
    measures = _measure(printed)
    lines: list[Line] = []
    prose_above = False  # larger lines above all prose are the title, not headings
    for group in _grouped(printed, measures):
        first = group[0]
        columns = round((first.left - first.column[0]) / (_COLUMN * first.height))
        is_large = first.height > _LARGE * measures.height
        text = _joined([each.text for each in group], measures.words)
        lines.append(Line(text, max(0, columns), gap=1, underlined=is_large and prose_above))
        prose_above = prose_above or (not is_large and is_finished(text))
    return tuple(lines)


def _measure(printed: Sequence[PrintedLine]) -> _Measures:
    heights: Counter[float] = Counter()
    for line in printed:
        heights[round(line.height, 1)] += len(line.text)
    pitches = [
        (above.bottom - below.bottom) / above.height
        for above, below in pairwise(printed)
        if above.region == below.region and is_certain_wrap(above.text, below.text)
    ]
    words = Counter(word.lower() for line in printed for word in _WORD.findall(line.text))
    return _Measures(heights.most_common(1)[0][0], median(pitches or [1.0]), words)


def _grouped(
    printed: Sequence[PrintedLine], measures: _Measures
) -> Iterator[Sequence[PrintedLine]]:
    group: list[PrintedLine] = []
    latest: dict[str, str] = {}  # the last label of each kind of mark
    for line in printed:
        mark = _own_mark(line, group, latest)
        if mark:
            latest[mark.kind] = mark.label
        if group and (mark or not _continues(group, line, measures)):
            yield group
            group = []
        group.append(line)
    yield group


def _own_mark(
    line: PrintedLine, group: Sequence[PrintedLine], latest: Mapping[str, str]
) -> Mark | None:
    """The mark a line begins with, unless a sentence runs over into "26) in Glasgow"."""
    mark = read_mark(line.text)
    if mark is None or not group:
        return mark
    above = group[-1]
    if not mark.label or is_first(mark.label):
        return None if ends_open(above.text) else mark
    if any(is_successor(mark.label, label) for label in latest.values()):
        return mark
    return mark if is_finished(above.text) or not _runs_over(above, line) else None


def _continues(group: Sequence[PrintedLine], below: PrintedLine, measures: _Measures) -> bool:
    """Whether a line without a mark belongs to the paragraph of the lines above it."""
    above = group[-1]
    if "\t" in above.text or "\t" in below.text:
        return False
    if abs(above.height - below.height) > _SAME_SIZE * above.height:
        return False
    if above.region != below.region:
        return not is_finished(above.text) and _runs_over(above, below)
    if (above.bottom - below.bottom) / above.height > _PARTED * measures.pitch:
        return False
    return not _begins(group, below) and _runs_over(above, below)


def _begins(group: Sequence[PrintedLine], below: PrintedLine) -> bool:
    """Whether the indent of a line tells that a paragraph begins."""
    above = group[-1]
    if _are_centred(above, below):
        return False
    step = _INDENTED * below.height
    if below.left > above.left + step:
        return len(group) > 1 or read_mark(above.text) is None
    return below.left < above.left - step and len(group) > 1


def _runs_over(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether a line was broken for want of room, or a sentence runs over its end."""
    left, right = above.column
    if _BROKEN_WORD.search(above.text) and below.text[0].islower():
        return True
    if above.right + _SPACE * above.height + below.first_width > right:
        return True
    is_wrapped = is_certain_wrap(above.text, below.text)
    return is_wrapped and above.right - left >= _HALF * (right - left)


def _are_centred(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines have one middle, that of their column; their left ends tell nothing."""
    middles = [sum(below.column), above.left + above.right, below.left + below.right]
    return max(middles) - min(middles) < 2 * below.height


def _joined(texts: Sequence[str], words: Counter[str]) -> str:
    """Lines joined by spaces, or without one inside a word that was broken."""
    text = texts[0]
    for below in texts[1:]:
        broken = _BROKEN_WORD.search(text)
        following = _FIRST_WORD.match(below)
        if broken is None or following is None:
            text = f"{text} {below}"
        elif text.endswith(_SOFT_HYPHEN) or not _is_compound(broken["head"], following[0], words):
            text = text[:-1] + below
        else:
            text += below
    return text.replace(_SOFT_HYPHEN, "")


def _is_compound(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether the hyphen between two parts at a line's end belongs to the word.

    The document tells, where it has the word elsewhere; else what its parts are.
    """
    head, small = head.lower(), tail.lower()
    compound, whole = words[f"{head}-{small}"], words[head + small]
    if compound or whole:
        return compound >= whole
    return tail != small or "-" in head or bool(words[small] > 1 and words[head])
