"""Whether a quote stands in the documents: word for word, altered, elsewhere, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from corpus.documents import Citation, Document
from index.errors import InputError
from index.generation import Generation
from index.quotations.attribution import Reading, quotations_in, take_apart
from index.quotations.pages import Page, Place, page_of, plain
from index.quotations.word_diff import Change, Comparison, compare, has_words

LONGEST_QUOTE = 4_000  # characters
MOST_QUOTATIONS = 10  # of one text that are looked for
_CANDIDATES = 30  # paragraphs compared word by word; the engine ranks a near copy among the first
_ALTERED = 0.6  # share of the quote's words, in order, from which a paragraph is its source
_LOOKED_AT = 20  # places a document: so often only few words stand, which quote nothing
# Share of the words around a quote from which they are the source's own, not the quoter's.
_OWN_WORDS = 0.7
_OWN_WORDS_UNMARKED = 0.5


class Verdict(StrEnum):
    """What became of a quote."""

    EXACT = "exact"
    ALTERED = "altered"
    WRONG_MEETING = "wrong meeting"
    NOT_FOUND = "not found"


class Fidelity(StrEnum):
    """How exact an exact quote is."""

    BYTES = "byte for byte"
    TYPOGRAPHY = "up to white space, typography and the stops at its ends"
    OMISSIONS = "with the omissions that it marks"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found of a quote.

    Attributes:
        quote: the words looked for, without quotation marks and attribution.
        citations: the paragraphs in which its parts stand, first to last; for an altered quote
            the one it is closest to, for one not found the nearest, or none.
        words: the slice of each of these paragraphs that answers to its part.
        diff: from the source's words to the quote's; empty where it was not found.
        attributed: labels of the meetings that the text names as the quote's source.
        elsewhere: other paragraphs that hold exactly these words.
        misattributed: whether the source belongs to none of the meetings that are named.
        around: what the text says beside the quote.
        others: how many other quotations the text holds, which were not looked for.
    """

    verdict: Verdict
    quote: str
    citations: tuple[Citation, ...] = ()
    words: tuple[str, ...] = ()
    diff: tuple[Change, ...] = ()
    fidelity: Fidelity | None = None
    attributed: tuple[str, ...] = ()
    elsewhere: tuple[Citation, ...] = ()
    misattributed: bool = False
    around: str = ""
    others: int = 0


@dataclass(frozen=True, slots=True)
class _Occurrence:
    document: Document
    page: Page
    places: tuple[Place, ...]  # of each fragment, in order

    @property
    def citation(self) -> Citation:
        """The paragraph in which the quote begins."""
        return Citation(self.document.id, self.page.slices(self.places[0])[0][0])


def verify(generation: Generation, text: str) -> Verification:
    """Look for the quote in `text`, which may say around it where it is taken from.

    CPU only. Cost: one substring search over all documents for each way to read the text,
    and `_CANDIDATES` comparisons of words.

    Raises:
        InputError: the text holds no word, or is longer than 4,000 characters.
    """
    if len(text) > LONGEST_QUOTE:
        raise InputError(f"A quote may have {LONGEST_QUOTE:,} characters; this has more.")
    if not has_words(text):
        raise InputError("Give the words to look for, such as a sentence of a statement.")
    quoting = take_apart(generation, text)
    for reading in quoting.readings:
        found = _occurrences(generation, reading)
        if found:
            return replace(_exact(generation, reading, found), others=quoting.others)
    return replace(_inexact(generation, quoting.readings), others=quoting.others)


def verify_all(generation: Generation, text: str) -> tuple[Verification, ...]:
    """Look for each quotation in `text` by itself; for all of it where it is one quote.

    Raises:
        InputError: as `verify`.
    """
    found = verify(generation, text)
    if not found.others or not found.around:
        return (found,)
    return tuple(verify(generation, each) for each in quotations_in(text)[:MOST_QUOTATIONS])


def _occurrences(generation: Generation, reading: Reading) -> list[_Occurrence]:
    """Where the fragments stand, whole and one after the other: the first place a document.

    Nowhere, where the words around the quote stand around one of these places too: they are
    then a part of the quote, and altered.
    """
    own = _OWN_WORDS if reading.delimited else _OWN_WORDS_UNMARKED
    found = []
    for document in generation.documents.values():
        page = page_of(tuple(paragraph.text for paragraph in document.paragraphs))
        every = list(islice(page.find(reading.fragments), _LOOKED_AT))
        if any(page.shared(places, reading.before, reading.behind) >= own for places in every):
            return []
        found += [_Occurrence(document, page, places) for places in every[:1]]
    return found


def _exact(generation: Generation, reading: Reading, found: list[_Occurrence]) -> Verification:
    """Exact where the text says nothing of a source, or names the right one."""
    right = [each for each in found if reading.fits(each.citation)]
    chosen, *others = right or found
    slices = [piece for place in chosen.places for piece in chosen.page.slices(place)]
    return Verification(
        verdict=Verdict.EXACT if right else Verdict.WRONG_MEETING,
        quote=reading.quote,
        citations=tuple(Citation(chosen.document.id, ordinal) for ordinal, _ in slices),
        words=tuple(words for _, words in slices),
        diff=tuple(chosen.page.changes(chosen.places)),
        fidelity=_fidelity(reading, slices, chosen.page.texts),
        attributed=_labels(generation, reading),
        elsewhere=tuple(each.citation for each in others),
        misattributed=not right,
        around=reading.around,
    )


def _labels(generation: Generation, reading: Reading) -> tuple[str, ...]:
    return tuple(generation.documents[each].label for each in sorted(reading.sources))


def _fidelity(reading: Reading, slices: list[tuple[int, str]], texts: tuple[str, ...]) -> Fidelity:
    if len(reading.fragments) > 1:
        return Fidelity.OMISSIONS
    same = len(slices) == 1 and reading.quote in texts[slices[0][0] - 1]
    return Fidelity.BYTES if same else Fidelity.TYPOGRAPHY


def _inexact(generation: Generation, possible: Sequence[Reading]) -> Verification:
    """The closest paragraph to any reading, as the source of an altered quote or as nearest."""
    compared = [
        (comparison, reading, citation)
        for reading in possible
        for citation, comparison in _comparisons(generation, reading)
    ]
    if not compared:
        return Verification(Verdict.NOT_FOUND, possible[-1].quote)
    comparison, reading, citation = max(compared, key=lambda each: each[0].similarity)
    altered = comparison.kept >= _ALTERED
    return Verification(
        verdict=Verdict.ALTERED if altered else Verdict.NOT_FOUND,
        quote=reading.quote,
        citations=(citation,),
        words=(comparison.words,),
        diff=comparison.changes if altered else (),
        attributed=_labels(generation, reading),
        around=reading.around,
        misattributed=altered and not reading.fits(citation),
    )


def _comparisons(generation: Generation, reading: Reading) -> Iterator[tuple[Citation, Comparison]]:
    terms = list(dict.fromkeys(generation.analyser.terms(plain(reading.quote))))
    for hit in generation.engine.top(terms, _CANDIDATES):
        found = generation.indexed[hit.number]
        yield found.citation, compare(found.paragraph.text, reading.quote)
