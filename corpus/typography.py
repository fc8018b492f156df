"""A view of a text in which typography and markup no longer vary; offsets stay the same."""

import re
from functools import lru_cache

_PLAIN = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u200b": " ",
    "\t": " ",
    "\n": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u0092": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2212": "-",
    "*": " ",
}
# Scanned texts have a small l for a capital I: "lndonesia", "lOM". No English word starts so.
_SMALL_L = re.compile(r"l(?<!\wl)(?=[bcdfghjkmnpqrstvwxz][a-z]{2}|[A-Z]{2})")
# Seven times as fast as `str.translate` on text that is not all ASCII.
_VARIANT = re.compile(f"[{re.escape(''.join(_PLAIN))}]")
_MARKED = frozenset("\t\n*<]")  # of ASCII, what may begin anything to be replaced
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]{1,500}\)")


@lru_cache(maxsize=1024)  # the grammars fold each sentence several times
def fold(text: str) -> str:
    """Replace variants of spaces, quotes and dashes by the plain one, and markup by spaces.

    A small l that stands for a capital I becomes one. The result has the length of `text`, so an
    offset found in it is an offset in `text`: match on the folded text, slice the original.
    """
    text = _SMALL_L.sub("I", text)
    if text.isascii() and _MARKED.isdisjoint(text):
        return text
    blanked = _TAG.sub(lambda match: " " * len(match[0]), text) if "<" in text else text
    if "](" in blanked:
        blanked = _LINK_TARGET.sub(lambda match: " " * len(match[0]), blanked)
    return _VARIANT.sub(lambda match: _PLAIN[match[0]], blanked)
