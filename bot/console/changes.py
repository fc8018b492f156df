"""What changes action items in the console; the name of the login is noted as who did it."""

import getpass
from collections.abc import Callable, Mapping

from bot.console.session import Session
from corpus.documents import Citation
from index.item_life.recording import Recorded
from index.item_life.statuses import Actor
from index.options import parse_status


def set_status(
    session: Session, item: str, status: str, note: str = "", evidence: str = ""
) -> Recorded:
    """Set the status of an item.

    Raises:
        RapporteurError: an option cannot be read, or the change is refused.
    """
    wanted = parse_status(status)
    cited = Citation.parse(evidence) if evidence else None
    return session.apply(
        lambda library: library.update_action(item, wanted, note, cited, actor=login())
    )


def undo_status(session: Session, item: str) -> Recorded:
    """Take back the last change of an item's status; raises what `set_status` does."""
    return session.apply(lambda library: library.undo_action(item, actor=login()))


CHANGES: Mapping[str, Callable[..., Recorded]] = {
    "actions update": set_status,
    "actions undo": undo_status,
}


def login() -> Actor:
    """Who is at the keyboard, by the name of the login."""
    name = getpass.getuser()
    return Actor(f"login:{name}", name)
