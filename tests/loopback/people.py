"""What people do: commands, menus, buttons, selects, modals and messages."""

import asyncio
import secrets
from collections.abc import Mapping, Sequence

from tests.loopback.activity import PATIENCE_SECONDS, Activity
from tests.loopback.asking import command_data, filled_in, interaction_event, owners
from tests.loopback.commands import CommandKind, Commands
from tests.loopback.exchange import Asked, Choice, Exchange
from tests.loopback.failures import Json
from tests.loopback.gateway import Gateway
from tests.loopback.interactions import Interactions
from tests.loopback.invocation import (
    ClientRefusalError,
    Resolved,
    nested,
    option_payloads,
    subcommand,
)
from tests.loopback.message import Component, Message, Upload, components_in
from tests.loopback.places import Channel, Permission, User
from tests.loopback.posting import Posting
from tests.loopback.sessions import Intent
from tests.loopback.talk import Talk
from tests.loopback.world import World

_SELECTS = (3, 5, 6, 7, 8)


class People:
    """The users of one loopback. Without `user` or `channel`, the defaults act there."""

    world: World
    activity: Activity
    gateway: Gateway
    commands: Commands
    interactions: Interactions
    posting: Posting
    user: User
    channel: Channel

    async def connected(self, timeout_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until a bot has identified itself."""
        await self.activity.until(lambda: self.gateway.sessions, "a bot", timeout_seconds)

    async def slash(
        self,
        path: str,
        options: Mapping[str, object] | None = None,
        *,
        user: User | None = None,
        channel: Channel | None = None,
    ) -> Exchange:
        """Run a slash command, such as `slash("actions list", {"status": "open"})`.

        Raises:
            ClientRefusalError: Discord's client would not send it.
        """
        exchange = await self._exchange(Asked.COMMAND, user, channel)
        command, names = self._command(path, exchange)
        resolved = Resolved(self.world.bot, exchange.channel.guild, self.posting.store)
        payloads = option_payloads(subcommand(command, names), options or {}, resolved)
        data = command_data(command, nested(names, payloads), resolved)
        return await self._send(exchange, data)

    async def autocomplete(
        self,
        path: str,
        option: str,
        typed: str,
        others: Mapping[str, object] | None = None,
        *,
        user: User | None = None,
        channel: Channel | None = None,
    ) -> tuple[Choice, ...]:
        """Type into an option and read what the bot suggests.

        Raises:
            ClientRefusalError: the option does not autocomplete.
        """
        exchange = await self._exchange(Asked.AUTOCOMPLETE, user, channel)
        command, names = self._command(path, exchange)
        definitions = subcommand(command, names)
        focused = next((d for d in definitions if d["name"] == option), None)
        if focused is None or not focused.get("autocomplete"):
            raise ClientRefusalError(f"{option} does not autocomplete")
        resolved = Resolved(self.world.bot, exchange.channel.guild, self.posting.store)
        optional = [{**definition, "required": False} for definition in definitions]
        payloads = option_payloads(optional, others or {}, resolved)
        payloads.append({"name": option, "type": focused["type"], "value": typed, "focused": True})
        await self._send(exchange, command_data(command, nested(names, payloads), resolved))
        await exchange.acknowledged()
        return exchange.choices

    async def menu(
        self, name: str, target: Message | User, *, user: User | None = None
    ) -> Exchange:
        """Open the menu of a message (or user) and choose a command.

        Raises:
            ClientRefusalError: there is no such command.
        """
        is_message = isinstance(target, Message)
        channel = target.channel if isinstance(target, Message) else None
        exchange = await self._exchange(Asked.COMMAND, user, channel)
        kind = CommandKind.MESSAGE if is_message else CommandKind.USER
        command = self._allowed(self._found(name, kind, exchange), exchange)
        resolved = Resolved(self.world.bot, exchange.channel.guild, self.posting.store)
        if isinstance(target, Message):
            resolved.tables["messages"] = {str(target.id): target.payload()}
        else:
            resolved.value(target)
        data = {**command_data(command, [], resolved), "target_id": str(target.id)}
        return await self._send(exchange, data)

    async def press(self, message: Message, button: str, *, user: User | None = None) -> Exchange:
        """Press the button with that label or custom id.

        Raises:
            ClientRefusalError: there is none, or it is disabled.
        """
        part = self._control(message, button, (Component.BUTTON,))
        return await self._use(message, part, {"component_type": int(Component.BUTTON)}, user)

    async def select(
        self,
        message: Message,
        values: Sequence[str],
        menu: str | None = None,
        *,
        user: User | None = None,
    ) -> Exchange:
        """Choose values or labels in a select; `menu` is its custom id or placeholder.

        Raises:
            ClientRefusalError: there is no such select, or one of the values is not offered.
        """
        part = self._control(message, menu, _SELECTS)
        known = {o["label"]: o["value"] for o in part.get("options") or []}
        chosen = [known.get(value, value) for value in values]
        if known and not set(chosen) <= set(known.values()):
            raise ClientRefusalError(f"{values} are not all among {list(known)}")
        data = {"component_type": part["type"], "values": chosen}
        return await self._use(message, part, data, user)

    async def submit_modal(
        self, opened: Exchange, values: Mapping[str, str], *, user: User | None = None
    ) -> Exchange:
        """Fill in the modal that an exchange opened, by custom id, and send it.

        Raises:
            ClientRefusalError: no modal is open, or a text is missing or of a wrong length.
        """
        if opened.modal is None:
            raise ClientRefusalError("no modal is open")
        exchange = await self._exchange(Asked.MODAL, user or opened.user, opened.channel)
        exchange.source = opened.source
        exchange.metadata["triggering_interaction_metadata"] = opened.metadata
        parts = [filled_in(part, values) for part in opened.modal["components"]]
        data = {"custom_id": opened.modal["custom_id"], "components": parts}
        return await self._send(exchange, data)

    async def say(
        self,
        text: str,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        reply_to: Message | None = None,
        ping_reply: bool = True,
        files: Sequence[Upload] = (),
    ) -> Talk:
        """Post a message; a reply pings the author of what it answers unless told otherwise."""
        await self.connected()
        channel = channel or (reply_to.channel if reply_to is not None else self.channel)
        author = user or self.user
        mentions = [known for known in self.world.users.values() if known.mention in text]
        if reply_to is not None and ping_reply and reply_to.author not in mentions:
            mentions.append(reply_to.author)
        message = Message(
            self.world.new_id(),
            channel,
            author,
            text,
            attachments=self.posting.store(files),
            mentions=tuple(mentions),
            reply_to=reply_to,
        )
        await self.posting.announce(message)
        return Talk(message, self.posting, self.activity)

    async def mention(
        self, text: str, *, user: User | None = None, channel: Channel | None = None
    ) -> Talk:
        """Post a message that starts by naming the bot."""
        return await self.say(f"{self.world.bot.mention} {text}", user=user, channel=channel)

    async def open_thread(
        self, name: str, *, user: User | None = None, parent: Channel | None = None
    ) -> Channel:
        """Open a thread as a person does."""
        await self.connected()
        thread = self.world.add_thread(parent or self.channel, name, user or self.user)
        event = {**thread.payload(self.world.bot), "newly_created": True}
        await self.gateway.dispatch("THREAD_CREATE", event, thread.guild_id, Intent.GUILDS)
        return thread

    async def _exchange(self, asked: Asked, user: User | None, channel: Channel | None) -> Exchange:
        await self.connected()
        user = user or self.user
        channel = channel or self.channel
        if channel.guild is not None and user.id not in channel.guild.members:
            raise ClientRefusalError(f"{user.name} is no member of {channel.guild.name}")
        number = self.world.new_id()
        metadata: Json = {
            "id": str(number),
            "type": int(asked),
            "user": user.payload(),
            "authorizing_integration_owners": owners(channel),
        }
        now = asyncio.get_running_loop().time()
        token = secrets.token_urlsafe(32)
        return Exchange(number, token, asked, user, channel, now, self.activity, metadata)

    def _command(self, path: str, exchange: Exchange) -> tuple[Json, list[str]]:
        name, *rest = path.split()
        command = self._found(name, CommandKind.SLASH, exchange)
        return self._allowed(command, exchange), rest

    def _found(self, name: str, kind: CommandKind, exchange: Exchange) -> Json:
        command = self.commands.find(name, kind, exchange.channel.guild_id)
        if command is None:
            known = self.commands.names(exchange.channel.guild_id) + self.commands.names()
            raise ClientRefusalError(f"no command is called {name!r}; there are {known}")
        return command

    @staticmethod
    def _allowed(command: Json, exchange: Exchange) -> Json:
        guild = exchange.channel.guild
        contexts = command.get("contexts")
        here = 1 if guild is None else 0
        offered = contexts or ([0, 1] if command["dm_permission"] else [0])
        if here not in offered:
            raise ClientRefusalError(f"/{command['name']} is not offered here")
        needed = command.get("default_member_permissions")
        if guild is not None and needed is not None:
            held = guild.permissions(exchange.user)
            if not held & Permission.ADMINISTRATOR and int(needed) & ~held:
                raise ClientRefusalError(f"{exchange.user.name} may not use /{command['name']}")
        return command

    @staticmethod
    def _control(message: Message, wanted: str | None, kinds: Sequence[int]) -> Json:
        for part in components_in(message.components):
            names = (part.get("custom_id"), part.get("label"), part.get("placeholder"))
            if part["type"] in kinds and part.get("custom_id") and wanted in (None, *names):
                if part.get("disabled"):
                    raise ClientRefusalError(f"{wanted!r} is disabled")
                return part
        offered = [(p.get("label"), p.get("custom_id")) for p in message.controls]
        raise ClientRefusalError(f"{wanted!r} is not among {offered}")

    async def _use(self, message: Message, part: Json, data: Json, user: User | None) -> Exchange:
        if message.deleted:
            raise ClientRefusalError("the message is gone")
        if message.ephemeral and message.interaction is not None:
            reader = self.world.users[int(message.interaction["user"]["id"])]
            if user not in (None, reader):
                raise ClientRefusalError(f"only {reader.name} sees this message")
            user = reader
        exchange = await self._exchange(Asked.COMPONENT, user, message.channel)
        exchange.source = message
        exchange.metadata["interacted_message_id"] = str(message.id)
        data = {"id": part.get("id", 0), "custom_id": part["custom_id"], **data}
        return await self._send(exchange, data)

    async def _send(self, exchange: Exchange, data: Json) -> Exchange:
        self.interactions.add(exchange)
        exchange.sent_at = asyncio.get_running_loop().time()
        payload = interaction_event(exchange, data, self.world.bot)
        await self.gateway.dispatch("INTERACTION_CREATE", payload, exchange.channel.guild_id)
        return exchange
