"""Correcting single facts: what can be, what was, and what waits for its paragraph."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from corpus.documents import Citation
from corpus.facts import Extract
from index.database import Database
from index.errors import AmbiguousError, InputError, NotFoundError
from index.finding import check_length, plain_name
from index.generation import Generation
from index.item_life.statuses import Actor
from index.publication.correctable import LONGEST_VALUE
from index.publication.corrections import (
    Correction,
    Ruling,
    Stated,
    by_family,
    corrected,
    standing,
    stated,
)
from index.publication.publications import Publications
from index.publication.publishing import PublishResult
from index.repositories.corrections import CorrectionRepository
from index.repositories.documents import DocumentRepository, Revision
from index.serving import Serving

LONGEST_NOTE = 400  # characters
_LONGEST_SHOWN = 200
_NEAREST = 10


class State(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    WAITING = "waiting"  # no published paragraph states that fact in those words
    REPLACED = "replaced"  # by a later correction of the same fact
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction, and what became of it."""

    correction: Correction
    state: State


class Corrections:
    """What maintainers say of single facts in one store."""

    def __init__(self, database: Database, publications: Publications, serving: Serving) -> None:
        self._database = database
        self._publications = publications
        self._serving = serving
        self._known: tuple[int, str, tuple[Stated, ...]] = (0, "", ())

    async def stated(self, citation: Citation) -> tuple[Stated, ...]:
        """What can be corrected of a published paragraph, as it was read.

        The facts of the last document are remembered, for whoever types goes on with it.

        Raises:
            NotFoundError: no published paragraph has this citation.
        """
        generation = self._serving.generation
        if generation.resolve(citation) is None:
            raise NotFoundError(f"No published paragraph has the citation {citation}.")
        number, document, facts = self._known
        if (number, document) != (generation.number, citation.document):
            facts = stated((await self._revision(generation, citation.document)).extract)
            self._known = (generation.number, citation.document, facts)
        return tuple(each for each in facts if each.citation == citation)

    async def correct(
        self, citation: Citation, fact: str, value: str | None, note: str, *, actor: Actor
    ) -> PublishResult:
        """Set a fact to a value, or hide it where there is none; published when this returns.

        Raises:
            NotFoundError, AmbiguousError: the paragraph or the fact cannot be told.
            InputError: the value cannot be read, or this fact can only be set, or only be hidden.
            WriterLockError, OutdatedError, StoreError: it cannot be stored.
        """
        chosen = find_stated(await self.stated(citation), fact)
        revision = await self._revision(self._serving.generation, citation.document)
        found = revision.document.paragraph(citation.ordinal)
        correction = Correction(
            number=0,
            family=revision.family,
            text_hash=found.text_hash if found else "",
            fact=chosen.fact,
            ruling=Ruling.HIDE if value is None else Ruling.SET,
            value=_bounded(value or "", LONGEST_VALUE, "value"),
            shown=chosen.shown[:_LONGEST_SHOWN],
            note=_bounded(note, LONGEST_NOTE, "note"),
            citation=citation,
            actor=actor,
            at=datetime.now(UTC),
        )
        if value is not None and not correction.value:
            raise InputError("Say what it is to be set to, or hide it.")
        corrected(revision.extract, [correction], strict=True)
        return await self._publications.correct(correction)

    async def undo(self, number: int, note: str = "", *, actor: Actor) -> PublishResult:
        """Take a correction back by a new entry; the one before it counts again.

        Raises:
            NotFoundError: there is none of this number.
            InputError: it was taken back already.
            WriterLockError, OutdatedError, StoreError: it cannot be stored.
        """
        history = await self._history()
        made = next((e for e in history if e.number == number), None)
        if made is None or made.ruling is Ruling.UNDO:
            raise NotFoundError(f"There is no correction {number}.")
        if any(each.about == number for each in history):
            raise InputError(f"Correction {number} was taken back already.")
        undo = Correction(
            0, made.family, made.text_hash, made.fact, Ruling.UNDO, "", made.shown,
            _bounded(note, LONGEST_NOTE, "note"), made.citation, actor, datetime.now(UTC), number,
        )  # fmt: skip
        return await self._publications.correct(undo)

    async def all(self) -> tuple[CorrectionEntry, ...]:
        """Every correction and what became of it, the latest first; undoing ones left out."""
        history = await self._history()
        counting = {each.number for each in standing(history)}
        undone = {each.about for each in history}
        applied = await self._applied([e for e in history if e.number in counting])

        def state(each: Correction) -> State:
            if each.number in undone:
                return State.UNDONE
            if each.number not in counting:
                return State.REPLACED
            return State.APPLIED if each.number in applied else State.WAITING

        made = [each for each in reversed(history) if each.ruling is not Ruling.UNDO]
        return tuple(CorrectionEntry(each, state(each)) for each in made)

    async def _history(self) -> tuple[Correction, ...]:
        async with self._database.snapshot() as connection:
            return await CorrectionRepository(connection).all()

    async def _applied(self, counting: Sequence[Correction]) -> set[int]:
        """The numbers of those whose fact a published document states."""
        families = by_family(counting)
        documents = tuple(self._serving.generation.documents.values())
        async with self._database.snapshot() as connection:
            repository = DocumentRepository(connection)
            known = await repository.known()
            wanted = [each for each in documents if known[each.id].family in families]
            revisions = await repository.revisions(wanted)
        return {
            each.number
            for revision in revisions
            for each in families[revision.family]
            if _applies(revision.extract, each)
        }

    async def _revision(self, generation: Generation, document: str) -> Revision:
        async with self._database.snapshot() as connection:
            repository = DocumentRepository(connection)
            [revision] = await repository.revisions([generation.documents[document]])
            return revision


def find_stated(facts: Sequence[Stated], text: str) -> Stated:
    """The fact of this key, or the only one that holds these words.

    Raises:
        NotFoundError, AmbiguousError: none does, or several; with the keys there are.
    """
    check_length(text)
    wanted = plain_name(text)
    exact = [each for each in facts if text.strip() in (each.fact, short_key(each.fact))]
    holding = [e for e in facts if wanted and wanted in plain_name(f"{e.fact} {e.shown}")]
    found = exact or holding
    if len(found) > 1:
        keys = [each.fact for each in found[:_NEAREST]]
        raise AmbiguousError(f"“{text}” fits {len(found)} facts.", keys)
    if not found:
        keys = [each.fact for each in facts[:_NEAREST]]
        raise NotFoundError(f"That paragraph states no fact “{text}”.", keys)
    return found[0]


def value_of(action: str, value: str) -> str | None:
    """What a fact is to be set to; None where it is to be hidden.

    Raises:
        InputError: the action is neither, or is given a value that it does not take.
    """
    wanted = action.strip().casefold()
    if wanted == Ruling.SET:
        return value
    if wanted != Ruling.HIDE:
        raise InputError(f"“{action}” is no action; use hide or set.")
    if value.strip():
        raise InputError("What is hidden takes no value.")
    return None


def short_key(fact: str) -> str:
    """A key in at most 100 characters, as a choice of Discord holds it."""
    if len(fact) <= 100:
        return fact
    return f"~{hashlib.sha256(fact.encode()).hexdigest()[:24]}"


def _applies(extract: Extract, correction: Correction) -> bool:
    """Whether it finds its fact: one that is set bears the day, even if it reads the same."""
    return corrected(extract, [correction]) != extract


def _bounded(text: str, longest: int, name: str) -> str:
    said = " ".join(text.split())
    if len(said) > longest:
        raise InputError(f"A {name} has at most {longest} characters.")
    return said
