"""What documents and meetings are called: ids, labels and titles."""

import re
from dataclasses import replace

from corpus.bodies import known_bodies
from corpus.dates import find_dates
from corpus.documents import Document, Form, Kind
from corpus.facts import DateRange, Meeting
from corpus.meetings.headers import header_dates
from corpus.slugs import meeting_slug, shortened, slug

_WORDS_IN_LABEL = 6
_ITSELF = re.compile(
    r"\b[Tt]his (?:[\w'’-]+ ){0,3}"
    r"(?:report|statement|document|paper|summary|communiqu[eé]|note|text)\b[^.]{0,200}"
)
_AUTHOR = re.compile(r" (?:by|prepared by|of) the (?:Co-)?Chairs?\b.*", re.IGNORECASE)
_SMALL_WORDS = frozenset("the a an of on by in for and to at from with".split())


def identify(document: Document, meeting: Meeting | None) -> Document:
    """Give a document its lasting id, its label, title, date and kind.

    The id is made of the date, the body and the city of the meeting that the document reports
    ("2012-06-11-tewg-kuala-lumpur"), or of its own date and title where it reports none
    ("2013-03-05-ahg-progress-report").
    """
    if meeting is None:
        return _identify_by_title(document)
    kind = Kind.STATEMENT if document.kind is Kind.PAGE else document.kind
    return replace(
        document,
        id=meeting_slug(meeting),
        title=meeting.title,
        label=meeting.label[:1].upper() + meeting.label[1:],
        kind=kind,
        date=meeting.dates.start if meeting.dates else None,
    )


def _identify_by_title(document: Document) -> Document:
    dates = _own_dates(document)
    title = _printed_title(document)
    name = _short_title(title) if title else document.label
    year = f" {dates.start.year}" if dates and str(dates.start.year) not in name else ""
    return replace(
        document,
        id=shortened(f"{dates.iso()[0]}-{slug(name)}" if dates else slug(name)),
        title=title or document.title,
        label=f"{name}{year}",
        date=dates.start if dates else None,
    )


def _printed_title(document: Document) -> str:
    """The title line that says most of what the document is; "" where none is printed."""
    titles = [each.text for each in document.paragraphs if each.form is Form.TITLE]
    telling = [title for title in titles if re.search(r"[a-z]", title)] or titles
    return telling[0].strip(" :*") if telling else ""


def _own_dates(document: Document) -> DateRange | None:
    """When a document that reports no meeting is of: by its head, else by what it says of itself.

    "This report was considered by Senior Officials on 5 March 2013."
    """
    for paragraph in document.content():
        for match in _ITSELF.finditer(paragraph.text):
            dates = find_dates(match[0])
            if dates and header_dates(document) is None:
                return dates[0].dates
    return header_dates(document)


def _short_title(title: str) -> str:
    title = _AUTHOR.sub("", title)
    for body in known_bodies():
        title = title.replace(body.name, body.key)
    words = [word.strip(".,:;()[]\"'") for word in title.split()]
    telling = [word for word in words if word and word.lower() not in _SMALL_WORDS]
    return " ".join(telling[:_WORDS_IN_LABEL])
