"""Merged facts in parts, one for each document, of which most stay from publish to publish."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.documents import Citation
from corpus.facts import Acronym, ActionItem, Attendance, Facts, Meeting
from corpus.merging import meeting_order

SHARED = ""  # the part that no document has to itself


@dataclass(slots=True)
class _Part:
    meetings: list[Meeting] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    actions: list[ActionItem] = field(default_factory=list)
    acronyms: list[Acronym] = field(default_factory=list)

    def facts(self) -> Facts:
        return Facts(
            meetings=tuple(self.meetings),
            attendance=tuple(self.attendance),
            actions=tuple(self.actions),
            acronyms=tuple(self.acronyms),
        )


def split(facts: Facts, documents: Iterable[str]) -> Mapping[str, Facts]:
    """The facts by the document that they cite; `join` puts them together again.

    Where it would not, as where a fact cites no document of these, all are in the shared part.

    Args:
        facts: merged.
        documents: ids of the documents, oldest first.
    """
    parts = {each: _Part() for each in documents}

    def part_of(citation: Citation) -> _Part:
        part = parts.get(citation.document)
        if part is None:
            part = parts[citation.document] = _Part()
        return part

    for meeting in facts.meetings:
        part_of(meeting.citation).meetings.append(meeting)
    for entry in facts.attendance:
        part_of(entry.citation).attendance.append(entry)
    for item in facts.actions:
        part_of(item.citation).actions.append(item)
    for acronym in facts.acronyms:
        part_of(acronym.citation).acronyms.append(acronym)
    shared = Facts(rilons=facts.rilons, conflicts=facts.conflicts)
    found = {SHARED: shared} | {name: part.facts() for name, part in parts.items()}
    return found if join(list(found.values())) == facts else {SHARED: facts}


def join(parts: Sequence[Facts]) -> Facts:
    """The facts of all parts, in their order; meetings by their days."""
    if len(parts) == 1:
        return parts[0]
    return Facts(
        meetings=tuple(
            sorted((each for part in parts for each in part.meetings), key=meeting_order)
        ),
        attendance=tuple(each for part in parts for each in part.attendance),
        actions=tuple(each for part in parts for each in part.actions),
        rilons=tuple(each for part in parts for each in part.rilons),
        acronyms=tuple(each for part in parts for each in part.acronyms),
        conflicts=tuple(each for part in parts for each in part.conflicts),
    )
