"""The INTERACTION_CREATE event, written as Discord writes it."""

from collections.abc import Mapping
from typing import Any

from tests.loopback.exchange import Exchange
from tests.loopback.failures import Json
from tests.loopback.invocation import ClientRefusalError, Resolved
from tests.loopback.limits import UPLOAD_LIMIT_BYTES
from tests.loopback.message import Component
from tests.loopback.places import ALL_PERMISSIONS, Channel, User


def interaction_event(exchange: Exchange, data: Json, bot: User) -> Json:
    """The whole event for one exchange."""
    channel = exchange.channel
    event: Json = {
        "id": str(exchange.id),
        "application_id": str(bot.id),
        "type": int(exchange.asked),
        "token": exchange.token,
        "version": 1,
        "data": data,
        "channel_id": str(channel.id),
        "channel": channel.payload(bot),
        "context": 1 if channel.guild is None else 0,
        "locale": "en-GB",
        "entitlements": [],
        "authorizing_integration_owners": owners(channel),
        "attachment_size_limit": UPLOAD_LIMIT_BYTES,
        "app_permissions": str(ALL_PERMISSIONS),
        **_asker(exchange, bot),
    }
    if exchange.source is not None:
        event["message"] = exchange.source.payload()
    return event


def owners(channel: Channel) -> Json:
    """Who installed the bot: the server; "0" in direct messages."""
    return {"0": str(channel.guild_id or 0)}


def command_data(command: Json, options: list[Json], resolved: Resolved) -> Json:
    """The `data` of a command or of its autocompletion."""
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if options:
        data["options"] = options
    if resolved.tables:
        data["resolved"] = resolved.tables
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data


def filled_in(part: Json, values: Mapping[str, str]) -> Any:
    """Answer one part of a modal as Discord's client sends it back.

    Raises:
        ClientRefusalError: a text is missing, too short or too long.
    """
    kind = part["type"]
    if kind == Component.ACTION_ROW:
        inner = [filled_in(nested_part, values) for nested_part in part["components"]]
        return {"type": kind, "id": 0, "components": inner}
    if kind == Component.LABEL:
        return {"type": kind, "id": 0, "component": filled_in(part["component"], values)}
    if kind != Component.TEXT_INPUT:
        return {"type": kind, "id": 0}
    name = part["custom_id"]
    text = values.get(name, part.get("value") or "")
    least = part.get("min_length") or (1 if part.get("required", True) else 0)
    most = part.get("max_length") or 4000
    if (text or least) and not least <= len(text) <= most:
        raise ClientRefusalError(f"{name}: {len(text)} characters, not {least} to {most}")
    return {"type": kind, "id": 0, "custom_id": name, "value": text}


def _asker(exchange: Exchange, bot: User) -> Json:
    guild, user = exchange.channel.guild, exchange.user
    if guild is None:
        return {"user": user.payload()}
    member = guild.full_member_payload(user)
    member["permissions"] = str(guild.permissions(user))
    return {
        "member": member,
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "app_permissions": str(guild.permissions(bot)),
    }
