"""Reading a file that somebody thinks of adding; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.documents import Document
from corpus.errors import DocumentError
from corpus.extraction import extract
from corpus.facts import Extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from index.publication.preview import Preview, preview


@dataclass(frozen=True, slots=True)
class Check:
    """One file: its dry run, or why it would be rejected.

    Attributes:
        preview: None where it would be rejected.
    """

    file: str
    reason: str = ""
    preview: Preview | None = None


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
    before, after = merge(published), merge(sorted((*others, new), key=_age))
    beside = [each.document for each in others]
    return Check(file, preview=preview(new, before, after, beside))


def _distinct(document: Document, others: Sequence[Extract]) -> Document:
    """The document under an id that no published one has."""
    taken = {each.document.id for each in others}
    if document.id not in taken:
        return document
    return replace(document, id=f"{document.id}-new")


def _age(each: Extract) -> tuple[bool, str, str]:
    day = each.document.date
    return day is None, day.isoformat() if day else "", each.document.id
