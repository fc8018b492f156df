"""What Discord demands of command definitions.

Source: Discord's developer documentation, "Application Commands".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.loopback.failures import Json, Problem

_NAME = re.compile(r"[-_'\w]{1,32}")
_SLASH, _SUBCOMMAND, _GROUP = 1, 1, 2
_COMMANDS_OF_KIND = {1: 100, 2: 15, 3: 15}
_CHARACTERS_IN_ALL = 8000
_OPTIONS = _CHOICES = 25
_TEXT = 100

Path = tuple[str | int, ...]


def command_problems(commands: Sequence[Json]) -> Iterator[Problem]:
    """Yield what Discord would refuse about the definitions of one scope."""
    kinds = Counter(command.get("type") or _SLASH for command in commands)
    for kind, count in kinds.items():
        if count > _COMMANDS_OF_KIND.get(kind, 0):
            yield Problem((), "MAX_COMMANDS", f"{count} commands of type {kind}")
    names = [(command.get("type") or _SLASH, command["name"]) for command in commands]
    yield from _repeated((), names)
    for index, command in enumerate(commands):
        yield from _definition(command, (index,))


def _definition(command: Json, path: Path) -> Iterator[Problem]:
    if (command.get("type") or _SLASH) != _SLASH:
        if not 1 <= len(command["name"]) <= 32:
            yield Problem((*path, "name"), "BASE_TYPE_BAD_LENGTH", "must be 1 to 32 long")
        if command.get("description") or command.get("options"):
            yield Problem(path, "CONTEXT_MENU", "a menu has no description and no options")
        return
    yield from _named(command, path)
    yield from _options(command.get("options") or [], path, depth=0)
    size = _characters(command)
    if size > _CHARACTERS_IN_ALL:
        yield Problem(path, "COMMAND_TOO_LARGE", f"{size} characters, {_CHARACTERS_IN_ALL} allowed")


def _named(entry: Json, path: Path) -> Iterator[Problem]:
    name = entry["name"]
    if not _NAME.fullmatch(name) or name != name.lower():
        yield Problem((*path, "name"), "STRING_TYPE_REGEX", f"{name!r} is no command name")
    if not 1 <= len(entry.get("description") or "") <= _TEXT:
        yield Problem((*path, "description"), "BASE_TYPE_BAD_LENGTH", "must be 1 to 100 long")


def _options(options: Sequence[Json], path: Path, depth: int) -> Iterator[Problem]:
    path = (*path, "options")
    if len(options) > _OPTIONS:
        yield Problem(path, "BASE_TYPE_MAX_LENGTH", f"{len(options)} options, 25 allowed")
    yield from _repeated(path, [option["name"] for option in options])
    yield from _order(options, path)
    nesting = [option["type"] in (_SUBCOMMAND, _GROUP) for option in options]
    if any(nesting) and not all(nesting):
        yield Problem(path, "MIXED_OPTIONS", "sub-commands and options do not mix")
    for index, option in enumerate(options):
        yield from _option(option, (*path, index), depth)


def _order(options: Sequence[Json], path: Path) -> Iterator[Problem]:
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield Problem(path, "OPTION_ORDER", "required options come before optional ones")


def _option(option: Json, path: Path, depth: int) -> Iterator[Problem]:
    yield from _named(option, path)
    if option["type"] in (_SUBCOMMAND, _GROUP):
        if depth + (option["type"] == _GROUP) > 1:
            yield Problem(path, "NESTING", "groups hold sub-commands and nothing deeper")
        if option["type"] == _GROUP and not option.get("options"):
            yield Problem(path, "EMPTY_GROUP", "a group needs a sub-command")
        yield from _options(option.get("options") or [], path, depth + 1)
        return
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        yield Problem(path, "CHOICES_AND_AUTOCOMPLETE", "has choices and autocomplete")
    yield from _repeated((*path, "choices"), [choice["name"] for choice in choices])
    yield from choice_problems(choices, (*path, "choices"))


def choice_problems(choices: Sequence[Json], path: Path) -> Iterator[Problem]:
    """Yield what Discord would refuse about choices, of an option or of autocomplete."""
    if len(choices) > _CHOICES:
        yield Problem(path, "BASE_TYPE_MAX_LENGTH", f"{len(choices)} choices, 25 allowed")
    for index, choice in enumerate(choices):
        if not 1 <= len(choice["name"]) <= _TEXT:
            yield Problem((*path, index, "name"), "BASE_TYPE_BAD_LENGTH", "must be 1 to 100 long")
        if isinstance(choice["value"], str) and not 1 <= len(choice["value"]) <= _TEXT:
            yield Problem((*path, index, "value"), "BASE_TYPE_BAD_LENGTH", "must be 1 to 100 long")


def _repeated(path: Path, names: Sequence[object]) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Problem(path, "NOT_UNIQUE", f"{name!r} stands {count} times")


def _characters(entry: Json) -> int:
    """Count as Discord does: names, descriptions and choice values, nested ones too."""
    own = len(entry["name"]) + len(entry.get("description") or "")
    choices = entry.get("choices") or []
    own += sum(len(choice["name"]) + len(str(choice["value"])) for choice in choices)
    return own + sum(_characters(option) for option in entry.get("options") or [])
