"""What was asked, in the one written form that messages and consoles show and read back."""

import inspect
import re
import shlex
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.rendering.markdown import unescape
from index import replies
from index.answers import Answer
from index.assistant import answer
from index.errors import InputError
from index.generation import Generation
from index.item_life.selecting import ActionOptions
from index.standing_in import noted

SMALL_PRINT = "-# "  # under which a message shows the request that it answers
_PLAIN = re.compile(r"[\w.#-]+")
_OPTION = re.compile(r"(?P<name>[a-z_]+):(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its options, none of them empty: `/actions list status:open`.

    A free question is the command "ask" and is written as it was asked.
    """

    command: str
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, command: str, **options: str | int | None) -> "Request":
        """Build one from a command's options; None stands for an option left out."""
        given = ((name, _one_line(str(v))) for name, v in options.items() if v is not None)
        return cls(command, tuple((name, value) for name, value in given if value))

    @classmethod
    def parse(cls, text: str, commands: Collection[str] = ()) -> "Request":
        """Read the form that `str` writes, of one of `commands` or of one that answers.

        Raises:
            InputError: it begins with "/" and is no known command with `name:value` options.
        """
        if not text.startswith("/"):
            return cls.of("ask", question=text)
        try:
            words = shlex.split(text[1:])
        except ValueError as error:
            raise InputError("A quotation mark is not closed.") from error
        for length in (2, 1):
            command = " ".join(words[:length])
            if command in COMMANDS or command in commands:
                return cls(command, tuple(_option(word) for word in words[length:]))
        raise InputError(f"There is no command “{text.split()[0]}”.")

    def __str__(self) -> str:
        names = [name for name, _ in self.options]
        if self.command == "ask" and names == ["question"]:
            question = self.options[0][1]
            if not question.startswith("/"):
                return question
        return " ".join([f"/{self.command}", *(f"{n}:{_quoted(v)}" for n, v in self.options)])

    def answer(self, generation: Generation) -> Answer:
        """Carry it out; CPU only, so call it off the event loop.

        Raises:
            InputError: an option is missing, unknown or unusable.
            RapporteurError: what the command itself refuses.
        """
        reply = COMMANDS[self.command]
        options = dict(self.options)
        try:
            inspect.signature(reply).bind(generation, **options)
        except TypeError as error:
            raise InputError(f"Those options do not fit /{self.command}.") from error
        return noted(lambda: reply(generation, **options))


def _ask(generation: Generation, question: str, meeting: str | None = None) -> Answer:
    return answer(generation, question, meeting, today=datetime.now(UTC).date())


def _meetings(
    generation: Generation,
    body: str | None = None,
    year: str | None = None,
    place: str | None = None,
) -> Answer:
    if year is not None and not year.isdecimal():
        raise InputError(f"“{year}” is no year; write one like 2013.")
    number = int(year) if year else None
    return replies.meetings_reply(generation, body=body, year=number, place=place)


def _actions(
    generation: Generation,
    status: str | None = None,
    owner: str | None = None,
    meeting: str | None = None,
    as_of: str | None = None,
    strength: str | None = None,
    overdue: str | None = None,
) -> Answer:
    today = datetime.now(UTC).date()
    options = ActionOptions(status, owner, meeting, as_of, strength, overdue, today)
    return replies.actions_reply(generation, options)


COMMANDS: Mapping[str, Callable[..., Answer]] = {
    "ask": _ask,
    "attendance": replies.attendance_reply,
    "delegation": replies.delegation_reply,
    "meetings": _meetings,
    "actions list": _actions,
    "actions show": replies.action_reply,
    "actions history": replies.history_reply,
    "rilon list": replies.rilons_reply,
    "rilon show": replies.rilon_reply,
    "glossary": replies.glossary_reply,
    "track": replies.track_reply,
    "verify": replies.verify_reply,
    "brief": replies.brief_reply,
    "related": replies.related_reply,
    "source": replies.source_reply,
}


def shown_request(content: str, commands: Collection[str] = ()) -> Request:
    """The request that the first line of an answer's message shows, as `Request.parse` reads it.

    Raises:
        InputError: there is none.
    """
    first = content.partition("\n")[0]
    if not first.startswith(SMALL_PRINT):
        raise InputError("I can no longer tell what was asked; please ask again.")
    return Request.parse(unescape(first.removeprefix(SMALL_PRINT)), commands)


def _option(word: str) -> tuple[str, str]:
    match = _OPTION.fullmatch(word)
    if match is None:
        raise InputError(f"“{word}” is no option; write name:value.")
    return match["name"], match["value"]


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _one_line(text: str) -> str:
    return " ".join(text.split())
