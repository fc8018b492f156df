"""Which documents a later text of the same statement has replaced."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.documents import Document, Form

_MARK = re.compile(
    r"(?<![^\W_])(?:revised|revision|corrigendum|corrected|correction|amended|updated"
    r"|rev[ ._-]?\d+|v(?:ersion)?[ ._-]?[2-9])(?![^\W_])",
    re.IGNORECASE,
)
_SHARED = 0.5  # of the shorter document's paragraphs


def superseded(documents: Sequence[Document], reporting: Mapping[str, str]) -> dict[str, str]:
    """The id of each document that another has replaced, with the id of the one that stands.

    Of the documents that report one meeting the last is current: one that calls itself
    revised comes after one that does not, else the order of `documents` counts. It replaces
    those of which it is a new text: it says that it is one, has their title, or shares half
    of their paragraphs. Other documents about the same meeting stand beside it.

    Args:
        documents: oldest first.
        reporting: the meeting that each document reports, by document id.
    """
    by_meeting: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.id in reporting:
            by_meeting[reporting[document.id]].append(document)
    replaced: dict[str, str] = {}
    for group in (each for each in by_meeting.values() if len(each) > 1):
        *earlier, current = sorted(group, key=_is_marked)
        replaced |= {each.id: current.id for each in earlier if _is_new_text(current, each)}
    return replaced


def _is_marked(document: Document) -> bool:
    """Whether a document says of itself that it is a new version."""
    titles = [each.text for each in document.paragraphs if each.form is Form.TITLE]
    return any(_MARK.search(text) for text in (document.file, *titles))


def _is_new_text(later: Document, earlier: Document) -> bool:
    if _is_marked(later) or later.title.casefold() == earlier.title.casefold():
        return True
    one, other = ({each.text_hash for each in document.content()} for document in (later, earlier))
    return len(one & other) >= _SHARED * max(1, min(len(one), len(other)))
