"""The dateline in which a press release begins: "JAKARTA, 14 May 2027 (Agency) – Members …"."""

import re
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.documents import Document, Form
from corpus.gazetteer import gazetteer
from corpus.typography import fold

_LONGEST = 80  # characters
_HERE = re.compile(r"\bhere\b", re.IGNORECASE)
_MARK = re.compile(r"[ )]{0,2}(?:\([^()]{1,30}\) ?)?(?:--?|:) ")


class PressDateline(NamedTuple):
    """Where and in which year a press release was written; a city only where it names one."""

    city: str | None
    country: str | None
    year: int


def press_dateline(document: Document) -> PressDateline | None:
    """The dateline of the first paragraph of running text, if it begins with one."""
    first = next((each for each in document.paragraphs if each.form is Form.PROSE), None)
    opening = fold(first.text[:_LONGEST]) if first else ""
    date = next(iter(find_dates(opening)), None)
    if date is None or _MARK.match(opening, date.end) is None:
        return None
    place = next(iter(gazetteer().cities(opening[: date.start].title())), None)
    city, country = (place.city, place.country) if place else (None, None)
    return PressDateline(city, country, date.dates.start.year)


def is_here(sentence: str) -> bool:
    """Whether a sentence says that something was where its writer was."""
    return _HERE.search(sentence) is not None
