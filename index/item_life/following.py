"""What channels follow, over restarts, and the digests that are due to them."""

import asyncio
from collections.abc import Set
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from corpus.documents import Citation
from index.answers import Answer
from index.database import Database
from index.errors import InputError, NotFoundError
from index.generation import Generation
from index.item_life.follows import Follow, What, known_name, news
from index.item_life.selecting import ActionOptions
from index.item_life.statuses import Actor
from index.replies.actions import actions_reply
from index.repositories.follows import FollowRepository

MOST_FOLLOWS = 25  # in one channel
WEEK = timedelta(days=7)
DIGEST_WEEKDAY, DIGEST_HOUR = 0, 8  # of the week's digest: Monday, 08:00 UTC


@dataclass(frozen=True, slots=True)
class Digest:
    """A message that a channel is to get.

    Attributes:
        weekly: whether it lists what is overdue, rather than what a publish brought.
        told: the generation from which on it is news.
    """

    channel: str
    answer: Answer
    generation: int
    weekly: bool = False
    told: int = 0


class Following:
    """The follows in one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        generation: Generation,
        channel: str,
        what: What,
        name: str,
        *,
        actor: Actor,
        now: datetime,
    ) -> Follow:
        """Follow something from the next publish on.

        Raises:
            NotFoundError: nothing is called that.
            InputError: the channel follows it already, or too much.
        """
        known = known_name(generation, what, name)
        async with self._database.transaction() as connection:
            follows = FollowRepository(connection)
            if len(await follows.of(channel)) >= MOST_FOLLOWS:
                raise InputError(f"A channel follows at most {MOST_FOLLOWS} things.")
            await follows.start(channel, generation.number)
            follow = await follows.add(channel, what, known, actor, now)
        if follow is None:
            raise InputError(f"This channel follows {what.value} “{known}” already.")
        return follow

    async def stop(self, channel: str, number: int) -> Follow:
        """Stop following something.

        Raises:
            NotFoundError: the channel follows nothing of this number.
        """
        async with self._database.transaction() as connection:
            follow = await FollowRepository(connection).remove(channel, number)
        if follow is None:
            raise NotFoundError(f"This channel follows nothing that has the number {number}.")
        return follow

    async def of(self, channel: str) -> tuple[tuple[Follow, ...], datetime | None]:
        """What a channel follows, and when its next weekly digest is due."""
        async with self._database.snapshot() as connection:
            follows = FollowRepository(connection)
            due = {each.channel: each.overdue_at for each in await follows.channels()}
            return await follows.of(channel), due.get(channel)

    async def want_overdue(
        self, generation: Generation, channel: str, *, wanted: bool, now: datetime
    ) -> None:
        """Switch a channel's weekly digest of overdue items on, from next Monday on, or off."""
        async with self._database.transaction() as connection:
            follows = FollowRepository(connection)
            await follows.start(channel, generation.number)
            await follows.schedule(channel, next_digest(now) if wanted else None)

    async def due(self, generation: Generation, now: datetime) -> list[Digest]:
        """The digests that channels are to get now; those without anything to tell too."""
        digests = []
        async with self._database.snapshot() as connection:
            follows = FollowRepository(connection)
            for each in await follows.channels():
                if each.told < generation.number:
                    answer = await _news(follows, generation, each.channel, each.told)
                    number = generation.number
                    digests.append(Digest(each.channel, answer, number, told=each.told))
                if each.overdue_at is not None and each.overdue_at <= now:
                    answer = await asyncio.to_thread(
                        actions_reply, generation, ActionOptions(overdue="yes", today=now.date())
                    )
                    digests.append(Digest(each.channel, answer, generation.number, weekly=True))
        return digests

    async def news(self, generation: Generation, channel: str, told: int) -> Answer:
        """What is new for a channel since it was told of a generation: a digest once more."""
        async with self._database.snapshot() as connection:
            return await _news(FollowRepository(connection), generation, channel, told)

    async def delivered(self, digest: Digest, now: datetime) -> None:
        """Note that a channel has got a digest, or that there was nothing to tell it."""
        async with self._database.transaction() as connection:
            follows = FollowRepository(connection)
            if digest.weekly:
                await follows.schedule(digest.channel, next_digest(now))
            else:
                await follows.tell(digest.channel, digest.generation)

    async def forget(self, channel: str) -> None:
        """Drop all that a channel follows: it is gone."""
        async with self._database.transaction() as connection:
            await FollowRepository(connection).forget(channel)


def next_digest(now: datetime) -> datetime:
    """When the next weekly digest is due: Monday at 08:00 UTC, and never `now` itself."""
    utc = now.astimezone(UTC)
    at_hour = utc.replace(hour=DIGEST_HOUR, minute=0, second=0, microsecond=0)
    day = at_hour + timedelta(days=(DIGEST_WEEKDAY - utc.weekday()) % 7)
    return day if day > utc else day + WEEK


async def _news(
    follows: FollowRepository, generation: Generation, channel: str, told: int
) -> Answer:
    """The digest of what is new since `told`, worked out off the event loop."""
    known, followed = await follows.texts(told), await follows.of(channel)
    return await asyncio.to_thread(lambda: news(generation, _fresh(generation, known), followed))


def _fresh(generation: Generation, known: Set[str]) -> frozenset[Citation]:
    """The paragraphs whose words are not among those of an earlier generation."""
    return frozenset(
        document.cite(paragraph)
        for document in generation.documents.values()
        for paragraph in document.paragraphs
        if paragraph.text not in known
    )
