"""What maintainers do to the corpus in the console; the login's name is noted as who did it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.text import Text

from bot import looks
from bot.console.changes import login
from bot.console.progress import progress_bar
from bot.console.rendering import Row, answer_rows
from bot.console.session import Session
from corpus.reading import file_content
from index.answers import Answer
from index.errors import InputError
from index.library import Library, PublishResult
from index.options import parse_choice
from index.publication.detail_texts import detail_texts, marks
from index.publication.dry_runs import DryRun
from index.replies.corpus import publish_reply
from index.repositories.staged import Staged


def stage(session: Session, file: Path) -> Staged:
    """Keep a file until it is published or discarded.

    Raises:
        RapporteurError: it is refused; nothing is kept of it.
    """
    content = file_content(file, file.name)
    return session.apply(lambda library: library.uploads.stage(file.name, content, actor=login()))


def publish(
    session: Session, uploads: str, note: str = "", *, anyway: bool = False
) -> PublishResult:
    """Publish uploads together; with `anyway`, also if that lowers the golden figures.

    Raises:
        RapporteurError: it is refused; nothing was written.
    """

    async def work(library: Library) -> PublishResult:
        named = await library.uploads.named(uploads)
        if not anyway:
            await library.planning.check_golden(await library.planning.uploads(named))
        return await library.publications.publish_staged(
            named, actor=login(), note=note, progress=progress
        )

    with progress_bar() as progress:
        return session.apply(work)


def dry_run(session: Session, uploads: str) -> DryRun:
    """What publishing uploads together would do; raises RapporteurError where it cannot be."""

    async def work(library: Library) -> DryRun:
        run = await library.planning.dry_run(await library.uploads.named(uploads))
        return replace(run, golden=await library.planning.golden_change(run.plan))

    return session.apply(work)


def discard(session: Session, upload: str) -> Staged:
    """Let go of an upload; raises NotFoundError where it does not wait."""
    return session.apply(lambda library: library.uploads.discard(upload, actor=login()))


def edit(session: Session, upload: str, typed: Mapping[str, str]) -> Staged:
    """Correct details of an upload, by their names; "" is as read again.

    Raises:
        RapporteurError: one cannot be read, or the upload does not wait.
    """

    async def work(library: Library) -> Staged:
        _, meeting = await library.uploads.reported(upload)
        shown = detail_texts(meeting)
        texts, today = replace(shown, **typed), datetime.now(UTC).date()
        return await library.uploads.correct(upload, marks(shown), texts, today, actor=login())

    return session.apply(work)


def remove(session: Session, document: str, note: str = "") -> PublishResult:
    """Take a document out; raises NotFoundError where it is not published."""
    return session.apply(
        lambda library: library.publications.remove(document, actor=login(), note=note)
    )


def roll_back(session: Session, generation: int, note: str = "") -> PublishResult:
    """Publish again what a generation held; raises InputError where that cannot be."""
    return session.apply(
        lambda library: library.publications.rollback(generation, actor=login(), note=note)
    )


def look(session: Session, what: str, argument: str = "") -> Answer:
    """What a maintainer looks at; raises what its entry in `looks.LOOKS` does."""
    arguments = [argument] if argument else []

    async def work(library: Library) -> Answer:
        found = await looks.LOOKS[what](library, *arguments)
        while found.missing is not None:
            await found.missing()
            found = await looks.LOOKS[what](library, *arguments)
        return found.answer

    return session.apply(work)


def _add_rows(session: Session, file: str) -> Iterator[Row]:
    staged = stage(session, Path(file).expanduser())
    return answer_rows(look(session, looks.STAGED, staged.id))


def _staged_rows(session: Session, upload: str = "") -> Iterator[Row]:
    return answer_rows(look(session, looks.STAGED, upload))


def _history_rows(session: Session, since: str = "") -> Iterator[Row]:
    return answer_rows(look(session, looks.HISTORY, since))


def _status_rows(session: Session) -> Iterator[Row]:
    return answer_rows(look(session, looks.STATUS))


def _publish_rows(
    session: Session, upload: str, note: str = "", anyway: str = "no"
) -> Iterator[Row]:
    agreed = parse_choice(anyway)
    return answer_rows(publish_reply(publish(session, upload, note, anyway=agreed)))


def _remove_rows(session: Session, document: str, note: str = "") -> Iterator[Row]:
    return answer_rows(publish_reply(remove(session, document, note)))


def _rollback_rows(session: Session, generation: str, note: str = "") -> Iterator[Row]:
    if not generation.isdecimal():
        raise InputError(f"“{generation}” is no number of a generation.")
    return answer_rows(publish_reply(roll_back(session, int(generation), note)))


def _reindex_rows(session: Session) -> Iterator[Row]:
    return answer_rows(publish_reply(session.reindex(login())))


def discard_rows(session: Session, upload: str) -> Iterator[Row]:
    """Let go of an upload, and say so; raises NotFoundError where it does not wait."""
    staged = discard(session, upload)
    yield Row(Text(f"{staged.id} ({staged.file}) was discarded."))


MAINTAINING: Mapping[str, Callable[..., Iterator[Row]]] = {
    "corpus add": _add_rows,
    "corpus staged": _staged_rows,
    "corpus publish": _publish_rows,
    "corpus discard": discard_rows,
    "corpus remove": _remove_rows,
    "corpus rollback": _rollback_rows,
    "corpus reindex": _reindex_rows,
    "corpus history": _history_rows,
    "corpus status": _status_rows,
}
