"""What maintainers should look at: questions that nothing answers, and answers called wrong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from corpus.documents import Citation
from index.database import Database
from index.errors import InputError
from index.meeting_names import words_of
from index.repositories.askers import pseudonym
from index.repositories.questions import Concern, QuestionRepository, Told

LONGEST_TEXT = 1_000  # characters that are kept
LONGEST_NOTE = 500
MOST_CITED = 10


@dataclass(frozen=True, slots=True)
class Concerning:
    """A question, by whomever it was asked.

    Attributes:
        text: as it was last asked.
        times: how often, by all together.
        askers: pseudonyms of those who did.
        cited: what the answers called wrong rest on.
        notes: why they are, where somebody said.
    """

    concern: Concern
    text: str
    times: int
    askers: tuple[str, ...]
    cited: tuple[Citation, ...]
    notes: tuple[str, ...]
    first_at: datetime
    last_at: datetime


class QuestionLog:
    """The questions in one store; a lifetime of zero keeps none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def not_stated(
        self, question: str, person: str, lifetime: timedelta, now: datetime | None = None
    ) -> None:
        """Keep a question that no document answers.

        Raises:
            StoreError: the store cannot be written.
        """
        if not lifetime:
            return
        async with self._database.transaction() as connection:
            asker = await pseudonym(connection, person)
            told = _told(Concern.NOT_STATED, question, asker, now)
            await QuestionRepository(connection).count(told)

    async def called_wrong(
        self,
        question: str,
        cited: Sequence[Citation],
        person: str,
        lifetime: timedelta,
        note: str = "",
        now: datetime | None = None,
    ) -> bool:
        """Keep that somebody finds an answer wrong; False where they have said so before.

        Raises:
            InputError: the note is too long, or nothing is kept.
            StoreError: the store cannot be written.
        """
        if len(note) > LONGEST_NOTE:
            raise InputError(f"Please say why in at most {LONGEST_NOTE} characters.")
        if not lifetime:
            raise InputError("What is wrong is not kept here: that is switched off.")
        once = tuple(dict.fromkeys(cited))[:MOST_CITED]
        async with self._database.transaction() as connection:
            asker = await pseudonym(connection, person)
            told = _told(Concern.CALLED_WRONG, question, asker, now)
            return await QuestionRepository(connection).add_once(
                replace(told, cited=once, note=" ".join(note.split()))
            )

    async def all(
        self, lifetime: timedelta, since: date | None = None, now: datetime | None = None
    ) -> tuple[Concerning, ...]:
        """What is kept and was told since a day (UTC), what was told most first.

        Raises:
            StoreError: the store cannot be read.
        """
        oldest = (now or datetime.now(UTC)) - lifetime
        wanted = datetime.combine(since, time.min, UTC) if since else oldest
        async with self._database.snapshot() as connection:
            told = await QuestionRepository(connection).all(max(wanted, oldest))
        return _together(told)

    async def forget(self, lifetime: timedelta, now: datetime | None = None) -> int:
        """Drop what is older than `lifetime`; how much that was.

        Raises:
            StoreError: the store cannot be written.
        """
        async with self._database.transaction() as connection:
            until = (now or datetime.now(UTC)) - lifetime
            return await QuestionRepository(connection).forget(until)


def _told(concern: Concern, question: str, asker: str, now: datetime | None) -> Told:
    text = " ".join(question.split())[:LONGEST_TEXT]
    folded = " ".join(words_of(text)) or text
    moment = now or datetime.now(UTC)
    return Told(concern, folded, asker, (), text, "", 1, moment, moment)


def _together(told: Iterable[Told]) -> tuple[Concerning, ...]:
    """Questions of the same words as one, those told most and last first."""
    groups: defaultdict[tuple[Concern, str], list[Told]] = defaultdict(list)
    for each in told:
        groups[each.concern, each.folded].append(each)
    found = [_concerning(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (each.times, each.last_at), reverse=True))


def _concerning(group: Sequence[Told]) -> Concerning:
    latest = max(group, key=lambda each: each.last_at)
    return Concerning(
        latest.concern,
        latest.text,
        times=sum(each.times for each in group),
        askers=tuple(dict.fromkeys(each.asker for each in group)),
        cited=tuple(dict.fromkeys(citation for each in group for citation in each.cited)),
        notes=tuple(dict.fromkeys(each.note for each in group if each.note)),
        first_at=min(each.first_at for each in group),
        last_at=latest.last_at,
    )
