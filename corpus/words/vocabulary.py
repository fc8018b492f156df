"""Which words a text holds: a cheap look before a grammar reads it."""

import re
import string
from functools import lru_cache

_RUN = re.compile(r"[^\W_]+")
_TO_SPACES = str.maketrans(dict.fromkeys(string.punctuation, " "))
_LONGER_WHEN_LOWERED = "\u0130"  # the only letter whose small form has another length


def lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    if text.isascii():
        return text.lower()
    return text.replace(_LONGER_WHEN_LOWERED, "I").lower()


@lru_cache(maxsize=1024)  # each grammar looks at the same sentence
def vocabulary(text: str) -> frozenset[str]:
    """The runs of letters and digits in a text, in lower case: "co-chairs" are two."""
    if text.isascii():  # a tenth of the regular expression's time
        return frozenset(text.lower().translate(_TO_SPACES).split())
    return frozenset(_RUN.findall(lowered(text)))


def first_run(word: str) -> str:
    """The first run of letters and digits in a word, in lower case; "" if it has none."""
    found = _RUN.search(lowered(word))
    return found[0] if found else ""
