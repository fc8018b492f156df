"""Reading documents of strangers: long ones in a process of their own, bounded in time and memory.

What looks for facts takes up to the square of a paragraph's length, so that a hostile text
may take hours; a thread cannot be stopped.
"""

import pickle
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, cast

from corpus.apart import limit_resources, run_apart
from corpus.details import Details
from corpus.documents import Document
from corpus.errors import DocumentError
from corpus.extraction import extract
from corpus.facts import Extract
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.reading import read_document

LONG = 60_000  # bytes or characters; a statement has about 20,000
_AS_READ = Details()


def read(file: str, content: bytes) -> Document:
    """Read a file, as `read_document` does.

    Raises:
        DocumentError: it cannot be read, or not within the bounds.
    """
    if len(content) <= LONG:
        return read_document(file, content)
    return cast(Document, _apart("read", file, content))


def identified(document: Document, details: Details = _AS_READ) -> Document:
    """The document under its lasting id, with what a maintainer corrected of its meeting.

    Raises:
        DocumentError: that takes too long.
    """
    if not _is_long(document):
        return identify(document, details.applied(document, reported_meeting(document)))
    return cast(Document, _apart("identified", document, details))


def extracted(document: Document, details: Details = _AS_READ) -> Extract:
    """The facts of an identified document, as `extract` reads them.

    Raises:
        DocumentError: that takes too long.
    """
    if not _is_long(document):
        return extract(document, details)
    return cast(Extract, _apart("extracted", document, details))


def _is_long(document: Document) -> bool:
    return sum(len(each.text) for each in document.paragraphs) > LONG


@lru_cache(maxsize=8)  # a dry run and the publish that follows it ask for the same
def _apart(step: str, subject: str | Document, *more: Any) -> Document | Extract:
    file = subject if isinstance(subject, str) else subject.file
    answer = run_apart(file, ["corpus.bounded", step], pickle.dumps((subject, *more)))
    found: Document | Extract | str = pickle.loads(answer)  # noqa: S301  # of our own process
    if isinstance(found, str):
        raise DocumentError(file, found)
    return found


_STEPS: Mapping[str, Callable[..., Document | Extract]] = {
    "read": read_document,
    "identified": lambda document, details: identify(
        document, details.applied(document, reported_meeting(document))
    ),
    "extracted": extract,
}


def main(step: str) -> None:
    """Carry out a step on what stdin holds, and print what it finds, or why it finds nothing."""
    limit_resources()
    given = pickle.load(sys.stdin.buffer)  # noqa: S301  # of our own process
    try:
        found: Document | Extract | str = _STEPS[step](*given)
    except DocumentError as error:
        found = error.reason
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
