"""What goes wrong: the refusals that Discord answers with, and the record of broken rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Rule(StrEnum):
    """Which promise a request broke."""

    LIMIT = "limit"  # a length or a count that Discord enforces
    CONTRACT = "contract"  # Discord's published API description
    PROTOCOL = "protocol"  # acknowledgements, their order and their deadlines
    PING = "ping"  # a message that could notify somebody


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a body, at a path such as `("embeds", 0, "title")`."""

    path: tuple[str | int, ...]
    code: str
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path)) or 'body'}: {self.message}"


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule; `where` is the request, such as `POST /channels/1/messages`."""

    rule: Rule
    where: str
    text: str

    def __str__(self) -> str:
        return f"[{self.rule}] {self.where}: {self.text}"


class RefusalError(Exception):
    """Ends a request with one of Discord's JSON errors."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """The answer's JSON, as Discord words it."""
        body: Json = {"message": self.message, "code": self.code}
        return body if self.errors is None else {**body, "errors": self.errors}


def unknown(what: str, code: int) -> RefusalError:
    """Discord's 404, such as `unknown("Message", 10008)`."""
    return RefusalError(404, code, f"Unknown {what}")


@dataclass(slots=True)
class Violations:
    """Every broken rule since the loopback started, in order."""

    found: list[Violation] = field(default_factory=list)

    def note(self, rule: Rule, where: str, text: str) -> None:
        """Record a broken rule without refusing the request."""
        self.found.append(Violation(rule, where, text))

    def enforce(self, rule: Rule, where: str, problems: Iterable[Problem]) -> None:
        """Record the problems; refuse the request as Discord does when there are any.

        Raises:
            RefusalError: 400, "Invalid Form Body", with the nested errors.
        """
        errors: Json = {}
        for problem in problems:
            self.note(rule, where, str(problem))
            node = errors
            for step in problem.path:
                node = node.setdefault(str(step), {})
            fault = {"code": problem.code, "message": problem.message}
            node.setdefault("_errors", []).append(fault)
        if errors:
            raise RefusalError(400, 50035, "Invalid Form Body", errors)

    def refuse(self, where: str, refusal: RefusalError) -> RefusalError:
        """Record a breach of the protocol and hand the refusal back, to be raised."""
        self.note(Rule.PROTOCOL, where, f"{refusal.message} ({refusal.code})")
        return refusal
