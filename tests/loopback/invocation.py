"""What Discord's own client does with a command before the bot hears of it.

It knows the registered definitions, keeps users from sending what these rule out, and turns
users, channels, roles and files into ids with a `resolved` table.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from tests.loopback.failures import Json
from tests.loopback.message import Attachment, Upload
from tests.loopback.places import Channel, Guild, Role, User

Store = Callable[[Sequence[Upload]], list[Attachment]]


class Option(IntEnum):
    """Discord's option types."""

    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


_PYTHON_TYPES: Mapping[Option, type | tuple[type, ...]] = {
    Option.STRING: str,
    Option.INTEGER: int,
    Option.BOOLEAN: bool,
    Option.USER: User,
    Option.CHANNEL: Channel,
    Option.ROLE: Role,
    Option.MENTIONABLE: (User, Role),
    Option.NUMBER: (int, float),
    Option.ATTACHMENT: Upload,
}


class ClientRefusalError(Exception):
    """Discord's client would not let a user send this; the bot never hears of it."""


@dataclass(slots=True)
class Resolved:
    """The objects that options name, as the interaction carries them."""

    bot: User
    guild: Guild | None
    store: Store
    tables: dict[str, Json] = field(default_factory=dict)

    def value(self, value: object) -> Any:
        """The option value on the wire; an object leaves its id and enters the tables."""
        if isinstance(value, User):
            self._enter("users", value.id, value.payload())
            if self.guild is not None and value.id in self.guild.members:
                member = self.guild.member_payload(value)
                member["permissions"] = str(self.guild.permissions(value))
                self._enter("members", value.id, member)
        elif isinstance(value, Channel):
            self._enter("channels", value.id, {**value.payload(self.bot), "permissions": "0"})
        elif isinstance(value, Role):
            self._enter("roles", value.id, value.payload(1))
        elif isinstance(value, Upload):
            attachment = self.store([value])[0]
            self._enter("attachments", attachment.id, attachment.payload())
            return str(attachment.id)
        else:
            return value
        return str(value.id)

    def _enter(self, table: str, number: int, payload: Json) -> None:
        self.tables.setdefault(table, {})[str(number)] = payload


def subcommand(command: Json, path: Sequence[str]) -> list[Json]:
    """Find the option definitions of `path` (its sub-commands) below a command.

    Raises:
        ClientRefusalError: there is no such sub-command, or the path stops too early.
    """
    options: list[Json] = command.get("options") or []
    for name in path:
        inner = [o for o in options if o["name"] == name and o["type"] <= Option.GROUP]
        if not inner:
            raise ClientRefusalError(f"/{command['name']} has no sub-command {name!r}")
        options = inner[0].get("options") or []
    if any(option["type"] <= Option.GROUP for option in options):
        raise ClientRefusalError(f"/{' '.join([command['name'], *path])} needs a sub-command")
    return options


def option_payloads(
    definitions: Sequence[Json], values: Mapping[str, object], resolved: Resolved
) -> list[Json]:
    """Write the options that a user filled in.

    Raises:
        ClientRefusalError: one is unknown, missing, of the wrong type or out of range.
    """
    known = {definition["name"]: definition for definition in definitions}
    strangers = values.keys() - known.keys()
    if strangers:
        raise ClientRefusalError(f"no option is called {', '.join(sorted(strangers))}")
    missing = [n for n, d in known.items() if d.get("required") and n not in values]
    if missing:
        raise ClientRefusalError(f"required and missing: {', '.join(missing)}")
    for name, value in values.items():
        check_value(known[name], value)
    return [
        {"name": name, "type": known[name]["type"], "value": resolved.value(value)}
        for name, value in values.items()
    ]


def check_value(definition: Json, value: object) -> None:
    """Refuse a value that the definition rules out.

    Raises:
        ClientRefusalError: it does.
    """
    name, kind = definition["name"], Option(definition["type"])
    is_flag = isinstance(value, bool) and kind is not Option.BOOLEAN
    if not isinstance(value, _PYTHON_TYPES[kind]) or is_flag:
        raise ClientRefusalError(f"{name} takes a {kind.name.lower()}, not {value!r}")
    offered = [choice["value"] for choice in definition.get("choices") or []]
    if offered and value not in offered:
        raise ClientRefusalError(f"{name} is one of {offered}, not {value!r}")
    if isinstance(value, str):
        _check_range(name, len(value.strip()), definition, "length", 1)
    elif isinstance(value, int | float):
        _check_range(name, value, definition, "value", None)


def _check_range(name: str, size: float, definition: Json, what: str, default: int | None) -> None:
    least = definition.get(f"min_{what}")
    least = default if least is None else least
    most = definition.get(f"max_{what}")
    if what == "length":
        most = 6000 if most is None else most
    if (least is not None and size < least) or (most is not None and size > most):
        raise ClientRefusalError(f"{name}: {what} {size:g} is not within {least} and {most}")


def nested(path: Sequence[str], options: list[Json]) -> list[Json]:
    """Wrap options into the sub-command (and group) that they belong to."""
    for depth, name in reversed(list(enumerate(path))):
        is_group = len(path) == 2 and depth == 0
        kind = Option.GROUP if is_group else Option.SUBCOMMAND
        options = [{"name": name, "type": int(kind), "options": options}]
    return options
