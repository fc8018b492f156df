"""Which id a document gets, so that an id always stands for the same words."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
        known: every revision ever published, by id.
        kept: ids that the generation takes over as they are.
    """

    def __init__(self, known: Mapping[str, KnownRevision], kept: Iterable[str]) -> None:
        self._known = dict(known)
        self._in_use = {known[each].family: known[each] for each in kept}
        everything = (*known.values(), *self._in_use.values())  # what is in use comes last
        self._by_words = {each.words_hash: each for each in everything}

    def name(self, document: Document, predecessor: str | None = None) -> Named:
        """Give a document, read under its bare slug, the id it keeps.

        The same words keep the id they have. Changed words become the next revision ("-r2")
        of what they replace: the file's `predecessor`, or a document of that slug which the
        generation no longer holds. Another document of the same slug gets a letter ("-b").

        Raises:
            CopyError: a document of the generation has the same words.
        """
        words = words_hash(document)
        revision = self._by_words.get(words)
        if revision is not None and self._in_use.get(revision.family) == revision:
            raise CopyError(revision.id)
        if revision is None or revision.family in self._in_use:
            family = self._family(document.id, predecessor)
            free = next(each for each in _revision_ids(family) if each not in self._known)
            revision = KnownRevision(free, family, words, "")
        self._known[revision.id] = self._by_words[words] = revision
        self._in_use[revision.family] = revision
        return Named(replace(document, id=revision.id), revision.family)

    def keep(self, document_id: str) -> None:
        """Let the generation take over one more revision as it is."""
        revision = self._known[document_id]
        self._in_use[revision.family] = self._by_words[revision.words_hash] = revision

    def family_of(self, document: Document, predecessor: str | None = None) -> str:
        """The family that a document had when its words were read before, or of what it replaces.

        "" where neither is known.
        """
        revision = self._by_words.get(words_hash(document))
        if revision is None and predecessor:
            revision = self._known[predecessor]
        return revision.family if revision else ""

    def _family(self, slug: str, predecessor: str | None) -> str:
        """The predecessor's family while the slug fits it, else one that nobody is using."""
        family = self._known[predecessor].family if predecessor else ""
        if re.fullmatch(rf"{re.escape(slug)}(?:-([b-z])\1*)?", family):
            return family
        return next(each for each in _namesakes(slug) if each not in self._in_use)


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
