"""Showing words as they are: Discord's Markdown escaped, long texts shortened with "…"."""

import re

# Active wherever they stand: emphasis, code, spoilers, links, mentions, and the escape itself.
_ANYWHERE = re.compile(r"[\\*_~`|\[<]|(?<=[a-z]):(?=//)|@(?=everyone|here)", re.IGNORECASE)
# Active at the start of a line only: headings, lists, quotes, small print; "24." of a list.
_LINE_START = re.compile(r"(?m)^(\s*\d{0,9})(?=(?:(?<=\d)[.)]|(?<!\d)[-#>+]))")
_ESCAPED = re.compile(r"\\([^\w\s])")


def escape(text: str) -> str:
    """Make Discord show exactly `text`; `unescape` gives it back."""
    return _LINE_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", text))


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


def blockquote(text: str) -> str:
    """Set every line of `text` off as a quotation."""
    return "\n".join(f"> {line}" for line in text.split("\n"))
