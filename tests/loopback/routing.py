"""Matching a path to a template such as `/channels/{channel_id}/messages`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import unquote

_Value = TypeVar("_Value")


@dataclass(slots=True)
class _Node(Generic[_Value]):
    literals: dict[str, "_Node[_Value]"] = field(default_factory=dict)
    variable: "_Node[_Value] | None" = None
    template: str = ""
    values: dict[str, _Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Route(Generic[_Value]):
    """A match: the value, its template, and what stands in the template's brackets."""

    value: _Value
    template: str
    parameters: Mapping[str, str]


class Routes(Generic[_Value]):
    """Methods and templates; a literal segment wins over a variable one, as OpenAPI says."""

    def __init__(self) -> None:
        self._root: _Node[_Value] = _Node()

    def add(self, method: str, template: str, value: _Value) -> None:
        """Register one operation."""
        node = self._root
        for segment in _segments(template):
            if segment.startswith("{"):
                node.variable = node.variable or _Node()
                node = node.variable
            else:
                node = node.literals.setdefault(segment, _Node())
        node.template = node.template or template
        node.values[method.upper()] = value

    def find(self, method: str, raw_path: str) -> Route[_Value] | None:
        """Find the operation for a path whose segments are still percent-encoded."""
        segments = [unquote(segment) for segment in _segments(raw_path)]
        node = _descend(self._root, segments, method)
        if node is None:
            return None
        names = _segments(node.template)
        pairs = zip(names, segments, strict=True)
        parameters = {name[1:-1]: value for name, value in pairs if name.startswith("{")}
        return Route(node.values[method], node.template, parameters)


def _segments(path: str) -> list[str]:
    return path.strip("/").split("/")


def _descend(node: _Node[_Value], segments: list[str], method: str) -> _Node[_Value] | None:
    if not segments:
        return node if method in node.values else None
    head, rest = segments[0], segments[1:]
    for child in (node.literals.get(head), node.variable):
        found = None if child is None else _descend(child, rest, method)
        if found is not None:
            return found
    return None
