"""What people do: commands, menus, buttons, selects, modals and messages."""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from tests.loopback.activity import PATIENCE_SECONDS, Activity
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
from tests.loopback.posting import Posting
from tests.loopback.talk import Talk
from tests.loopback.world import ALL_PERMISSIONS, Channel, Permission, User, World

_SELECTS = (3, 5, 6, 7, 8)
_UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024


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
        data = _command_data(command, nested(names, payloads), resolved)
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
        await self._send(exchange, _command_data(command, nested(names, payloads), resolved))
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
        data = {**_command_data(command, [], resolved), "target_id": str(target.id)}
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
        parts = [_filled(part, values) for part in opened.modal["components"]]
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
            "authorizing_integration_owners": _owners(channel),
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
        exchange = await self._exchange(Asked.COMPONENT, user, message.channel)
        exchange.source = message
        data = {"id": part.get("id", 0), "custom_id": part["custom_id"], **data}
        return await self._send(exchange, data)

    async def _send(self, exchange: Exchange, data: Json) -> Exchange:
        self.interactions.add(exchange)
        exchange.sent_at = asyncio.get_running_loop().time()
        payload = self._payload(exchange, data)
        await self.gateway.dispatch("INTERACTION_CREATE", payload, exchange.channel.guild_id)
        return exchange

    def _payload(self, exchange: Exchange, data: Json) -> Json:
        channel = exchange.channel
        payload: Json = {
            "id": str(exchange.id),
            "application_id": str(self.world.bot.id),
            "type": int(exchange.asked),
            "token": exchange.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": channel.payload(self.world.bot),
            "context": 1 if channel.guild is None else 0,
            "locale": "en-GB",
            "entitlements": [],
            "authorizing_integration_owners": _owners(channel),
            "attachment_size_limit": _UPLOAD_LIMIT_BYTES,
            "app_permissions": str(ALL_PERMISSIONS),
            **self._asker(exchange),
        }
        if exchange.source is not None:
            payload["message"] = exchange.source.payload()
        return payload

    def _asker(self, exchange: Exchange) -> Json:
        guild, user = exchange.channel.guild, exchange.user
        if guild is None:
            return {"user": user.payload()}
        member = guild.full_member_payload(user)
        member["permissions"] = str(guild.permissions(user))
        place = {"id": str(guild.id), "locale": "en-US", "features": []}
        return {
            "member": member,
            "guild_id": str(guild.id),
            "guild": place,
            "guild_locale": "en-US",
            "app_permissions": str(guild.permissions(self.world.bot)),
        }


def _owners(channel: Channel) -> Json:
    return {"0": str(channel.guild_id or 0)}


def _command_data(command: Json, options: list[Json], resolved: Resolved) -> Json:
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if options:
        data["options"] = options
    if resolved.tables:
        data["resolved"] = resolved.tables
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data


def _filled(part: Json, values: Mapping[str, str]) -> Any:
    """Answer one part of a modal as Discord's client sends it back."""
    kind = part["type"]
    if kind == Component.ACTION_ROW:
        inner = [_filled(nested_part, values) for nested_part in part["components"]]
        return {"type": kind, "id": 0, "components": inner}
    if kind == Component.LABEL:
        return {"type": kind, "id": 0, "component": _filled(part["component"], values)}
    if kind != Component.TEXT_INPUT:
        return {"type": kind, "id": 0}
    name = part["custom_id"]
    text = values.get(name, part.get("value") or "")
    least = part.get("min_length") or (1 if part.get("required", True) else 0)
    if text or least:
        most = part.get("max_length") or 4000
        if not least <= len(text) <= most:
            raise ClientRefusalError(f"{name}: {len(text)} characters, not {least} to {most}")
    return {"type": kind, "id": 0, "custom_id": name, "value": text}
