"""The noun phrases that name meetings: "the fourth Meeting of Ad Hoc Group Senior Officials".

A phrase is a run of names and modifiers that ends in a noun for an event or a standing body,
with what "of", "on" and "for" attach to it. The grammar is a regular expression over one letter
a word (`corpus.meetings.words.Part`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.bodies import generic_name, is_of_process, is_umbrella, known_body
from corpus.dates.ordinals import ordinal_of
from corpus.meetings.words import Part, Word

_RUN = r"(?:[oCLmgbhHsPN](?:-(?=[oCb]))?){1,12}+"
_IN_LIST = r"(?:[oCm]|i(?!d?L)){1,8}"  # "Trafficking in Persons"
_AFTER_AND = (
    rf"(?:,?nd?|,(?={_IN_LIST}(?:,{_IN_LIST}){{0,5}},?n)|i(?!d?L)d?|,(?=[oCm]{{0,6}}b)){_RUN}"
)
_GRAMMAR = re.compile(
    r"(?P<left>(?:o[CLm]{1,4}n|(?<=d)[CLm]{1,4}n|\A[Cm]{1,4}n(?=[Cm]{1,4}[hH])|(?<=d)[CL]f(?=[CL])|C{1,3}i(?=C{1,3}b))?(?:[oCLmbhHsg](?:-?[oCLmgbhHsPN]){0,30}-?)?)"
    r"(?P<head>[hHsb])(?P<short>P?)"
    rf"(?P<right>(?:[fp]d{{0,2}}{_RUN}(?:{_AFTER_AND}){{0,5}}){{0,4}})"
)
SHORT_FORM = re.compile(
    r"\((?:the )?\"?(?P<short>[A-Z][A-Za-z]?[A-Z]{1,8}(?:[- ][A-Z]{1,6})?)\"?\)"
)
_NOTE_MARKS = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+")  # of footnotes: "the Dialogue¹"
_INDEFINITE = frozenset({"a", "an"})
_SERIES_NOUNS = (Part.BODY, Part.NAMING)
_NO_ORDINAL_BEFORE = frozenset({"anniversary", "session"})


@dataclass(frozen=True, slots=True)
class MeetingPhrase:
    """A noun phrase that may name a meeting, by offsets in the text.

    Attributes:
        noun: its head, in lower case: "meeting", "working group".
        head: what the head can be.
        body: the series it names, or "".
        named: whether it tells one series from others of its kind.
        indefinite: whether it is "a meeting".
    """

    start: int
    end: int
    noun: str
    head: Part
    body: str
    ordinal: int | None
    named: bool
    indefinite: bool


def meeting_phrases(
    folded: str, words: Sequence[Word], acronyms: Mapping[str, str]
) -> list[MeetingPhrase]:
    """The phrases in a run of words, in order; none overlaps another.

    Args:
        folded: the text, through `corpus.typography.fold`.
        words: its words, or those of one of its sentences.
        acronyms: the names in full of bodies that the document abbreviates.
    """
    letters = "".join(word.part for word in words)
    found = []
    for match in _GRAMMAR.finditer(letters):
        start, head, end = match.start(), match.start("head"), match.end()
        before = words[start - 1] if start else None
        article = folded[before.start : before.end].lower() if before else ""
        phrase = _Reader(folded, words[start:head], words[head], words[match.start("right") : end])
        found.append(
            MeetingPhrase(
                start=words[start].start,
                end=words[end - 1].end,
                noun=phrase.noun,
                head=words[head].part,
                body=phrase.body(acronyms),
                ordinal=phrase.ordinal(),
                named=phrase.is_named(),
                indefinite=article in _INDEFINITE,
            )
        )
    return [
        phrase
        for phrase, following in zip_longest(found, found[1:])
        if not (following and _only_qualifies(folded, phrase, following))
    ]


def _only_qualifies(folded: str, phrase: MeetingPhrase, following: MeetingPhrase) -> bool:
    """Whether a process's name is a part of the name after it: "Bali Process | Working Group"."""
    return (
        phrase.body == ""
        and is_umbrella(phrase.noun)
        and folded[phrase.end : following.start].isspace()
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """The parts of one phrase: what stands before its head, the head, and what follows."""

    folded: str
    left: Sequence[Word]
    head: Word
    right: Sequence[Word]

    @property
    def noun(self) -> str:
        return self._text([self.head]).lower()

    def ordinal(self) -> int | None:
        """The ordinal before the head, else one that an event after "of" has."""
        for words in (self.left, self.right if _has(self.right, *_EVENTS) else ()):
            for word, following in zip_longest(words, words[1:]):
                after = self._text([following]).lower() if following else ""
                if word.part is Part.ORDINAL and after not in _NO_ORDINAL_BEFORE:
                    return ordinal_of(self._text([word]))
        return None

    def is_named(self) -> bool:
        return any(word.part in (Part.NAME, Part.PLACE) for word in (*self.left, *self.right))

    def body(self, acronyms: Mapping[str, str]) -> str:
        """The series: a listed one, or the name that the phrase itself gives it."""
        if self.head.part is Part.SINGLE:
            return self.noun
        known = known_body(self._text([*self.left, self.head, *self.right]))
        if known:
            return known
        name = self._series()
        return acronyms.get(name) or generic_name(name)

    def _series(self) -> str:
        if self.head.part is not Part.EVENT:
            return self._name([*self.left, self.head], self.right).removesuffix("'s")
        following = self._after_of()
        if self._is_umbrella(following) and _has(self.left, Part.NAME, Part.BODY):
            return self._name([*self.left, self.head], self.right)
        if _has(following, *_SERIES_NOUNS):
            return self._name(_up_to_last(following, *_SERIES_NOUNS), self._rest(following))
        if _has(self.left, *_SERIES_NOUNS):
            return self._name(self._series_on_the_left(), ())
        if any(word.part is Part.NAME for word in self.left):
            return self._name([*self.left, self.head], ())
        return self._name(following, ())

    def _series_on_the_left(self) -> Sequence[Word]:
        """ "Quad Cyber Group" of "… Group Principals Meeting"; all of "… Process SOM"."""
        series = _up_to_last(self.left, *_SERIES_NOUNS)
        names = [word for word in self.left[len(series) :] if word.part is Part.NAME]
        whole = names and (self._is_umbrella(series) or len(names) > 1)
        return [*self.left, self.head] if whole else series

    def _is_umbrella(self, words: Sequence[Word]) -> bool:
        return is_umbrella(self._text(words[-1:]))

    def _after_of(self) -> Sequence[Word]:
        """The first name after "of": "of the Fentanyl Committee on Precursors"."""
        if not self.right or self.right[0].part is not Part.OF:
            return ()
        stops = (
            at for at, word in enumerate(self.right) if at and word.part in (Part.OF, Part.ABOUT)
        )
        return self.right[1 : next(stops, len(self.right))]

    def _rest(self, following: Sequence[Word]) -> Sequence[Word]:
        return self.right[1 + len(following) :]

    def _name(self, core: Sequence[Word], topic: Sequence[Word]) -> str:
        """A run without ordinal, brackets and leading modifiers, and its topic if it has a name."""
        if _has(core, Part.ORDINAL):
            at = max(at for at, word in enumerate(core) if word.part is Part.ORDINAL)
            before, after = core[:at], core[at + 1 :]
            core = before if _has(before, Part.BODY) and not _has(after, Part.BODY) else after
        dropped = (Part.MODIFIER, Part.BRACKET, Part.DASH, Part.DETERMINER, Part.NUMBER)
        while core and core[0].part in dropped:
            core = core[1:]
        topic = self._own_topic(topic)
        if not _has(topic, Part.NAME):
            topic = ()
        return self._text([*core, *topic])

    def _own_topic(self, topic: Sequence[Word]) -> Sequence[Word]:
        """A topic as far as it is the series' own: up to its short form or "of the … Process"."""
        for at, word in enumerate(topic):
            text = self.folded[word.start : word.end]
            if word.part is Part.BRACKET and SHORT_FORM.fullmatch(text):
                return topic[:at]
            if word.part is Part.OF and is_of_process(self._text(topic[at:])):
                return topic[:at]
        return topic

    def _text(self, words: Sequence[Word]) -> str:
        """The words as written, brackets left out, white space single."""
        pieces, end = [], None
        for word in words:
            if word.part is not Part.BRACKET:
                joined = end == word.start or word.part is Part.COMMA
                pieces.append(("" if joined else " ") + self.folded[word.start : word.end])
            end = word.end
        return _NOTE_MARKS.sub("", "".join(pieces)).strip()


_EVENTS = (Part.EVENT, Part.NAMING, Part.SINGLE)


def _has(words: Sequence[Word], *parts: Part) -> bool:
    return any(word.part in parts for word in words)


def _up_to_last(words: Sequence[Word], *parts: Part) -> Sequence[Word]:
    last = max(at for at, word in enumerate(words) if word.part in parts)
    return words[: last + 1]
