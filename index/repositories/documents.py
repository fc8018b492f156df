"""Documents in all their revisions, their paragraphs, and the files they were read from."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import aiosqlite

from corpus.documents import Document, Form, Kind, Paragraph
from corpus.facts import Extract, Facts
from index.repositories.columns import Values, fetch
from index.repositories.facts import FactRepository
from index.repositories.generations import Member, Origin
from index.repositories.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Revision:
    """One document as it was read: what stands under its id never changes its words.

    Attributes:
        family: id of the first of the revisions it belongs to.
        reader: fingerprint of the code and word lists that read it.
    """

    family: str
    reader: str
    extract: Extract

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.extract.document


@dataclass(frozen=True, slots=True)
class KnownRevision:
    """As much of a stored revision as it takes to recognise it."""

    id: str
    family: str
    words_hash: str
    reader: str


class Named(NamedTuple):
    """A document under its lasting id, with the id of the first of its revisions."""

    document: Document
    family: str


def words_hash(document: Document) -> str:
    """SHA-256 over the texts of the paragraphs, in hexadecimal."""
    digest = hashlib.sha256()
    for paragraph in document.paragraphs:
        digest.update(bytes.fromhex(paragraph.text_hash))
    return digest.hexdigest()


class DocumentRepository:
    """Stores revisions; none is ever removed, and no paragraph changes its text."""

    def __init__(
        self, connection: aiosqlite.Connection, remembered: Remembered | None = None
    ) -> None:
        self._connection = connection
        self._facts = FactRepository(connection)
        self._remembered = remembered or Remembered()

    async def known(self) -> dict[str, KnownRevision]:
        """Every revision ever published, by id."""
        rows = await fetch(
            self._connection, "SELECT id, family, words_hash, reader FROM documents ORDER BY id"
        )
        return {row["id"]: KnownRevision(*row) for row in rows}

    async def save_all(self, revisions: Sequence[tuple[Revision, bytes]]) -> Sequence[int]:
        """Store revisions with their files' bytes; one read anew gets its new facts.

        Returns:
            The numbers of their fact sets.
        """
        documents = [revision.document for revision, _ in revisions]
        await self._connection.executemany(
            "INSERT OR IGNORE INTO originals VALUES (?, ?)",
            [(revision.document.source_hash, original) for revision, original in revisions],
        )
        outdated = await fetch(
            self._connection,
            "SELECT fact_set FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps([each.id for each in documents]),
        )
        # The facts cite the paragraphs, which belong to the documents, which have the facts.
        numbers = await self._facts.reserve(len(documents))
        await self._connection.executemany(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET title = excluded.title, label = excluded.label,"
            " kind = excluded.kind, date = excluded.date, reader = excluded.reader,"
            " warnings = excluded.warnings, fact_set = excluded.fact_set",
            (  # made in the connection's thread, as it inserts
                (*_values(revision), number)
                for number, (revision, _) in zip(numbers, revisions, strict=True)
            ),
        )
        await self._save_paragraphs(documents)
        facts = [_facts_of(revision.extract) for revision, _ in revisions]
        await self._facts.fill(dict(zip(numbers, facts, strict=True)))
        await self._facts.remove_all(row["fact_set"] for row in outdated)
        return numbers

    async def members(self, generation: int) -> tuple[Member, ...]:
        """The documents of a generation, in the order of their ids."""
        rows = await fetch(
            self._connection,
            "SELECT documents.*, file, source_hash, origin FROM members"
            " JOIN documents ON documents.id = members.document"
            " WHERE generation = ? ORDER BY documents.id",
            generation,
        )
        known = self._remembered.documents
        unknown = [row["id"] for row in rows if row["fact_set"] not in known]
        paragraphs = await self._paragraphs(unknown)
        for row in rows:
            document = known.get(row["fact_set"])
            if document is None:
                known[row["fact_set"]] = _document(row, paragraphs[row["id"]])
            elif (document.file, document.source_hash) != (row["file"], row["source_hash"]):
                moved = replace(document, file=row["file"], source_hash=row["source_hash"])
                known[row["fact_set"]] = moved
        return tuple(Member(known[row["fact_set"]], Origin(row["origin"])) for row in rows)

    async def original(self, source_hash: str) -> bytes:
        """The bytes of the file that a stored document was read from."""
        [row] = await fetch(
            self._connection, "SELECT content FROM originals WHERE hash = ?", source_hash
        )
        return bytes(row["content"])

    async def find(self, document_id: str) -> Named | None:
        """A revision by its id, under its latest file name."""
        rows = await fetch(
            self._connection,
            "SELECT documents.*, file, source_hash FROM members"
            " JOIN documents ON documents.id = members.document"
            " WHERE documents.id = ? ORDER BY generation DESC LIMIT 1",
            document_id,
        )
        if not rows:
            return None
        paragraphs = await self._paragraphs([document_id])
        return Named(_document(rows[0], paragraphs[document_id]), rows[0]["family"])

    async def holds(self, generation: int, family: str, text: str) -> bool:
        """Whether a generation's revision of this family has a paragraph of this text."""
        return bool(
            await fetch(
                self._connection,
                "SELECT 1 FROM members"
                " JOIN documents ON documents.id = members.document"
                " JOIN paragraphs ON paragraphs.document = members.document"
                " WHERE generation = ? AND family = ? AND text = ? LIMIT 1",
                generation,
                family,
                text,
            )
        )

    async def revisions(self, documents: Iterable[Document]) -> tuple[Revision, ...]:
        """These stored documents with the facts that were read from them."""
        wanted = list(documents)
        rows = await fetch(
            self._connection,
            "SELECT id, family, reader, warnings, fact_set FROM documents"
            " WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps([each.id for each in wanted]),
        )
        by_id = {row["id"]: row for row in rows}
        known = self._remembered.extracts
        missing = [row["fact_set"] for row in rows if row["fact_set"] not in known]
        facts = await self._facts.all(missing) if missing else {}
        revisions = []
        for document in wanted:
            row = by_id[document.id]
            extract = known.get(row["fact_set"])
            if extract is None:
                extract = _extract(document, facts[row["fact_set"]], row["warnings"])
            elif extract.document is not document:
                extract = replace(extract, document=document)
            known[row["fact_set"]] = extract
            revisions.append(Revision(row["family"], row["reader"], extract))
        return tuple(revisions)

    async def _save_paragraphs(self, documents: Iterable[Document]) -> None:
        """Add paragraphs; of those already stored only what surrounds the text may change."""
        await self._connection.executemany(
            "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (document, ordinal) DO UPDATE SET form = excluded.form,"
            " section = excluded.section, printed = excluded.printed, lead = excluded.lead,"
            " lead_ordinal = excluded.lead_ordinal",
            (
                (
                    document.id,
                    each.ordinal,
                    each.text,
                    each.form.value,
                    each.section,
                    each.printed,
                    each.lead,
                    each.lead_ordinal,
                )
                for document in documents
                for each in document.paragraphs
            ),
        )

    async def _paragraphs(
        self, document_ids: Sequence[str]
    ) -> Mapping[str, Sequence[aiosqlite.Row]]:
        """The rows of documents' paragraphs, in order, by document."""
        paragraphs: defaultdict[str, list[aiosqlite.Row]] = defaultdict(list)
        for row in await fetch(
            self._connection,
            "SELECT * FROM paragraphs WHERE document IN (SELECT value FROM json_each(?))"
            " ORDER BY document, ordinal",
            json.dumps(list(document_ids)),
        ):
            paragraphs[row["document"]].append(row)
        return paragraphs


def _values(revision: Revision) -> Values:
    """Of a document's row, all but its fact set."""
    document = revision.document
    return (
        document.id,
        revision.family,
        words_hash(document),
        document.title,
        document.label,
        document.kind.value,
        document.date.isoformat() if document.date else None,
        revision.reader,
        "\n".join(revision.extract.warnings),
    )


def _facts_of(extract: Extract) -> Facts:
    return Facts(
        extract.meetings, extract.attendance, extract.actions, extract.rilons, extract.acronyms
    )


def _extract(document: Document, facts: Facts, warnings: str) -> Extract:
    return Extract(
        document,
        meetings=facts.meetings,
        attendance=facts.attendance,
        actions=facts.actions,
        rilons=facts.rilons,
        acronyms=facts.acronyms,
        warnings=tuple(warnings.splitlines()),
    )


def _document(row: aiosqlite.Row, paragraphs: Iterable[aiosqlite.Row]) -> Document:
    return Document(
        id=row["id"],
        file=row["file"],
        title=row["title"],
        label=row["label"],
        kind=Kind(row["kind"]),
        source_hash=row["source_hash"],
        paragraphs=tuple(map(_paragraph, paragraphs)),
        date=date.fromisoformat(row["date"]) if row["date"] else None,
    )


def _paragraph(row: aiosqlite.Row) -> Paragraph:
    return Paragraph(
        ordinal=row["ordinal"],
        text=row["text"],
        form=Form(row["form"]),
        section=row["section"],
        printed=row["printed"],
        lead=row["lead"],
        lead_ordinal=row["lead_ordinal"],
    )
