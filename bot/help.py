"""The help: topics by task, with examples, kept as data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import process

from index.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Topic:
    """A task, how it is done, and examples that can be typed as they stand."""

    name: str
    task: str
    text: str
    examples: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order in which they are shown."""
    read = tomllib.loads((files("bot") / "data" / "help.toml").read_text("utf-8"))
    return tuple(
        Topic(each["name"], each["task"], each["text"].strip(), tuple(each["examples"]))
        for each in read["topic"]
    )


def find_topic(text: str) -> Topic:
    """The topic of this name, task or command.

    Raises:
        NotFoundError: there is none; with the nearest.
    """
    wanted = text.strip().removeprefix("/").casefold()
    by_name = {name.casefold(): topic for topic in topics() for name in (topic.name, topic.task)}
    if wanted in by_name:
        return by_name[wanted]
    names = [topic.name for topic in topics()]
    nearest = [name for name, _, _ in process.extract(wanted, names, limit=3)]
    raise NotFoundError(f"There is no help on “{text.strip()[:100]}”.", nearest)
