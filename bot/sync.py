"""Telling Discord which commands there are, only when it knows others."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from discord import app_commands

_log = logging.getLogger(__name__)

# What makes a command the command it is; Discord adds ids and versions of its own.
_DEFINING = frozenset(
    """name description type options choices value required autocomplete min_length max_length
    min_value max_value channel_types nsfw default_member_permissions contexts integration_types
    name_localizations description_localizations""".split()
)


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> bool:
    """Register the tree's global commands if Discord holds any others; tell whether it did.

    Discord itself is asked, not a note of what was sent last: that note would be wrong after
    a change of the application, or after somebody else's change of its commands.
    """
    application = tree.client.application_id
    if application is None:
        raise app_commands.MissingApplicationID
    registered = await tree.client.http.get_global_commands(application)
    wanted = [command.to_dict(tree) for command in tree.get_commands()]
    if definition(registered) == definition(wanted):
        return False
    await tree.sync()
    _log.info("Registered %s commands", len(wanted))
    return True


def definition(commands: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str], Any]:
    """Commands by type and name, without what Discord adds and without defaults."""
    return {(each.get("type", 1), each["name"]): _essence(each) for each in commands}


def _essence(part: Any) -> Any:
    if isinstance(part, Mapping):
        kept = {key: _essence(value) for key, value in part.items() if key in _DEFINING}
        return {key: value for key, value in kept.items() if value or key == "value"}
    if isinstance(part, list | tuple):
        return [_essence(each) for each in part]
    return str(part) if isinstance(part, int) and not isinstance(part, bool) else part
