"""Terms as words that a whitespace analyser keeps whole."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

_LONGEST = 255  # characters; Lucene's whitespace tokeniser cuts longer words
_NONE = "%"  # stands for no term, so that each paragraph has a length; no term is written so


@lru_cache(maxsize=1 << 16)
def word_of(term: str) -> str:
    """A term without white space; different terms give different words."""
    word = quote(term, safe="", errors="surrogatepass")
    return word if len(word) <= _LONGEST else hashlib.sha256(word.encode()).hexdigest()


def text_of(terms: Sequence[str]) -> str:
    """What is indexed for a paragraph."""
    return " ".join(map(word_of, terms)) or _NONE
