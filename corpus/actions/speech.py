"""What persons are quoted as saying: it commits nobody who met."""

import re
from functools import cache

from corpus.actions.phrases import table
from corpus.sentences import Span
from corpus.words.patterns import whole_words

_QUOTED = re.compile(r"[\"\u201c](?=[^\W\d_a-z])[^\"\u201c\u201d]{12,2000}[\"\u201d]")


def spoken(text: str) -> tuple[Span, ...]:
    """Where a paragraph quotes what somebody "said", the quotation marks included."""
    found = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    rest = _QUOTED.sub(" ", text) if found else ""
    return tuple(found) if _saying().search(rest) else ()


@cache
def _saying() -> re.Pattern[str]:
    return whole_words(table("papers")["sayings"])
