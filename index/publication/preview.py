"""The dry run: what one more document would bring, worked out without writing anything."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.documents import Citation, Document
from corpus.facts import ActionItem, Extract, Facts
from corpus.formats.sniffing import is_page
from index.meeting_names import words_of
from index.publication.fact_changes import FactChange, fact_changes
from index.publication.plans import PublishPlan
from index.publication.sources import Source

_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_SHINGLE = 5  # words; runs that long are rarely shared by chance
_NEAR = 0.8  # share of a document's shingles that another holds, to be called a duplicate


@dataclass(frozen=True, slots=True)
class Caution:
    """What a maintainer should look at, one sentence, and the paragraphs that show it."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a document states, and what publishing it would do.

    Attributes:
        actions: its action items, under the ids and with the status that they would have.
        warnings: what to look at before publishing.
        changes: every difference in the facts of the corpus, also by what is published with it.
    """

    extract: Extract
    actions: tuple[ActionItem, ...] = ()
    warnings: tuple[Caution, ...] = ()
    changes: tuple[FactChange, ...] = ()

    @property
    def document(self) -> Document:
        """The document, under the id that it would have."""
        return self.extract.document


@dataclass(frozen=True, slots=True)
class Check:
    """One file that somebody thinks of adding: its dry run, or why it would be rejected.

    Attributes:
        preview: None where it would be rejected.
    """

    file: str
    reason: str = ""
    preview: Preview | None = None


def preview(
    extract: Extract, after: Facts, others: Sequence[Document], changes: tuple[FactChange, ...]
) -> Preview:
    """Work out what publishing a document would do.

    Args:
        extract: of the document.
        after: the facts of the corpus with it.
        others: the documents that would stand beside it.
        changes: how the facts differ from those of the corpus as it stands.
    """
    warnings = (
        *(Caution(text) for text in extract.warnings),
        *_near_duplicates(extract.document, others),
        *_gaps(extract, after),
    )
    own = extract.document.id
    actions = tuple(item for item in after.actions if item.citation.document == own)
    return Preview(extract, actions, warnings, changes)


def previews_of(plan: PublishPlan) -> tuple[Preview, ...]:
    """What a plan does, a preview for each file that it reads; CPU only."""
    changes = fact_changes(plan.before, plan.after)
    sources = {each.file: each for each in plan.sources}
    documents = [each.document for each in (*plan.fresh, *plan.others)]
    found = []
    for extract in plan.fresh:
        others = [each for each in documents if each is not extract.document]
        shown = preview(extract, plan.after, others, changes)
        about = _about(sources[extract.document.file])
        found.append(replace(shown, warnings=(*about, *shown.warnings)))
    return tuple(found)


def _about(source: Source) -> Iterator[Caution]:
    """What is remarkable about a file, whatever it says."""
    if source.predecessor:
        yield Caution(f"It replaces {source.predecessor}, which has the same file name.")
    if is_page(source.content) and _SCRIPT.search(source.content):
        yield Caution("Its scripts were left out: they were neither run nor read.")


def _near_duplicates(document: Document, others: Sequence[Document]) -> Iterator[Caution]:
    own = _shingles(document)
    for other in others:
        shared = len(own & _shingles(other)) / len(own) if own else 0.0
        if shared >= _NEAR:
            yield Caution(
                f"It is a near-duplicate of {other.label} ({other.file}):"
                f" {shared:.0%} of its words stand there too."
            )


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    words = [word for each in document.paragraphs for word in words_of(each.text)]
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))


def _gaps(extract: Extract, after: Facts) -> Iterator[Caution]:
    """Meetings that the document mentions and no document of the corpus reports."""
    mentioned = {each.citation for each in extract.meetings if not each.reported_by}
    for meeting in after.meetings:
        told = mentioned.intersection((meeting.citation, *meeting.mentions))
        if told and not meeting.reported_by:
            text = f"It mentions {meeting.label}, of which the corpus has no document."
            yield Caution(text, tuple(sorted(told)))
