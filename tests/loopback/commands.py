"""REST: the application commands that a bot registers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from tests.loopback.command_limits import command_problems
from tests.loopback.failures import Json, Rule, Violations, unknown
from tests.loopback.rest import Call, Table
from tests.loopback.world import World


class CommandKind(IntEnum):
    """Discord's command types."""

    SLASH = 1
    USER = 2
    MESSAGE = 3


@dataclass(frozen=True, slots=True)
class Sync:
    """One bulk overwrite, as Discord stored it; `guild_id` is None for global commands."""

    guild_id: int | None
    commands: tuple[Json, ...]


class Commands:
    """The registered commands by scope, and every `Sync` in order."""

    def __init__(self, world: World, violations: Violations) -> None:
        self._world = world
        self._violations = violations
        self._stored: dict[int | None, dict[tuple[int, str], Json]] = {}
        self.syncs: list[Sync] = []

    def table(self) -> Table:
        """The operations served here."""
        table: dict[tuple[str, str], Any] = {}
        for scope in ("", "/guilds/{guild_id}"):
            base = f"/applications/{{application_id}}{scope}/commands"
            table |= {
                ("GET", base): self._list,
                ("PUT", base): self._overwrite,
                ("POST", base): self._create,
                ("GET", f"{base}/{{command_id}}"): self._get,
                ("DELETE", f"{base}/{{command_id}}"): self._delete,
            }
        return table

    def find(self, name: str, kind: CommandKind, guild_id: int | None) -> Json | None:
        """The command that a user in that server sees: the server's own before a global one."""
        scopes = (guild_id, None) if guild_id is not None else (None,)
        for scope in scopes:
            command = self._stored.get(scope, {}).get((int(kind), name))
            if command is not None:
                return command
        return None

    def names(self, guild_id: int | None = None) -> list[str]:
        """The names registered in one scope, in order of registration."""
        return [name for _, name in self._stored.get(guild_id, {})]

    async def _list(self, call: Call) -> Any:
        return list(self._stored.get(self._scope(call), {}).values())

    async def _get(self, call: Call) -> Json:
        return self._found(call)

    async def _overwrite(self, call: Call) -> Any:
        scope = self._scope(call)
        problems = command_problems(call.body or [])
        self._violations.enforce(Rule.LIMIT, call.where, problems)
        self._stored[scope] = self._registered(scope, call.body or [])
        stored = list(self._stored[scope].values())
        self.syncs.append(Sync(scope, tuple(stored)))
        return stored

    async def _create(self, call: Call) -> Json:
        scope = self._scope(call)
        self._violations.enforce(Rule.LIMIT, call.where, command_problems([call.body]))
        created = self._registered(scope, [call.body])
        self._stored.setdefault(scope, {}).update(created)
        return next(iter(created.values()))

    async def _delete(self, call: Call) -> None:
        command = self._found(call)
        del self._stored[self._scope(call)][(command["type"], command["name"])]

    def _registered(
        self, scope: int | None, definitions: Iterable[Json]
    ) -> dict[tuple[int, str], Json]:
        """Store definitions; one that was there under its name and type keeps its id."""
        before = self._stored.get(scope, {})
        after = {}
        for definition in definitions:
            key = (definition.get("type") or int(CommandKind.SLASH), definition["name"])
            known = before.get(key)
            after[key] = self._stored_form(scope, definition, known["id"] if known else None)
        return after

    def _stored_form(self, scope: int | None, definition: Json, known_id: str | None) -> Json:
        permissions = definition.get("default_member_permissions")
        form: Json = {
            "type": int(CommandKind.SLASH),
            "description": "",
            "nsfw": False,
            "dm_permission": True,
            "contexts": None,
            "integration_types": [0],
            **{key: part for key, part in definition.items() if part not in (None, [])},
            "id": known_id or str(self._world.new_id()),
            "application_id": str(self._world.bot.id),
            "version": str(self._world.new_id()),
            "default_member_permissions": None if permissions is None else str(permissions),
        }
        if "options" in form:
            form["options"] = [_terse(option) for option in form["options"]]
        return form if scope is None else {**form, "guild_id": str(scope)}

    def _scope(self, call: Call) -> int | None:
        if call.id("application_id") != self._world.bot.id:
            raise unknown("Application", 10002)
        if "guild_id" not in call.parameters:
            return None
        if call.id("guild_id") not in self._world.guilds:
            raise unknown("Guild", 10004)
        return call.id("guild_id")

    def _found(self, call: Call) -> Json:
        for command in self._stored.get(self._scope(call), {}).values():
            if command["id"] == call.parameters["command_id"]:
                return command
        raise unknown("Application Command", 10063)


def _terse(option: Json) -> Json:
    """Leave out what an option does not have, as Discord's answers do."""
    own = {key: part for key, part in option.items() if part not in (None, [])}
    own = {key: part for key, part in own.items() if part is not False}
    if "options" in own:
        own["options"] = [_terse(inner) for inner in own["options"]]
    return own
