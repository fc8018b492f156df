"""What a maintainer says of a document where its head is silent or was misread."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corpus.documents import Document
from corpus.facts import DateRange, Meeting
from corpus.slugs import meeting_slug


@dataclass(frozen=True, slots=True)
class Details:
    """A maintainer's corrections of the meeting that a document reports; None is "as read".

    `on` is the day of the last of them.
    """

    title: str | None = None
    body: str | None = None
    dates: DateRange | None = None
    city: str | None = None
    country: str | None = None
    co_chairs: tuple[str, ...] | None = None
    on: date | None = None

    def applied(self, document: Document, meeting: Meeting | None) -> Meeting | None:
        """The reported meeting with these corrections; where none was read, one made of them.

        Such a meeting cites the document's first paragraph.
        """
        said = self.said()
        if not said:
            return meeting
        known = meeting or _unread(document)
        corrected = replace(known, **said, corrected=self.on)
        return replace(corrected, id=meeting_slug(corrected))

    def said(self) -> Mapping[str, Any]:
        """What is corrected, by the name of the attribute."""
        names = ("title", "body", "dates", "city", "country", "co_chairs")
        values = {name: getattr(self, name) for name in names}
        return {name: value for name, value in values.items() if value is not None}


def _unread(document: Document) -> Meeting:
    first = document.cite(document.paragraphs[0])
    return Meeting(
        id="",
        title=document.title,
        body="",
        ordinal=None,
        dates=None,
        city=None,
        country=None,
        co_chairs=(),
        citation=first,
        reported_by=document.file,
        mentions=(first,),
    )
