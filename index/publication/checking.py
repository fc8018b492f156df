"""What adding a file would do, worked out without writing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.documents import Document
from corpus.errors import DocumentError
from corpus.extraction import extract
from corpus.facts import Extract, Facts, Meeting, Status
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from index.meeting_names import words_of
from index.wording import count_text

_SHINGLE = 5  # words; runs that long are rarely shared by chance
_NEAR = 0.8  # share of a file's shingles that another document holds, to be called a duplicate


@dataclass(frozen=True, slots=True)
class Check:
    """What one file would bring.

    Attributes:
        file: its name.
        reason: why it would be rejected, or "".
        extract: what would be extracted; None where it would be rejected.
        warnings: what a maintainer should look at, one sentence each.
        changes: what would be different in the corpus, one sentence each.
    """

    file: str
    reason: str = ""
    extract: Extract | None = None
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


def check_file(file: str, content: bytes, published: Sequence[Extract]) -> Check:
    """Work out what publishing a file beside the published documents would do.

    Cost: one reading of the file, and one merge of all facts with and without it.
    """
    try:
        document = read_document(file, content)
    except DocumentError as error:
        return Check(file, reason=error.reason)
    document = identify(document, reported_meeting(document))
    others = tuple(each for each in published if each.document.file != file)
    new = extract(_distinct(document, others))
    before, after = merge(others), merge(sorted((*others, new), key=_age))
    return Check(
        file,
        extract=new,
        warnings=(*new.warnings, *_near_duplicates(document, others), *_gaps(new, after)),
        changes=tuple(_changes(new, before, after)),
    )


def _distinct(document: Document, others: Sequence[Extract]) -> Document:
    """The document under an id that no published one has."""
    taken = {each.document.id for each in others}
    if document.id not in taken:
        return document
    return replace(document, id=f"{document.id}-new")


def _age(each: Extract) -> tuple[bool, str, str]:
    day = each.document.date
    return day is None, day.isoformat() if day else "", each.document.id


def _near_duplicates(document: Document, others: Sequence[Extract]) -> Iterator[str]:
    own = _shingles(document)
    for other in others:
        shared = len(own & _shingles(other.document)) / len(own) if own else 0.0
        if shared >= _NEAR:
            yield (
                f"It is a near-duplicate of {other.document.label} ({other.document.file}):"
                f" {shared:.0%} of its words stand there too."
            )


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    words = [word for each in document.paragraphs for word in words_of(each.text)]
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))


def _gaps(new: Extract, after: Facts) -> Iterator[str]:
    """Meetings that the file mentions and the corpus has no document of."""
    mentioned = {each.citation for each in new.meetings if not each.reported_by}
    for meeting in after.meetings:
        told = mentioned.intersection((meeting.citation, *meeting.mentions))
        if told and not meeting.reported_by:
            yield f"It mentions {meeting.label}, of which the corpus has no document."


def _changes(new: Extract, before: Facts, after: Facts) -> Iterator[str]:
    known = {each.id for each in before.meetings}
    added = [each for each in after.meetings if each.id not in known]
    yield f"{count_text(len(added), 'meeting')} would be new{_labels(added)}."
    yield f"{count_text(len(new.attendance), 'entry', 'entries')} of attendance would be added."
    yield f"{count_text(len(new.actions), 'action item')} would be added."
    old = {each.id: each for each in before.actions}
    for item in after.actions:
        was = old.get(item.id)
        if was and was.status is Status.OPEN and item.status is Status.FOLLOWED_UP:
            yield f"Action item {item.id} would be followed up: {item.reason}."
    statuses = {each.place: each.status for each in before.rilons}
    for rilon in after.rilons:
        if statuses.get(rilon.place) is not rilon.status:
            was_status = statuses.get(rilon.place)
            told = f" (was {was_status.value})" if was_status else ""
            yield f"RILON {rilon.place} would be {rilon.status.value}{told}."
    for conflict in after.conflicts:
        if conflict not in before.conflicts:
            yield f"Documents would disagree: {conflict.subject}."


def _labels(meetings: Sequence[Meeting]) -> str:
    return f" ({', '.join(each.label for each in meetings)})" if meetings else ""
