"""The library, opened for commands that run from top to bottom."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.console.progress import progress_bar
from bot.logs import start_logging
from bot.settings import Settings, read_settings
from corpus.documents import Citation
from index.answers import SourceView
from index.generation import Generation
from index.item_life.statuses import Actor
from index.library import Library, PublishResult, open_library
from index.publication.preview import Check
from index.semantic.model import sentence_model
from index.standing_in import listening

T = TypeVar("T")

_EMBED_AT_ONCE = 2_000  # sentences, some ten seconds, for which a command waits


class Session:
    """One library and the event loop that it lives on."""

    def __init__(self, library: Library, runner: asyncio.Runner, settings: Settings) -> None:
        self.data = settings.data
        self.question_lifetime = timedelta(days=settings.question_days)
        self._library = library
        self._runner = runner

    @property
    def generation(self) -> Generation:
        """The published state that commands read."""
        return self._library.generation

    def source(self, citation: str) -> SourceView:
        """The paragraph that a citation names, between its neighbours.

        Raises:
            CitationFormatError: it is no citation.
            UnknownCitationError: no paragraph has it.
        """
        return self._runner.run(self._library.source(Citation.parse(citation)))

    def apply(self, change: Callable[[Library], Coroutine[Any, Any, T]]) -> T:
        """Carry out what changes the library; raises what it raises."""
        return self._runner.run(change(self._library))

    def check(self, files: Sequence[Path]) -> tuple[Check, ...]:
        """What publishing each of these files would do; nothing is written."""
        return self._runner.run(self._library.check(files))

    def embed(self) -> None:
        """Make the sentence vectors that are lacking, so that answers go by meaning, too."""
        with progress_bar() as progress:
            self._runner.run(self._library.embed(progress))

    def reindex(self, actor: Actor) -> PublishResult:
        """Publish what changed in the corpus folder; what opening has just published counts."""
        before, opening = self.generation.number, self._library.opening
        try:
            with progress_bar() as progress:
                result = self._runner.run(self._library.reindex(progress, actor=actor))
                self._runner.run(self._library.embed(progress))
        except KeyboardInterrupt:
            if self.generation.number == before:
                _tell("The reindex was cancelled; nothing has changed.")
            raise
        if opening is not None and result.generation == opening.generation:
            return opening
        _tell_rejected(result)
        return result


@contextmanager
def opened(corpus: Path | None, data: Path | None) -> Iterator[Session]:
    """Open the library of a corpus and a data folder, by default those of the settings.

    Publishes the corpus first where the data folder does not hold it yet.
    """
    settings = read_settings(corpus=corpus, data=data)
    start_logging(settings.data)
    with asyncio.Runner() as runner:
        with progress_bar() as progress:
            embedder = sentence_model() if settings.semantic else None
            context = open_library(
                settings.data,
                settings.corpus,
                progress=progress,
                embedder=embedder,
                embed_at_once=_EMBED_AT_ONCE,
                golden=settings.golden,
                cluster=settings.search_cluster(),
            )
            library = runner.run(context.__aenter__())
        if library.opening is not None:
            _tell_rejected(library.opening)
        try:
            with listening() as notes:
                yield Session(library, runner, settings)
        finally:
            if library.lacks_vectors:
                notes.append(f"{library.vectors} (`rapporteur reindex` makes them).")
            for note in notes:
                print(note, file=sys.stderr)  # noqa: T201
            runner.run(context.__aexit__(None, None, None))


def _tell_rejected(result: PublishResult) -> None:
    for file, reason in result.rejected:
        _tell(f"Not published: {file}: {reason}")


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201
