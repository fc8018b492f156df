"""A made-up consultation, and who attended it by a text."""

from datetime import date

from corpus.attendance import extract_attendance
from corpus.documents import Citation
from corpus.facts import DateRange, Meeting
from corpus.reading import read_document

CONSULTATION = Meeting(
    id="2015-05-12-nadi",
    title="Sixth Regional Consultation",
    body="consultation",
    ordinal=6,
    dates=DateRange(date(2015, 5, 12), date(2015, 5, 14)),
    city="Nadi",
    country="Fiji",
    co_chairs=(),
    citation=Citation("x", 1),
)


def attendance(text: str) -> dict[str, str]:
    """The capacities, by delegation."""
    document = read_document("made-up.txt", text.encode())
    found = extract_attendance(document, CONSULTATION)
    return {each.delegation.name: str(each.capacity) for each in found}
