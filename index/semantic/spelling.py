"""Acronyms written in full: the model knows words, and no document's glossary."""

import re
from collections.abc import Iterable

from corpus.facts import Acronym


class Speller:
    """Writes the acronyms of a glossary in full, once for a generation.

    Args:
        glossary: acronyms with their meanings; of two meanings the first is taken.
    """

    def __init__(self, glossary: Iterable[Acronym]) -> None:
        self._meanings: dict[str, str] = {}
        for each in glossary:
            self._meanings.setdefault(each.acronym, each.meaning)
        known = "|".join(re.escape(each) for each in sorted(self._meanings, reverse=True))
        self._acronym = re.compile(rf"\b({known})s?\b" if known else r"(?!)")

    def spell_out(self, text: str) -> str:
        """The text with each known acronym replaced, unless the text gives its meaning itself."""
        lower = text.lower()

        def meaning(match: re.Match[str]) -> str:
            full = self._meanings[match[1]]
            return match[0] if full.lower() in lower else full

        return self._acronym.sub(meaning, text)
