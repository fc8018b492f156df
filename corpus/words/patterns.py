"""Lists of words and phrases as regular expressions."""

import re
from collections.abc import Iterable


def alternation(phrases: Iterable[str]) -> str:
    """A group that matches any of these phrases, the longest first, spaces of any width."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered) + ")"


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of these phrases, in either case, not as part of a longer word."""
    return re.compile(rf"(?<![\w-]){alternation(phrases)}(?![\w-])", re.IGNORECASE)
