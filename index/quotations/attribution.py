"""Taking apart a text that quotes: its quoted words, and where it says they come from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.documents import Citation
from corpus.errors import CitationFormatError
from index.generation import Generation
from index.quotations.pages import plain
from index.quotations.word_diff import has_words
from index.understanding.named_meetings import named_meetings

_SHORTEST = 3  # words between quotation marks; fewer are a term, not a quotation
_QUOTED = re.compile(r"[“„«](?P<curly>[^“”„»]+)[”“»]|\"(?P<plain>[^\"]+)\"")
# Such as: guidelines (TEWG Auckland 2013, para 24), or: guidelines — Perth 2009
_BEHIND = re.compile(
    r"^(?P<quote>.+?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|(?:--|[–—])\s*(?P<dash>[^–—]+))"
    r"[.\s]*$",
    re.DOTALL,
)
# Such as: At Perth, members agreed; or: TEWG Auckland 2013: members agreed
_BEFORE = re.compile(r"^(?P<before>[^,:]{2,80})[,:]\s+(?P<quote>.+)$", re.DOTALL)
_OMISSION = re.compile(
    r"\s*(?:\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,4}|\. \. \.)\s*"
)
_MARKED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_OF_THE_FIRST = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|(?:--|[–—])[^“\".;,]*)|[^“\".;\n]*[.;\n]", re.DOTALL
)
_EDGES = " \t\n\"'“”‘’.,;:!?>"
_MARKS = " \t\n\"'“”‘’>"  # around a quote, and in front of it in Markdown
_CITATION = re.compile(r"[a-z0-9][a-z0-9-]*#p\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text that quotes.

    Attributes:
        quote: the quoted words, as typed, without quotation marks.
        fragments: their plain forms between the omissions that the quote marks; at least one.
        before, behind: what the text says beside them.
        delimited: whether quotation marks tell the quote from what stands around it.
        names: whether `around` names a source at all, be it an unknown one.
        sources: ids of the documents that it names.
        mentions: paragraphs that tell of the meetings that it names.
    """

    quote: str
    fragments: tuple[str, ...]
    before: str = ""
    behind: str = ""
    delimited: bool = True
    names: bool = False
    sources: frozenset[str] = frozenset()
    mentions: frozenset[Citation] = frozenset()

    @property
    def around(self) -> str:
        """All that the text says beside the quote; "" where it is all quote."""
        return f"{self.before} {self.behind}".strip()

    def fits(self, citation: Citation) -> bool:
        """Whether this paragraph is where `around` says; true where it says nothing."""
        return not self.names or citation.document in self.sources or citation in self.mentions


@dataclass(frozen=True, slots=True)
class Quoting:
    """A text taken apart: the ways to read it, and how many other quotations it holds."""

    readings: tuple[Reading, ...]
    others: int = 0


def take_apart(generation: Generation, text: str) -> Quoting:
    """The ways to read a text, the likelier first: all of it as the quote, then a part of it.

    Of several quotations, the longest is meant.
    """
    whole = text.strip()
    found = list(_readings(generation, whole))
    quoted = [match for match in _QUOTED.finditer(whole) if len(_inner(match).split()) >= _SHORTEST]
    if quoted:
        longest = max(quoted, key=lambda match: len(_inner(match)))
        beside = whole[: longest.start()], whole[longest.end() :]
        found += _readings(generation, _inner(longest), *beside)
    for quote, before, behind in _attributed(whole):
        split = _readings(generation, quote, before, behind, delimited=False)
        longer = len(quote.split()) >= max(_SHORTEST, len(f"{before} {behind}".split()))
        found += (each for each in split if longer and each.names)
    return Quoting(tuple(found), max(0, len(quoted) - 1))


def quotations_in(text: str) -> tuple[str, ...]:
    """Each quotation of a text with what the text says of it: “…” (Perth), and at Bali “…”.

    Between two quotations, what stands in brackets, behind a dash or up to a stop is said of
    the first, the rest of the second.
    """
    quoted = [match for match in _QUOTED.finditer(text) if len(_inner(match).split()) >= _SHORTEST]
    starts = [0]
    for one, other in pairwise(quoted):
        between = _OF_THE_FIRST.match(text, one.end(), other.start())
        starts.append(between.end() if between else one.end())
    ends = [*starts[1:], len(text)]
    return tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=False))


def _inner(match: re.Match[str]) -> str:
    return match["curly"] or match["plain"]


def _attributed(text: str) -> Iterator[tuple[str, str, str]]:
    """A text without quotation marks as a quote with its source before or behind it."""
    behind = _BEHIND.match(text)
    if behind:
        yield behind["quote"], "", behind["round"] or behind["square"] or behind["dash"]
    before = _BEFORE.match(text)
    if before:
        yield before["quote"], before["before"], ""


def _readings(
    generation: Generation,
    quote: str,
    before: str = "",
    behind: str = "",
    *,
    delimited: bool = True,
) -> Iterator[Reading]:
    """The quote as it stands, since a source may hold dots itself; then cut at its omissions."""
    bare = quote.strip(_MARKS)
    whole = _MARKED_LETTER.sub(r"\1", bare)
    parts = (plain(part).strip(_EDGES) for part in _OMISSION.split(whole))
    fragments = tuple(part for part in parts if has_words(part))
    names, sources, mentions = _sources(generation, f"{before} {behind}")
    for each in dict.fromkeys(((plain(bare).strip(_EDGES),), fragments)):
        if each and has_words(each[0]):
            yield Reading(bare, each, before, behind, delimited, names, sources, mentions)


def _sources(
    generation: Generation, around: str
) -> tuple[bool, frozenset[str], frozenset[Citation]]:
    """Whether a text names a source, the documents that it names, and paragraphs elsewhere.

    A citation or a label beats the meeting that its words would name by themselves.
    """
    if not has_words(around):
        return False, frozenset(), frozenset()
    documents = generation.documents
    cited = {_document(each) for each in _CITATION.findall(around)} & documents.keys()
    said = plain(around).casefold()
    labelled = {each.id for each in documents.values() if plain(each.label).casefold() in said}
    if cited or labelled:
        return True, frozenset(cited | labelled), frozenset()
    named = named_meetings(generation, around)
    meetings = {meeting.id for meeting in named.found}
    reporting = {each for each, meeting in generation.reported.items() if meeting.id in meetings}
    mentions = {place for meeting in named.found for place in (meeting.citation, *meeting.mentions)}
    return named.named, frozenset(reporting), frozenset(mentions)


def _document(citation: str) -> str:
    try:
        return Citation.parse(citation).document
    except CitationFormatError:
        return ""
