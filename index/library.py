"""The library: the store, and the generation that every query runs on."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path

from corpus.documents import Citation, Document, Paragraph
from corpus.errors import DocumentError
from corpus.facts import Status
from corpus.reading import file_content
from index.answers import SourceView
from index.collecting import rare_collections
from index.conversing.memory import Memory
from index.database import Database, open_database
from index.evaluation import shipped_questions
from index.finding import find_action
from index.generation import Generation
from index.item_life.following import Following
from index.item_life.recording import Recorded, UnknownCitationError
from index.item_life.statuses import (
    NOBODY,
    Actor,
    Event,
    decision_entry,
    proposal_entry,
    undo_entry,
    update_entry,
)
from index.opensearch.address import Address
from index.opensearch.opening import cluster_of
from index.privacy import Privacy
from index.publication.correcting import Corrections
from index.publication.drafts import Progress
from index.publication.golden import Golden
from index.publication.opening import publish_outdated
from index.publication.planning import Planning
from index.publication.preview import Check, previews_of
from index.publication.publications import Publications
from index.publication.publishing import PublishResult
from index.publication.uploads import Uploads
from index.question_log import QuestionLog
from index.repositories.documents import DocumentRepository
from index.semantic.afterwards import embedding_afterwards
from index.semantic.embedding import Embedding
from index.semantic.vectors import Embedder
from index.serving import Indexing, Serving, serve
from index.turns import Turns

__all__ = ["Library", "Progress", "PublishResult", "UnknownCitationError", "open_library"]

_log = logging.getLogger(__name__)

FILE_NAME = "rapporteur.sqlite3"


class Library:
    """The store behind one generation in memory; what is published is swapped in whole.

    Attributes:
        publications: what maintainers do to the corpus.
        planning: what changes of the corpus would do.
        uploads: what waits to be published.
        opening: what opening published, or None where the store was current.
        memory: what conversations were about.
        following: what channels follow.
        turns: of what processes over this store do one at a time.
        corrections: what maintainers say of single facts.
        questions: what maintainers should look at.
        privacy: what is kept of one person.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        serving: Serving,
        golden: Golden,
        opening: PublishResult | None = None,
    ) -> None:
        self._database = database
        self._serving = serving
        self.publications = Publications(database, folder, serving)
        self.planning = Planning(database, serving, golden)
        self.uploads = Uploads(database)
        self.opening = opening
        self.memory = Memory(database)
        self.following = Following(database)
        self.turns = Turns(database)
        self.corrections = Corrections(database, self.publications, serving)
        self.questions = QuestionLog(database)
        self.privacy = Privacy(database)

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self._database.path

    @property
    def generation(self) -> Generation:
        """The current one; a query takes it once and keeps it to its end."""
        return self._serving.generation

    async def reindex(
        self, progress: Progress | None = None, *, actor: Actor = NOBODY
    ) -> PublishResult:
        """Publish what changed in the corpus folder; queries go on meanwhile.

        Raises:
            InputError: there is no such folder.
            OutdatedError: another process published meanwhile; nothing was written.
            StoreError: the store cannot be written.
        """
        return await self.publications.reindex(actor, progress)

    async def refresh(self) -> None:
        """Let what another process has published or recorded meanwhile serve here too."""
        await self._serving.catch_up()

    async def embed(self, progress: Progress | None = None) -> None:
        """Make the sentence vectors that are lacking, if an embedder is there; then use them."""
        await self._serving.embed(progress)

    def embedding(self) -> AbstractAsyncContextManager[None]:
        """Meanwhile, make them beside the questions, after a publish too."""
        return embedding_afterwards(self._serving)

    @property
    def lacks_vectors(self) -> bool:
        """Whether answers go by words until sentence vectors are made."""
        return self._serving.lacking.is_set()

    @property
    def vectors(self) -> str:
        """How the sentence vectors stand, in a line; "" without an embedder."""
        return self._serving.vectors

    async def update_action(
        self,
        item: str,
        status: Status,
        note: str = "",
        evidence: Citation | None = None,
        *,
        actor: Actor,
    ) -> Recorded:
        """Set the status of an action item; it is stored when this returns.

        Raises:
            NotFoundError: there is no such item.
            StatusError: `done` or `dropped` without note and evidence; a note too long.
            UnknownCitationError: the evidence does not resolve.
            StoreError: the store cannot be written.
        """
        return await self._serving.record(
            item, lambda _: update_entry(status, note, evidence), actor
        )

    async def propose_action(
        self,
        item: str,
        status: Status,
        note: str = "",
        evidence: Citation | None = None,
        *,
        actor: Actor,
    ) -> Recorded:
        """Propose a status, which waits for a decision; raises what `update_action` does."""
        return await self._serving.record(
            item, lambda history: proposal_entry(history, status, note, evidence), actor
        )

    async def decide_proposal(
        self, item: str, proposal: int, *, accepted: bool, actor: Actor
    ) -> Recorded:
        """Accept or reject a proposal, by its event's number.

        Raises:
            StatusError: there is none of this number, or it was decided.
        """
        return await self._serving.record(
            item, lambda history: decision_entry(history, proposal, accepted=accepted), actor
        )

    async def undo_action(self, item: str, *, actor: Actor) -> Recorded:
        """Take back the last change of status, by a new entry.

        Raises:
            NotFoundError: there is no such item.
            StatusError: nothing is left to undo.
        """
        return await self._serving.record(item, undo_entry, actor)

    def action_history(self, item: str) -> tuple[Event, ...]:
        """All that was done to an item, oldest first.

        Raises:
            NotFoundError: there is no such item.
        """
        known = find_action(self.generation, item)
        return self.generation.lives.histories.get(known.id, ())

    async def check(self, files: Sequence[Path]) -> tuple[Check, ...]:
        """What publishing each of these files would do; nothing is written."""
        return tuple([await self._check(path) for path in files])

    async def _check(self, path: Path) -> Check:
        try:
            content = await asyncio.to_thread(file_content, path, path.name)
            plan = await self.planning.file(path.name, content)
        except DocumentError as error:
            return Check(path.name, reason=error.reason)
        [shown] = await asyncio.to_thread(previews_of, plan)
        return Check(path.name, preview=shown)

    async def source(self, citation: Citation) -> SourceView:
        """The cited paragraph between its neighbours, as it read when it was cited.

        Raises:
            UnknownCitationError: nothing was ever published under it.
        """
        found = self.generation.resolve(citation)
        if found is not None:
            return _view(*found, superseded=False)
        async with self._database.snapshot() as connection:
            documents = DocumentRepository(connection)
            stored = await documents.find(citation.document)
            paragraph = stored.document.paragraph(citation.ordinal) if stored else None
            if stored is None or paragraph is None:
                raise UnknownCitationError(citation)
            number = self.generation.number
            kept = await documents.holds(number, stored.family, paragraph.text)
        return _view(stored.document, paragraph, superseded=not kept)


@asynccontextmanager
async def open_library(
    data: Path,
    corpus: Path,
    *,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
    embed_at_once: int | None = None,
    keeps_writing: bool = False,
    golden: Path | None = None,
    cluster: Address | None = None,
) -> AsyncIterator[Library]:
    """Open the store in `data`; publish `corpus` first where the store does not hold it.

    That is where the store is empty or was published from another folder. What another version
    of the reading code has read is read anew, from the store. Files that changed in the same
    folder wait for `reindex`. With an embedder, sentences that lack a vector are given one.

    Args:
        data: folder of the database, made where missing.
        corpus: folder of documents.
        progress: is told of each file that is read.
        embedder: makes the vectors.
        embed_at_once: new sentences up to which questions wait for their vectors, here and after
            a publish; more are left to `embedding`. None waits for any number.
        keeps_writing: no other process may write until this is closed; where another one does
            already, this one only answers.
        golden: file of questions that tell a good generation from a bad one; by default those
            on the shipped documents.
        cluster: that ranks paragraphs; None ranks them in this process.

    Raises:
        StoreError: the store cannot be opened or written.
        InputError: there is no such corpus folder.
    """
    folder = await asyncio.to_thread(corpus.resolve)
    async with open_database(data / FILE_NAME) as database:
        lock = database.writer_lock.held_if_free() if keeps_writing else nullcontext(True)
        with rare_collections(), lock as free:
            if not free:
                _log.warning("Another process writes to %s: this one only answers", data)
            opening = await publish_outdated(database, folder, progress)
            async with cluster_of(database, cluster) as service:
                vectors = Embedding(database, embedder, embed_at_once)
                serving = await serve(database, Indexing(database, vectors, service), progress)
                questions = Golden(golden or shipped_questions())
                yield Library(database, folder, serving, questions, opening)


def _view(document: Document, paragraph: Paragraph, *, superseded: bool) -> SourceView:
    before = document.paragraph(paragraph.ordinal - 1)
    after = document.paragraph(paragraph.ordinal + 1)
    return SourceView(
        citation=document.cite(paragraph),
        label=document.label_of(paragraph),
        text=paragraph.text,
        before=before.text if before else "",
        after=after.text if after else "",
        document=document.id,
        file=document.file,
        title=document.title,
        date=document.date,
        section=paragraph.section,
        superseded=superseded,
    )
