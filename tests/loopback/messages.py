"""REST: messages, threads, reactions and the typing indicator in channels."""

from typing import Any

from tests.loopback.failures import Json, RefusalError, unknown
from tests.loopback.gateway import Gateway
from tests.loopback.message import Message
from tests.loopback.places import Channel, ChannelKind
from tests.loopback.posting import Posting
from tests.loopback.rest import Call, Table
from tests.loopback.sessions import Intent
from tests.loopback.world import World


class Messages:
    """What a bot does in channels without an interaction; `typing` holds where it typed."""

    def __init__(self, world: World, gateway: Gateway, posting: Posting) -> None:
        self._world = world
        self._gateway = gateway
        self._posting = posting
        self.typing: list[Channel] = []

    def table(self) -> Table:
        """The operations served here."""
        messages = "/channels/{channel_id}/messages"
        reactions = f"{messages}/{{message_id}}/reactions/{{emoji_name}}"
        return {
            ("GET", messages): self._list,
            ("POST", messages): self._create,
            ("GET", f"{messages}/{{message_id}}"): self._get,
            ("PATCH", f"{messages}/{{message_id}}"): self._edit,
            ("DELETE", f"{messages}/{{message_id}}"): self._delete,
            ("PUT", f"{reactions}/@me"): self._react,
            ("DELETE", f"{reactions}/@me"): self._take_back_reaction,
            ("POST", "/channels/{channel_id}/typing"): self._type,
            ("POST", f"{messages}/{{message_id}}/threads"): self._open_thread_from_message,
            ("POST", "/channels/{channel_id}/threads"): self._open_thread,
            ("PUT", "/channels/{channel_id}/thread-members/@me"): self._join_thread,
            ("PATCH", "/channels/{channel_id}"): self._change_channel,
        }

    async def _list(self, call: Call) -> Any:
        channel = self._channel(call)
        before = int(call.query.get("before", 2**63))
        after = int(call.query.get("after", 0))
        found = [
            message
            for message in self._posting.messages.values()
            if message.channel is channel and _public(message) and after < message.id < before
        ]
        limit = int(call.query.get("limit", 50))
        newest = sorted(found, key=lambda message: message.id, reverse=True)
        return [message.payload() for message in newest[:limit]]

    async def _create(self, call: Call) -> Json:
        message = self._posting.blank(self._channel(call), {})
        reference = call.body.get("message_reference")
        if reference is not None:
            message.reply_to = self._posting.messages.get(int(reference["message_id"]))
            if message.reply_to is None and reference.get("fail_if_not_exists", True):
                raise unknown("Message", 10008)
        return (await self._posting.create(message, call.body, call)).payload()

    async def _get(self, call: Call) -> Json:
        return self._message(call).payload()

    async def _edit(self, call: Call) -> Json:
        message = self._message(call)
        if message.author != self._world.bot:
            raise RefusalError(403, 50005, "Cannot edit a message authored by another user")
        await self._posting.edit(message, call.body, call)
        return message.payload()

    async def _delete(self, call: Call) -> None:
        await self._posting.delete(self._message(call))

    async def _react(self, call: Call) -> None:
        reaction = (call.parameters["emoji_name"], self._world.bot)
        reactions = self._message(call).reactions
        if reaction not in reactions:
            reactions.append(reaction)

    async def _take_back_reaction(self, call: Call) -> None:
        reaction = (call.parameters["emoji_name"], self._world.bot)
        reactions = self._message(call).reactions
        if reaction not in reactions:
            raise unknown("Emoji", 10014)
        reactions.remove(reaction)

    async def _type(self, call: Call) -> None:
        self.typing.append(self._channel(call))

    async def _open_thread_from_message(self, call: Call) -> Json:
        message = self._message(call)
        if message.thread is not None:
            text = "A thread has already been created for this message"
            raise RefusalError(400, 160004, text)
        kind = ChannelKind.PUBLIC_THREAD
        thread = self._world.add_thread(
            message.channel, call.body["name"], self._world.bot, thread_id=message.id, kind=kind
        )
        message.thread = thread
        return await self._announce_thread(call, thread)

    async def _open_thread(self, call: Call) -> Json:
        kind = ChannelKind(call.body.get("type", ChannelKind.PRIVATE_THREAD))
        parent = self._channel(call)
        thread = self._world.add_thread(parent, call.body["name"], self._world.bot, kind=kind)
        return await self._announce_thread(call, thread)

    async def _announce_thread(self, call: Call, thread: Channel) -> Json:
        call.status = 201
        payload = thread.payload(self._world.bot)
        event = {**payload, "newly_created": True}
        await self._gateway.dispatch("THREAD_CREATE", event, thread.guild_id, Intent.GUILDS)
        return payload

    async def _join_thread(self, call: Call) -> None:
        self._channel(call)

    async def _change_channel(self, call: Call) -> Json:
        channel = self._channel(call)
        channel.name = call.body.get("name") or channel.name
        channel.archived = call.body.get("archived", channel.archived)
        return channel.payload(self._world.bot)

    def _channel(self, call: Call) -> Channel:
        channel = self._world.channels.get(call.id("channel_id"))
        if channel is None:
            raise unknown("Channel", 10003)
        return channel

    def _message(self, call: Call) -> Message:
        channel = self._channel(call)
        message = self._posting.messages.get(call.id("message_id"))
        if message is None or message.channel is not channel or not _public(message):
            raise unknown("Message", 10008)
        return message


def _public(message: Message) -> bool:
    return not message.deleted and not message.ephemeral
