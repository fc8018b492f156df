"""What a paragraph is about without saying so: its meeting, its section, its part in the facts.

A list of delegations says neither "Perth" nor "attended"; a person asks for both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from corpus.bodies import long_names
from corpus.documents import Citation, Document, Paragraph
from corpus.facts import Capacity, Facts, Meeting

_ATTENDANCE = "attendance attended attending participants participated delegations present"
_CAPACITIES = {
    Capacity.CO_CHAIR: "co-chairs",
    Capacity.OBSERVER: "observers",
    Capacity.SPECIAL_GUEST: "special guests",
    Capacity.ORGANISATION: "organisations",
    Capacity.ABSENT: "absent absence apologies missing",
}
_ACTION = "action items agreed"

_Cited = defaultdict[str, defaultdict[int, dict[str, None]]]  # words in order, each once
Roles = Mapping[int, tuple[str, ...]]  # words by the paragraph's ordinal


class Context:
    """Words that belong to paragraphs besides their text, from a generation's facts."""

    def __init__(self, facts: Facts, reported: Mapping[str, Meeting]) -> None:
        self._meetings = {
            document: " ".join(meeting_words(meeting)) for document, meeting in reported.items()
        }
        self._roles = _roles(facts)

    def of(self, document: Document, paragraph: Paragraph) -> tuple[str, ...]:
        """The words for one paragraph, in parts of which many are the same for others."""
        return (
            document.label,
            document.title,
            self._meetings.get(document.id, ""),
            paragraph.section,
            paragraph.lead,
            *self._roles.get(document.id, {}).get(paragraph.ordinal, ()),
        )

    def around(self, document: Document) -> tuple[str, Roles]:
        """All that the facts say about a document's paragraphs: its meeting, their roles."""
        return self._meetings.get(document.id, ""), self._roles.get(document.id, {})


def meeting_words(meeting: Meeting) -> Iterator[str]:
    """A meeting's title, series in full, number, place and dates."""
    yield meeting.title
    yield meeting.body
    yield from long_names(meeting.body)[:1]
    if meeting.ordinal:
        yield f"{meeting.ordinal}th"
    yield from (place for place in (meeting.city, meeting.country) if place)
    if meeting.dates:
        for day in (meeting.dates.start, meeting.dates.end):
            yield day.strftime("%d %B %Y").lstrip("0")


def _roles(facts: Facts) -> Mapping[str, Roles]:
    """What each cited paragraph is evidence of, in words a question may use, by document."""
    roles: _Cited = defaultdict(lambda: defaultdict(dict))
    for attendance in facts.attendance:
        words = _cited(roles, attendance.citation)
        if attendance.capacity is not Capacity.ABSENT:
            words[_ATTENDANCE] = None
        if attendance.capacity in _CAPACITIES:
            words[_CAPACITIES[attendance.capacity]] = None
    for action in facts.actions:
        _cited(roles, action.citation)[_ACTION] = None
    for meeting in facts.meetings:
        if not meeting.reported_by:
            _cited(roles, meeting.citation)[" ".join(meeting_words(meeting))] = None
    return {
        document: {ordinal: tuple(words) for ordinal, words in cited.items()}
        for document, cited in roles.items()
    }


def _cited(roles: _Cited, citation: Citation) -> dict[str, None]:
    """Found by two plain keys, in a third of the time that a citation takes as one."""
    return roles[citation.document][citation.ordinal]
