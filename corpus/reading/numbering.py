"""The numbers a source prints, made unambiguous where it counts more than once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.documents import Form, Paragraph

_LAST_NOUN = re.compile(r"([^\W\d_]{3,})\W*$")
_LONGEST_NAME = 40


@dataclass(slots=True)
class _Series:
    """One count from 1 upwards: the last number and its paragraphs' places."""

    last: int
    places: list[int] = field(default_factory=list)


def with_clear_numbers(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Name the numbers of all counts but the longest after their section or paragraph.

    Where a document numbers its paragraphs 1 to 38 and its outcomes 1 to 6, the fourth outcome
    is printed "Outcome 4". Entries of a list inside paragraph 12 become "para 12 (1)".
    """
    series = _counts(paragraphs)
    main = max(series, key=lambda each: len(each.places), default=None)
    clear = list(paragraphs)
    for count in series:
        if count is not main:
            for place in count.places:
                clear[place] = _named(clear[place], paragraphs)
    for place in _repeated(paragraphs):
        clear[place] = _named(clear[place], paragraphs)
    return tuple(clear)


def _repeated(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The places of numbers such as 2.3 that stand before another paragraph already."""
    seen: set[str] = set()
    for place, paragraph in enumerate(paragraphs):
        if paragraph.form is not Form.HEADING and "." in paragraph.printed:
            if paragraph.printed in seen:
                yield place
            seen.add(paragraph.printed)


def _counts(paragraphs: Sequence[Paragraph]) -> list[_Series]:
    """Tell the counts apart; a number belongs to the latest count that it continues."""
    series: list[_Series] = []
    by_last: dict[int, list[_Series]] = {}
    for place, paragraph in enumerate(paragraphs):
        if paragraph.form is Form.HEADING or not paragraph.printed.isdecimal():
            continue
        number = int(paragraph.printed)
        open_counts = by_last.get(number - 1, [])
        count = open_counts.pop() if open_counts and number > 1 else _Series(0)
        if not count.places:
            series.append(count)
        count.last = number
        count.places.append(place)
        by_last.setdefault(number, []).append(count)
    return series


def _named(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Paragraph:
    parent = paragraphs[paragraph.lead_ordinal - 1].printed if paragraph.lead_ordinal else ""
    if parent:
        above = f"para {parent}" if parent.isdecimal() else parent
        return replace(paragraph, printed=f"{above} ({paragraph.printed})")
    name = section_noun(paragraph.section)
    return replace(paragraph, printed=f"{name} {paragraph.printed}") if name else paragraph


def section_noun(heading: str) -> str:
    """What an entry of a section is called: "Outcome" under "Recommendations/Outcomes"."""
    last = _LAST_NOUN.search(heading)
    if last and last[1].lower().endswith("s"):
        return _singular(last[1]).capitalize()
    return heading.strip("*_ :") if len(heading) <= _LONGEST_NAME else ""


def _singular(noun: str) -> str:
    lower = noun.lower()
    if lower.endswith("ies"):
        return noun[:-3] + "y"
    if lower.endswith(("ses", "xes", "ches", "shes")) and not lower.endswith("ases"):
        return noun[:-2]
    return noun if lower.endswith("ss") else noun[:-1]
