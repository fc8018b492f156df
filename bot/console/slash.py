"""Reading a slash command as people type it in a terminal."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.console.changes import CHANGES
from bot.console.correcting import CORRECTING
from bot.console.keeping import KEEPING
from bot.console.maintaining import MAINTAINING
from bot.console.rendering import Row
from bot.requests import COMMANDS
from index.errors import InputError

SOURCE = "source"
WRONG = "wrong"
EXPORT = "export"
HELP = "help"
TELLING: Mapping[str, Callable[..., Iterator[Row]]] = {
    **KEEPING,
    **MAINTAINING,
    **CORRECTING,
}
_QUOTES = {'"': '"', "'": "'", "“": "”"}


@dataclass(frozen=True, slots=True)
class CommandForm:
    """How a command is written; its first option may be given without its name."""

    name: str
    options: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """A command as typed: its full name and its options."""

    name: str
    options: Mapping[str, str] = field(default_factory=dict)


def command_forms() -> dict[str, CommandForm]:
    """All commands by name: those that answer, those that change, and the console's own."""
    works = (*COMMANDS.items(), *CHANGES.items(), *TELLING.items())
    forms = {name: _form_of(name, work) for name, work in works}
    forms[SOURCE] = CommandForm(SOURCE, ("citation",), frozenset({"citation"}))
    forms[WRONG] = CommandForm(WRONG, ("why",))
    forms[EXPORT] = CommandForm(EXPORT, ("what", "format", "output"), frozenset({"what"}))
    forms[HELP] = CommandForm(HELP, ("topic",))
    return forms


def read_command(line: str) -> TypedCommand:
    """Read `/actions list status:open owner:New Zealand` or `/attendance Kuala Lumpur`.

    An option's value runs to the next option of the command, in quotation marks or not.

    Raises:
        InputError: there is no such command, or it lacks an option that it needs.
    """
    form, rest = _command(line.lstrip("/ "))
    options = _options(form, rest)
    missing = sorted(form.required - options.keys())
    if missing:
        raise InputError(f"/{form.name} needs {' and '.join(missing)}.")
    return TypedCommand(form.name, options)


def _form_of(name: str, work: Callable[..., object]) -> CommandForm:
    """The form of what takes a generation or a session, and then its options."""
    _, *options = inspect.signature(work).parameters.values()
    return CommandForm(
        name,
        tuple(each.name for each in options),
        frozenset(each.name for each in options if each.default is each.empty),
    )


def _command(text: str) -> tuple[CommandForm, str]:
    forms = command_forms()
    words = text.split()
    for length in (2, 1):
        form = forms.get(" ".join(words[:length]).casefold())
        if form is not None:
            return form, " ".join(words[length:])
    raise InputError(_unknown(words, forms))


def _unknown(words: Sequence[str], names: Iterable[str]) -> str:
    first = words[0].casefold() if words else ""
    members = [f"/{name}" for name in names if name.startswith(f"{first} ")]
    if members:
        return f"/{first} is one of {', '.join(members)}."
    return f"There is no command /{first}; /help lists them."


def _options(form: CommandForm, text: str) -> dict[str, str]:
    names = "|".join(map(re.escape, form.options)) or "(?!)"
    found = list(re.finditer(rf"(?<!\S)({names}):", text, re.IGNORECASE))
    starts = [each.start() for each in found] + [len(text)]
    given = {
        each[1].casefold(): text[each.end() : end]
        for each, end in zip(found, starts[1:], strict=True)
    }
    leading = text[: starts[0]].strip()
    if leading:
        if not form.options:
            raise InputError(f"/{form.name} takes no options.")
        given.setdefault(form.options[0], leading)
    return {name: value for name, value in ((n, _unquoted(v)) for n, v in given.items()) if value}


def _unquoted(text: str) -> str:
    stripped = text.strip()
    if len(stripped) > 1 and _QUOTES.get(stripped[0]) == stripped[-1]:
        return stripped[1:-1].strip()
    return stripped
