"""Citations in the 100 characters that Discord gives a button's id or a choice's value."""

import hashlib
from collections.abc import Iterable

from corpus.documents import Citation

_LONGEST = 85  # leaves room for a button's own prefix
_DIGEST = 24


def compact(citation: Citation) -> str:
    """The citation as it is; where that is too long, its document's digest: `~3f…#p7`."""
    full = str(citation)
    if len(full) <= _LONGEST:
        return full
    return f"~{_digest(citation.document)}#p{citation.ordinal}"


def expand(documents: Iterable[str], text: str) -> Citation:
    """The citation that `compact` wrote for one of these documents, or any written in full.

    Raises:
        CitationFormatError: it is neither, or its document is unknown.
    """
    if not text.startswith("~"):
        return Citation.parse(text)
    digest, _, place = text[1:].partition("#")
    named = (each for each in documents if _digest(each) == digest)
    return Citation.parse(f"{next(named, '')}#{place}")


def _digest(document: str) -> str:
    return hashlib.sha256(document.encode()).hexdigest()[:_DIGEST]
