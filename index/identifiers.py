"""Which id a document gets, so that an id always stands for the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from string import ascii_lowercase

from corpus.documents import Document
from index.repositories.documents import KnownRevision, Named, words_hash


class Registry:
    """Gives ids to the documents of one generation, one after the other.

    Files that replace an earlier version of themselves come before new files, so that none
    of these takes their family.

    Args:
        known: every revision ever published.
        kept: ids that the generation takes over as they are.
    """

    def __init__(self, known: Iterable[KnownRevision], kept: Iterable[str]) -> None:
        self._known = {each.id: each for each in known}
        self._families: defaultdict[str, dict[str, str]] = defaultdict(dict)  # words → id
        for each in self._known.values():
            self._families[each.family][each.words_hash] = each.id
        self._families_in_use = {self._known[each].family for each in kept}
        self._words_in_use = {self._known[each].words_hash: each for each in kept}

    def name(self, document: Document, predecessor: str | None = None) -> Named:
        """Give a document, read under its bare slug, the id it keeps.

        The same words keep the id they have. Changed words become the next revision ("-r2")
        of what they replace: the file's `predecessor`, or a document of that slug which the
        generation no longer holds. Another document of the same slug gets a letter ("-b").

        Raises:
            CopyError: a document of the generation has the same words.
        """
        words = words_hash(document)
        if words in self._words_in_use:
            raise CopyError(self._words_in_use[words])
        family = self._family(document.id, predecessor)
        chosen = self._families[family].get(words) or next(
            each for each in _revision_ids(family) if each not in self._known
        )
        self._known[chosen] = KnownRevision(chosen, family, words, "")
        self._families[family][words] = chosen
        self._families_in_use.add(family)
        self._words_in_use[words] = chosen
        return Named(replace(document, id=chosen), family)

    def _family(self, slug: str, predecessor: str | None) -> str:
        """The predecessor's family while the slug fits it, else one that nobody is using."""
        family = self._known[predecessor].family if predecessor else ""
        if re.fullmatch(rf"{re.escape(slug)}(?:-([b-z])\1*)?", family):
            return family
        return next(each for each in _namesakes(slug) if each not in self._families_in_use)


class CopyError(ValueError):
    """The words of a document are those of another, `original`."""

    def __init__(self, original: str) -> None:
        super().__init__(original)
        self.original = original


def _namesakes(slug: str) -> Iterator[str]:
    """The slug itself, then "-b" to "-z" and "-bb", "-cc", … behind it."""
    letters = (letter * times for times in count(1) for letter in ascii_lowercase[1:])
    return chain([slug], (f"{slug}-{each}" for each in letters))


def _revision_ids(family: str) -> Iterator[str]:
    """The family itself, then "-r2", "-r3", … behind it."""
    return chain([family], (f"{family}-r{number}" for number in count(2)))
