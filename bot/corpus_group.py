"""The group of commands for maintainers, `/corpus`, which several cogs share."""

from typing import Any

from discord import app_commands

_NAME = "corpus"


def corpus_group(tree: app_commands.CommandTree[Any]) -> app_commands.Group:
    """The group in this tree; made by the first that asks."""
    found = tree.get_command(_NAME)
    if isinstance(found, app_commands.Group):
        return found
    group = app_commands.Group(name=_NAME, description="The corpus; for maintainers.")
    tree.add_command(group)
    return group
