"""Names in lower-case ASCII, fit for ids, of documents and meetings."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from corpus.facts import Meeting

_LONGEST_ID = 60


@lru_cache(maxsize=1 << 12)  # the same bodies and cities again and again
def slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens; "document" where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"


def shortened(text: str) -> str:
    """At most 60 characters, cut between words."""
    if len(text) <= _LONGEST_ID:
        return text
    cut = text[: _LONGEST_ID + 1]
    return cut[: cut.rfind("-")] if "-" in cut[20:] else text[:_LONGEST_ID]


def meeting_slug(meeting: Meeting) -> str:
    """Date, body (or title) and place of a meeting as a slug of at most 60 characters."""
    dates = meeting.dates.iso()[0] if meeting.dates else ""
    ordinal = str(meeting.ordinal) if meeting.ordinal and not meeting.dates else ""
    place = meeting.city or meeting.country or ""
    name = slug(meeting.body or meeting.title)[: _LONGEST_ID - len(dates) - len(slug(place)) - 2]
    parts = (dates, name.strip("-"), ordinal, slug(place) if place else "")
    return shortened("-".join(part for part in parts if part))


def distinct(slug_text: str, taken: Collection[str]) -> str:
    """The slug itself, or with the first free number behind it: "…-2"."""
    candidate, number = slug_text, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug_text[: _LONGEST_ID - 4]}-{number}"
    return candidate
