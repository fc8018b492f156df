"""One interaction from the user's side: what was asked, and all that came back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from tests.loopback.activity import PATIENCE_SECONDS, Activity
from tests.loopback.failures import Json
from tests.loopback.message import Message
from tests.loopback.places import Channel, User

QUIET_SECONDS = 0.1
"""How long nothing may happen before an exchange counts as over."""


class Asked(IntEnum):
    """Discord's interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answered(IntEnum):
    """Discord's interaction callback types."""

    PONG = 1
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The first answer; `seconds` is counted from the moment the event was sent."""

    type: Answered
    body: Json
    seconds: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One autocomplete suggestion."""

    name: str
    value: str | int | float


@dataclass(slots=True, eq=False)
class Exchange:
    """An interaction and its answers, kept up to date while the bot works.

    Attributes:
        source: the message whose button was pressed or menu opened; None otherwise.
        original: the message that `@original` names; None before there is one.
        followups: every message posted after the acknowledgement, deleted ones too.
        edits: the bodies of all edits, oldest first.
    """

    id: int
    token: str
    asked: Asked
    user: User
    channel: Channel
    sent_at: float
    activity: Activity
    metadata: Json
    source: Message | None = None
    acknowledgement: Acknowledgement | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list)

    @property
    def messages(self) -> list[Message]:
        """All that the user sees of the answer, in order."""
        posted = [self.original] if self.original is not None else []
        posted += self.followups
        return [message for message in posted if not message.deleted and not message.loading]

    @property
    def modal(self) -> Json | None:
        """The modal that opened."""
        acknowledged = self.acknowledgement
        if acknowledged is None or acknowledged.type is not Answered.MODAL:
            return None
        modal: Json = acknowledged.body["data"]
        return modal

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The autocomplete suggestions."""
        acknowledged = self.acknowledgement
        if acknowledged is None or acknowledged.type is not Answered.CHOICES:
            return ()
        offered = acknowledged.body["data"].get("choices") or []
        return tuple(Choice(choice["name"], choice["value"]) for choice in offered)

    async def acknowledged(self, timeout_seconds: float = PATIENCE_SECONDS) -> Acknowledgement:
        """Wait for the first answer of any type."""
        return await self.activity.until(
            lambda: self.acknowledgement, "an acknowledgement", timeout_seconds
        )

    async def message(self, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Wait for the first message with something to read (a deferred one is not yet)."""
        return await self.activity.until(self._readable, "a message", timeout_seconds)

    async def done(self, quiet_seconds: float = QUIET_SECONDS) -> "Exchange":
        """Wait for an answer, and then until nothing happens any more."""
        acknowledged = await self.acknowledged()
        if acknowledged.type is Answered.DEFERRED_MESSAGE:
            await self.activity.until(self._settled, "the deferred answer")
        await self.activity.quiet(quiet_seconds)
        return self

    def _readable(self) -> Message | None:
        acknowledged = self.acknowledgement
        if acknowledged is None:
            return None
        if acknowledged.type is Answered.DEFERRED_UPDATE and not self.edits:
            return self.followups[0] if self.followups else None
        return self.messages[0] if self.messages else None

    def _settled(self) -> bool:
        return bool(self.messages) or (self.original is not None and self.original.deleted)

    @property
    def content(self) -> str:
        """The content of the last message; "" when there is none."""
        return self.messages[-1].content if self.messages else ""

    @property
    def text(self) -> str:
        """All that the user can read, a line each."""
        return "\n".join(message.text for message in self.messages)

    @property
    def embeds(self) -> list[Json]:
        """The embeds of all messages."""
        return [embed for message in self.messages for embed in message.embeds]

    @property
    def components(self) -> list[Json]:
        """The top-level components of all messages."""
        return [component for message in self.messages for component in message.components]

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of all messages by name."""
        return {name: data for message in self.messages for name, data in message.files.items()}

    @property
    def ephemeral(self) -> bool:
        """Whether only the user who asked sees the answer."""
        return bool(self.messages) and all(message.ephemeral for message in self.messages)
