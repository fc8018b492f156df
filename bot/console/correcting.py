"""Putting single facts right in the console; the login's name is noted as who did it."""

from collections.abc import Callable, Iterator, Mapping

from bot import looks
from bot.console.changes import login
from bot.console.maintaining import look
from bot.console.rendering import Row, answer_rows
from bot.console.session import Session
from corpus.documents import Citation
from index.errors import InputError
from index.library import PublishResult
from index.publication.correcting import value_of
from index.replies.corpus import publish_reply


def correct(
    session: Session, citation: str, fact: str, action: str, value: str = "", note: str = ""
) -> PublishResult:
    """Publish one fact as somebody says it is.

    Raises:
        RapporteurError: it is refused; nothing was written.
    """
    cited, wanted = Citation.parse(citation), value_of(action, value)
    return session.apply(
        lambda library: library.corrections.correct(cited, fact, wanted, note, actor=login())
    )


def undo(session: Session, correction: str, note: str = "") -> PublishResult:
    """Take a correction back; raises what `correct` does."""
    if not (correction.isascii() and correction.isdecimal()):
        raise InputError(f"“{correction}” is no number of a correction.")
    number = int(correction)
    return session.apply(lambda library: library.corrections.undo(number, note, actor=login()))


def _correct_rows(
    session: Session, citation: str, fact: str, action: str, note: str, value: str = ""
) -> Iterator[Row]:
    return answer_rows(publish_reply(correct(session, citation, fact, action, value, note)))


def _undo_rows(session: Session, correction: str, note: str = "") -> Iterator[Row]:
    return answer_rows(publish_reply(undo(session, correction, note)))


def _corrections_rows(session: Session) -> Iterator[Row]:
    return answer_rows(look(session, looks.CORRECTIONS))


def _facts_rows(session: Session, citation: str) -> Iterator[Row]:
    return answer_rows(look(session, looks.FACTS, citation))


CORRECTING: Mapping[str, Callable[..., Iterator[Row]]] = {
    "corpus facts": _facts_rows,
    "corpus correct": _correct_rows,
    "corpus corrections": _corrections_rows,
    "corpus undo": _undo_rows,
}
