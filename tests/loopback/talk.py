"""A message that somebody posted, and what the bot posted after it."""

from dataclasses import dataclass

from tests.loopback.activity import PATIENCE_SECONDS, Activity
from tests.loopback.exchange import QUIET_SECONDS
from tests.loopback.message import Message
from tests.loopback.posting import Posting


@dataclass(frozen=True, slots=True)
class Talk:
    """`message` and the bot's `replies` in its channel or in a thread opened from it."""

    message: Message
    posting: Posting
    activity: Activity

    @property
    def replies(self) -> list[Message]:
        """The bot's messages since, deleted ones left out."""
        places = (self.message.channel, self.message.thread)
        return [
            later
            for later in self.posting.messages.values()
            if later.id > self.message.id
            and later.author.bot
            and later.channel in places
            and later.interaction is None
            and not later.deleted
        ]

    async def reply(self, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Wait for the first reply."""
        replies = await self.activity.until(lambda: self.replies, "a reply", timeout_seconds)
        return replies[0]

    async def done(self, quiet_seconds: float = QUIET_SECONDS) -> list[Message]:
        """Wait until nothing happens any more; the replies, possibly none."""
        await self.activity.quiet(quiet_seconds)
        return self.replies
