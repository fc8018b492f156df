"""What is kept of those who ask: for maintainers to look at, and for anybody to have deleted."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.text import Text

from bot.console.changes import login
from bot.console.prompt import HISTORY
from bot.console.rendering import Row, answer_rows
from bot.console.session import Session
from bot.help import find_topic
from bot.requests import Request
from index.answers import Answer
from index.options import parse_first_day
from index.question_log import Concerning
from index.replies.concerns import concerns_answer

_log = logging.getLogger(__name__)


def keep_unanswered(session: Session, request: Request, answer: Answer) -> None:
    """Keep a question that nothing answers; whoever asked has the answer already."""
    if not answer.abstained or request.command != "ask":
        return
    try:
        session.apply(
            lambda library: library.questions.not_stated(
                str(request), login().id, session.question_lifetime
            )
        )
    except Exception:  # noqa: BLE001 - it is no concern of whoever asked
        _log.warning("A question without an answer is not kept", exc_info=True)


def call_wrong(session: Session, request: Request, answer: Answer, why: str) -> Iterator[Row]:
    """Keep that this answer is wrong, once for each login.

    Raises:
        InputError: the reason is too long, or nothing is kept.
    """
    cited = [each.citation for each in answer.citations]
    new = session.apply(
        lambda library: library.questions.called_wrong(
            str(request), cited, login().id, session.question_lifetime, why
        )
    )
    yield Row(Text("Kept for the maintainers." if new else "You have said so already."))


def kept_questions(session: Session, since: str = "") -> Sequence[Concerning]:
    """What maintainers should look at.

    Raises:
        InputError: `since` is no date.
    """
    day = parse_first_day(since) if since else None
    return session.apply(lambda library: library.questions.all(session.question_lifetime, day))


def question_rows(session: Session, since: str = "") -> Iterator[Row]:
    """The same, for people."""
    return answer_rows(concerns_answer(kept_questions(session, since)))


def privacy_rows(session: Session) -> Iterator[Row]:
    """What is kept of this login."""
    kept = session.apply(lambda library: library.privacy.kept(login().id))
    yield Row(Text(f"Of what you asked, {kept} are kept."))
    yield Row(Text(find_topic("privacy").text))


def deletion_rows(session: Session) -> Iterator[Row]:
    """Delete what is kept of this login, what was typed into chats too."""
    gone = session.apply(lambda library: library.privacy.delete(login().id))
    (session.data / HISTORY).unlink(missing_ok=True)
    yield Row(Text(f"Deleted: {gone}."))


KEEPING: Mapping[str, Callable[..., Iterator[Row]]] = {
    "corpus questions": question_rows,
    "privacy show": privacy_rows,
    "privacy delete": deletion_rows,
}
