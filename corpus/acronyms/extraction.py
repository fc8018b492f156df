"""Acronyms and what a document says that they stand for.

The pairs are found as in A. Schwartz and M. Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text" (Pacific Symposium on Biocomputing 8, 2003): a
short form in brackets after a long form, or the other way round, whose letters the long form
holds in order. Where theirs takes the nearest match for each letter, this one weighs all: see
`corpus.acronyms.letters`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.acronyms.letters import Word, is_function_word, long_form_start
from corpus.documents import Document, Paragraph
from corpus.facts import Acronym
from corpus.sentences import Span
from corpus.typography import fold
from corpus.words.lists import word_list

_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,200})\)")
_TOKEN = r"[A-Za-z0-9](?:[A-Za-z0-9&./-]{0,14}[A-Za-z0-9])?"
_SHORT_FORM = re.compile(rf"{_TOKEN}(?: {_TOKEN})?(?:'s)?")
_BEFORE_BRACKET = re.compile(rf"(?:^|[\s\"'(/])(?P<short>{_TOKEN}(?:'s)?)[\"']? ?$")
_ENTRY = re.compile(rf"[\"' ]*(?P<short>{_TOKEN})[\"' ]*(?: ?[:=]| -|  ) *(?P<long>\S.{{4,150}})")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STOP = re.compile(r"[();:!?]|[a-z]{3}\. ")  # a long form does not run over these
_REACH = 300  # characters before a bracket in which its long form stands
_EDGES = " *\"'_,;."


def extract_acronyms(document: Document) -> tuple[Acronym, ...]:
    """Each acronym with each of its meanings, at the first paragraph that gives it.

    "Networks (RILONs)" gives RILON the meaning "Network". Headings and titles are read too.
    """
    found: dict[tuple[str, str], Acronym] = {}
    for paragraph in document.paragraphs:
        for short, meaning in _definitions(paragraph):
            key = (short, _meaning_key(meaning.of(paragraph.text)))
            if key not in found:
                words = meaning.of(paragraph.text)
                found[key] = Acronym(short, words, document.cite(paragraph))
    return tuple(found.values())


def _definitions(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """Short forms and where in the paragraph their meanings stand."""
    folded = fold(paragraph.text)
    for brackets in _BRACKETS.finditer(folded):
        before = max(0, brackets.start() - _REACH)
        short = _short_form(brackets["inside"])
        if short:
            meaning = _meaning_before(folded, brackets.start(), short)
        else:
            outside = _BEFORE_BRACKET.search(folded, before, brackets.start())
            short = _short_form(outside["short"]) if outside else ""
            meaning = _whole_meaning(folded, Span(*brackets.span("inside")), short)
        if meaning:
            yield _singular(short, folded, meaning)
    entry = _ENTRY.fullmatch(folded)
    short = _short_form(entry["short"]) if entry else ""
    meaning = _whole_meaning(folded, Span(*entry.span("long")), short) if entry else None
    if meaning:
        yield _singular(short, folded, meaning)


def _short_form(inside: str) -> str:
    """The short form that brackets hold, as written; "" where they hold something else."""
    bare = re.split(r"[,;]", inside, maxsplit=1)[0].strip(_EDGES)
    bare = _introductions().sub("", bare).strip(_EDGES)
    if not 2 <= len(bare) <= 20 or _SHORT_FORM.fullmatch(bare) is None:
        return ""
    root = _plural_root(bare)
    capitals = sum(map(str.isupper, root))
    small = sum(map(str.islower, root))
    lower_case_unit = bare.isalpha() and bare.islower() and 3 <= len(bare) <= 4
    return bare if (capitals >= 2 and capitals > small) or lower_case_unit else ""


def _plural_root(short: str) -> str:
    """A short form without the ending of a plural or possessive: RILON for RILONs."""
    bare = short.removesuffix("'s")
    return bare[:-1] if bare.endswith("s") and bare[:-1].isupper() else bare


def _meaning_before(folded: str, end: int, short: str) -> Span | None:
    """The long form that ends where the brackets begin."""
    window = folded[max(0, end - _REACH) : end]
    start = max((match.end() for match in _STOP.finditer(window)), default=0)
    return _matched(folded, Span(end - len(window) + start, end), short)


def _whole_meaning(folded: str, span: Span, short: str) -> Span | None:
    """A span as meaning, if the short form stands for all of it."""
    meaning = _matched(folded, span, short) if short else None
    first = _WORD.search(folded, *span)
    articles = first and first[0].lower() in {"the", "a", "an"}
    begins = _WORD.search(folded, first.end(), span.end) if first and articles else first
    return meaning if meaning and begins and meaning.start == begins.start() else None


def _matched(folded: str, span: Span, short: str) -> Span | None:
    """The part of a span, up to its end, that a short form stands for."""
    words = [Word(*match.span(), match[0]) for match in _WORD.finditer(folded, *span)]
    root = _plural_root(short)
    start = long_form_start(_with_hyphens(folded, words), root) if words else None
    if start is None or _holds(folded[start : words[-1].end], root):
        return None
    title = _titles().search(folded, span.start, start)
    return Span(title.start() if title else start, words[-1].end)


def _with_hyphens(folded: str, words: Sequence[Word]) -> list[Word]:
    """Mark the words that a hyphen ties to the one before: "South-East"."""
    tied = [False] + [folded[word.start - 1] == "-" for word in words[1:]]
    return [word._replace(tied=is_tied) for word, is_tied in zip(words, tied, strict=True)]


def _holds(long_form: str, root: str) -> bool:
    """Whether the long form is the short form itself, or one word of the text."""
    return root in long_form.split() or " " not in long_form.strip()


def _singular(short: str, folded: str, meaning: Span) -> tuple[str, Span]:
    """Take the plural's ending off both forms where both have it."""
    root = _plural_root(short)
    plural = root != short and folded[meaning.end - 1] == "s" and folded[meaning.end - 2] != "s"
    return root, Span(meaning.start, meaning.end - 1) if plural else meaning


def _meaning_key(meaning: str) -> str:
    """What two ways to write one meaning share: case, spaces and a plural aside."""
    words = [word.lower().removesuffix("s") for word in _WORD.findall(fold(meaning))]
    return " ".join(word for word in words if not is_function_word(word))


@cache
def _introductions() -> re.Pattern[str]:
    phrases = "|".join(sorted(word_list("acronyms")["introductions"], key=len, reverse=True))
    return re.compile(rf"(?:(?:{phrases})\b[\s\"':]*)+", re.IGNORECASE)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_list('acronyms')['titles'])}) $")
