"""What maintainers say of single facts, apart from what was read, and the facts as they say.

A correction names the paragraph by its words and the fact by what was read from them. It
therefore finds both again wherever in a revision they stand, and nothing else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from corpus.documents import Citation
from corpus.facts import Extract, Rilon
from index.errors import InputError
from index.item_life.statuses import Actor
from index.publication.correctable import (
    ACRONYM,
    ACTION_ITEM,
    ATTENDANCE,
    MEETING,
    RILON_STEP,
    Aspect,
    F,
    acronym_key,
    attendance_key,
    item_key,
    meeting_key,
    step_key,
)


class Ruling(StrEnum):
    """What a maintainer does to a fact, or to an earlier correction."""

    HIDE = "hide"
    SET = "set"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry; an undo is an entry of its own.

    Attributes:
        number: counts up; 0 before it is stored.
        family: of the document's revisions.
        text_hash: of the paragraph, which may stand elsewhere by now.
        fact: its key, as `stated` gives it.
        value: what it is set to, as typed.
        shown: the fact as it was read.
        citation: the paragraph when the correction was made.
        about: number of the entry undone.
    """

    number: int
    family: str
    text_hash: str
    fact: str
    ruling: Ruling
    value: str
    shown: str
    note: str
    citation: Citation
    actor: Actor
    at: datetime
    about: int | None = None

    def __str__(self) -> str:
        what = "hidden" if self.ruling is Ruling.HIDE else f"set to “{self.value}”"
        if self.ruling is Ruling.UNDO:
            what = f"correction {self.about} undone"
        return f"{self.shown}: {what}"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact, or a part of one, that a paragraph was read to state."""

    fact: str
    citation: Citation
    shown: str


def standing(history: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that count: the last of each fact that nobody has undone."""
    undone = {each.about for each in history if each.ruling is Ruling.UNDO}
    counting = (e for e in history if e.ruling is not Ruling.UNDO and e.number not in undone)
    return tuple({(e.family, e.text_hash, e.fact): e for e in counting}.values())


def by_family(corrections: Iterable[Correction]) -> Mapping[str, Sequence[Correction]]:
    """Corrections by the documents that they are about."""
    families: defaultdict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        families[each.family].append(each)
    return families


def corrected(
    extract: Extract, corrections: Sequence[Correction], *, strict: bool = False
) -> Extract:
    """What a document yields, as maintainers have corrected it.

    Args:
        extract: as it was read.
        corrections: those that count for the family of its document.
        strict: refuse what cannot be applied to its fact; else that fact stays as it was read.

    Raises:
        InputError: a value cannot be read, only if `strict`.
    """
    if not corrections:
        return extract
    rules = _Rules(extract, corrections, strict=strict)
    meetings = rules.all(extract.meetings, meeting_key, MEETING)
    gone = {each.id for each in extract.meetings} - {each.id for each in meetings}
    actions = rules.all(extract.actions, item_key, ACTION_ITEM)
    return replace(
        extract,
        meetings=meetings,
        attendance=rules.all(extract.attendance, attendance_key, ATTENDANCE),
        actions=tuple(replace(e, meeting="") if e.meeting in gone else e for e in actions),
        rilons=tuple(each for each in map(rules.rilon, extract.rilons) if each.history),
        acronyms=rules.all(extract.acronyms, acronym_key, ACRONYM),
    )


def stated(extract: Extract) -> tuple[Stated, ...]:
    """All that can be corrected of what a document yields, as it was read."""
    found: list[Stated] = []

    def add(
        facts: Iterable[F], key: Callable[[F], str], aspects: Sequence[Aspect[F]], of: str = ""
    ) -> None:
        found.extend(
            Stated(aspect.key(key(fact)), fact.citation, f"{of}{aspect.shown(fact)}")
            for fact in facts
            for aspect in aspects
        )

    add(extract.meetings, meeting_key, MEETING)
    add(extract.attendance, attendance_key, ATTENDANCE)
    add(extract.actions, item_key, ACTION_ITEM)
    for rilon in extract.rilons:
        add(rilon.history, partial(step_key, rilon), RILON_STEP, f"RILON {rilon.place}, ")
    add(extract.acronyms, acronym_key, ACRONYM)
    return tuple(found)


class _Rules:
    """The corrections of one document, by paragraph and fact."""

    def __init__(
        self, extract: Extract, corrections: Iterable[Correction], *, strict: bool
    ) -> None:
        self._strict = strict
        self._hashes = {each.ordinal: each.text_hash for each in extract.document.paragraphs}
        self._rules = {(each.text_hash, each.fact): each for each in corrections}

    def all(
        self, facts: Iterable[F], key: Callable[[F], str], aspects: Sequence[Aspect[F]]
    ) -> tuple[F, ...]:
        ruled = (self._ruled(fact, key(fact), aspects) for fact in facts)
        return tuple(fact for fact in ruled if fact is not None)

    def rilon(self, rilon: Rilon) -> Rilon:
        steps = self.all(rilon.history, partial(step_key, rilon), RILON_STEP)
        return replace(rilon, history=steps)

    def _ruled(self, fact: F, key: str, aspects: Sequence[Aspect[F]]) -> F | None:
        ruled = fact
        for aspect in aspects:
            rule = self._rules.get((self._hashes[fact.citation.ordinal], aspect.key(key)))
            if rule is None:
                continue
            try:
                after = aspect.ruled(ruled, None if rule.ruling is Ruling.HIDE else rule.value)
            except InputError:  # what could be read when it was entered
                if self._strict:
                    raise
                continue
            if after is None:
                return None
            ruled = replace(after, corrected=rule.at.date())
        return ruled
