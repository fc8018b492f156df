"""Everything that one document yields, and what its maintainer should look at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.acronyms import extract_acronyms
from corpus.actions import extract_actions
from corpus.attendance import extract_attendance
from corpus.details import Details
from corpus.documents import Document
from corpus.facts import ActionItem, Attendance, Capacity, Extract, Meeting
from corpus.meetings import extract_meetings, told_meetings
from corpus.rilons import extract_rilons
from corpus.slugs import distinct

_OTHERS = re.compile(r"\b(?:members|member (?:states|countries)|participants|observers)\b", re.I)
_FEWEST_CO_CHAIRS = 2
_AS_READ = Details()


def extract(document: Document, details: Details = _AS_READ) -> Extract:
    """Read all facts of an identified document; each names the paragraph it stands in.

    Args:
        document: as `identify` gives it.
        details: what a maintainer corrected of the meeting that it reports.
    """
    meetings = _meetings(document, details)
    reported = meetings[0] if meetings and meetings[0].reported_by else None
    attendance = extract_attendance(document, reported) if reported else ()
    present = [each for each in attendance if each.capacity is not Capacity.ABSENT]
    if reported:
        meetings = (_with_co_chairs(reported, present), *meetings[1:])
    attending = _together(document, present)
    actions = extract_actions(document, meetings, attending=attending)
    return Extract(
        document=document,
        meetings=meetings,
        attendance=attendance,
        actions=actions,
        rilons=extract_rilons(document),
        acronyms=extract_acronyms(document),
        warnings=tuple(_warnings(document, meetings, reported, attendance, actions)),
    )


def _meetings(document: Document, details: Details) -> tuple[Meeting, ...]:
    """The reported meeting first, as the maintainer corrected it, then those mentioned."""
    read = extract_meetings(document)
    own = read[:1] if read and read[0].reported_by else ()
    corrected = details.applied(document, own[0] if own else None)
    if corrected is None or (corrected,) == own:
        return read
    others = read[len(own) :]
    free = distinct(corrected.id, {each.id for each in others})
    return (replace(corrected, id=free), *others)


def _together(document: Document, present: Sequence[Attendance]) -> tuple[str, ...]:
    """Those for whom "ministers" and "we" may stand: not co-chairs alone, where more met."""
    chairs = all(each.capacity is Capacity.CO_CHAIR for each in present)
    if chairs and any(_OTHERS.search(each.text) for each in document.content()):
        return ()
    return tuple(dict.fromkeys(each.delegation.name for each in present))


def _with_co_chairs(meeting: Meeting, present: Sequence[Attendance]) -> Meeting:
    """Name the co-chairs whom only the list of those who attended tells."""
    chairs = [each.delegation.name for each in present if each.capacity is Capacity.CO_CHAIR]
    told = meeting.co_chairs or len(chairs) < _FEWEST_CO_CHAIRS
    return meeting if told else replace(meeting, co_chairs=tuple(chairs))


def _warnings(
    document: Document,
    meetings: Sequence[Meeting],
    reported: Meeting | None,
    attendance: Sequence[Attendance],
    actions: Sequence[ActionItem],
) -> Iterator[str]:
    """One sentence for each thing that a reader would expect and the text may still hold."""
    if reported is None:
        yield "It reports no meeting; it is listed by its own title and date."
    else:
        yield from _meeting_warnings(reported)
        for other in told_meetings(document, meetings):
            yield f"It also tells of {other.label}, which counts as mentioned only."
        if not attendance:
            yield "No attendance was found."
    if not actions:
        yield "No action items were found."


def _meeting_warnings(reported: Meeting) -> Iterator[str]:
    if reported.dates is None:
        yield "No date with a year was found for the meeting."
    if reported.city is None and reported.country is None:
        yield "No place was found for the meeting."
