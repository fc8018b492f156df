"""Creating, editing and deleting messages, whichever request asks for it."""

from collections.abc import Sequence
from itertools import chain
from urllib.parse import quote

from tests.loopback.failures import Json, Rule, Violations
from tests.loopback.gateway import Gateway
from tests.loopback.limits import message_problems, upload_problems
from tests.loopback.message import Attachment, Message, MessageFlag, Upload
from tests.loopback.places import Channel
from tests.loopback.rest import Call
from tests.loopback.sessions import Intent, Session
from tests.loopback.world import World


class Posting:
    """Keeps every message; checks what a bot posts and tells the gateway about it."""

    def __init__(self, world: World, gateway: Gateway, violations: Violations) -> None:
        self._world = world
        self._gateway = gateway
        self._violations = violations
        self._attachments: dict[int, Attachment] = {}
        self.origin = ""
        self.messages: dict[int, Message] = {}

    def blank(self, channel: Channel, body: Json, interaction: Json | None = None) -> Message:
        """A message of the bot's, still without content; `body` may ask for an ephemeral one."""
        flags = MessageFlag(body.get("flags") or 0) & MessageFlag.EPHEMERAL
        bot, number = self._world.bot, self._world.new_id()
        return Message(number, channel, bot, flags=flags, interaction=interaction)

    async def create(self, message: Message, body: Json, call: Call) -> Message:
        """Fill a new message from a bot's request and show it."""
        self._check(body, call)
        self._check_mentions(body, call)
        message.apply(body, self.store(call.uploads))
        await self.announce(message)
        return message

    async def edit(self, message: Message, body: Json, call: Call) -> None:
        """Edit a message by a bot's request."""
        self._check(body, call)
        if body.get("content"):
            self._check_mentions(body, call)
        message.revise(body, self.store(call.uploads))
        await self._tell("MESSAGE_UPDATE", message)

    async def announce(self, message: Message) -> None:
        """Keep a finished message and tell the gateway."""
        self.messages[message.id] = message
        message.channel.last_message_id = message.id
        await self._tell("MESSAGE_CREATE", message)

    async def delete(self, message: Message) -> None:
        """Take a message back."""
        message.deleted = True
        if message.ephemeral:
            return
        gone = {"id": str(message.id), "channel_id": str(message.channel.id)}
        guild_id = message.channel.guild_id
        if guild_id is not None:
            gone["guild_id"] = str(guild_id)
        await self._gateway.dispatch("MESSAGE_DELETE", gone, guild_id, _intent(message))

    def store(self, uploads: Sequence[Upload]) -> list[Attachment]:
        """Keep files so that their address serves them."""
        kept = []
        for upload in uploads:
            number = self._world.new_id()
            url = f"{self.origin}/attachments/{number}/{quote(upload.filename, safe='')}"
            kept.append(Attachment(number, upload, url))
        self._attachments |= {attachment.id: attachment for attachment in kept}
        return kept

    def attachment(self, number: int) -> Attachment | None:
        """A stored file."""
        return self._attachments.get(number)

    def _check(self, body: Json, call: Call) -> None:
        problems = chain(message_problems(body), upload_problems(call.uploads))
        self._violations.enforce(Rule.LIMIT, call.where, problems)

    def _check_mentions(self, body: Json, call: Call) -> None:
        if not _pings_nobody(body.get("allowed_mentions")):
            text = f"allowed_mentions is {body.get('allowed_mentions')!r}, not none"
            self._violations.note(Rule.PING, call.where, text)

    async def _tell(self, event: str, message: Message) -> None:
        if message.ephemeral:
            return

        def body(session: Session) -> Json:
            return message.event(reveal=self._revealed(message, session))

        await self._gateway.dispatch(event, body, message.channel.guild_id, _intent(message))

    def _revealed(self, message: Message, session: Session) -> bool:
        """Whether that bot may read the content: the content intent's exceptions."""
        bot = self._world.bot
        exempt = message.author == bot or bot in message.mentions or message.channel.guild is None
        return exempt or Intent.MESSAGE_CONTENT in session.intents


def _intent(message: Message) -> Intent:
    return Intent.GUILD_MESSAGES if message.channel.guild else Intent.DIRECT_MESSAGES


def _pings_nobody(allowed: Json | None) -> bool:
    if allowed is None or allowed.get("parse") is None:
        return False
    return not any(allowed.get(key) for key in ("parse", "users", "roles", "replied_user"))
