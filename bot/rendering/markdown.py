"""Showing words as they are: Discord's Markdown escaped, long texts shortened with "…"."""

import re
from functools import lru_cache

# Active wherever they stand: emphasis, code, spoilers, links, mentions, and the escape itself.
# The escape goes first; a list is dealt out by thousands of texts, and replacing is cheap.
_ANYWHERE = ("\\", "*", "_", "~", "`", "|", "[", "<", "://", "@everyone", "@here")
# Active at the start of a line only: headings, lists, quotations, small print.
_LINE_START = re.compile(r"\s*(?:\d{1,9}(?=[.)])|(?=[-#>+]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_AHEAD = 16  # characters behind one that may decide whether it is escaped: "@everyone", "1."
_DANGLING = re.compile(r"(?:\n>[ >]*)+…$")  # what is left of a line that was cut away whole


@lru_cache(maxsize=1 << 10)  # dealing a list out to pages costs each heading once a line
def escape(text: str) -> str:
    """Make Discord show exactly `text`; `unescape` gives it back."""
    for sign in _ANYWHERE:
        text = text.replace(sign, f"\\{sign}")
    return "\n".join(map(_escape_line, text.split("\n")))


def unescape(text: str) -> str:
    """The words that `escape` was given."""
    return _ESCAPED.sub(r"\1", text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters of an escaped text, cut between words, "…" for the rest."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    kept = head if space and len(head) > limit // 2 else cut
    return kept.rstrip("\\ \n") + "…"


def quotation(text: str, limit: int) -> str:
    """`text` escaped and set off as a quotation, in at most `limit` characters."""
    seen = escape(text[: limit + _AHEAD])  # escaping makes nothing shorter: the rest is cut away
    block = "\n".join(f"> {line}" for line in seen.split("\n"))
    return _DANGLING.sub("…", shorten(block, limit))


def _escape_line(line: str) -> str:
    opening = _LINE_START.match(line)
    return f"{opening[0]}\\{line[opening.end() :]}" if opening else line
