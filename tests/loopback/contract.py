"""Checks every request against Discord's own API description (OpenAPI 3.1).

Where the description and Discord differ, this module follows Discord, so that a fault that is
found here is one there:

- ids: the description asks for strings; Discord reads integers as well (discord.py sends
  `recipient_id`, `message_reference` and `attachments[].id` as integers);
- booleans in a query: Discord reads `1` and `0` (discord.py sends `with_response=1`);
- unknown properties: the description allows them and Discord ignores them, so do we; and so it
  cannot notice a misspelt optional property;
- `message.content` is described with 4,000 characters (bots have 2,000), embeds without the
  6,000 in all, ids without being unique: `limits` holds these;
- multipart: Discord reads the JSON from `payload_json`; what is checked is that JSON and the
  names `files[n]`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.loopback.failures import Json, Problem
from tests.loopback.routing import Routes

if TYPE_CHECKING:
    from tests.loopback.rest import Call

ENVIRONMENT_VARIABLE = "DISCORD_OPENAPI"
_ROOT = "urn:discord-api"
_METHODS = {"delete", "get", "patch", "post", "put"}
_FORMATS = FormatChecker(formats=())
_BOOLEANS = {"1": True, "true": True, "True": True, "0": False, "false": False, "False": False}


@_FORMATS.checks("uri")
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme)


@_FORMATS.checks("date-time", raises=ValueError)
def _is_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@_FORMATS.checks("int32")
def _is_int32(value: object) -> bool:
    return not isinstance(value, int) or -(2**31) <= value < 2**31


@_FORMATS.checks("int64")
def _is_int64(value: object) -> bool:
    return not isinstance(value, int) or -(2**63) <= value < 2**63


@_FORMATS.checks("snowflake")
def _is_snowflake(value: object) -> bool:
    if isinstance(value, str):
        return not value.isdecimal() or int(value) < 2**64
    return not isinstance(value, int) or 0 <= value < 2**64


@dataclass(frozen=True, slots=True)
class _Parameter:
    place: str
    name: str
    required: bool
    schema: Json
    pointer: str


@dataclass(frozen=True, slots=True)
class _Operation:
    parameters: tuple[_Parameter, ...]
    body_required: bool
    bodies: Mapping[str, str]  # content type: pointer to its schema
    answers: Mapping[int, str]  # status: pointer to the schema of the answer


class Contract:
    """The description, ready to check calls; validators are built when first needed."""

    def __init__(self, description: Json) -> None:
        schemas = description["components"]["schemas"]
        schemas["SnowflakeType"]["type"] = ["string", "integer"]
        resource = Resource.from_contents(description, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
        self._validators: dict[str, Draft202012Validator] = {}
        self._routes: Routes[_Operation] = Routes()
        for template, item in description["paths"].items():
            for method in item.keys() & _METHODS:
                operation = _operation(schemas, item, f"/paths/{_escape(template)}", method)
                self._routes.add(method, template, operation)

    def problems(self, call: "Call") -> Iterator[Problem]:
        """Yield what the description forbids about a call."""
        route = self._routes.find(call.method, call.path)
        if route is None:
            yield Problem((), "UNKNOWN_ROUTE", "the API description has no such operation")
            return
        yield from self._parameter_problems(route.value, "path", route.parameters)
        yield from self._parameter_problems(route.value, "query", call.query)
        yield from self._body_problems(route.value, call)

    def answer_problems(self, call: "Call") -> Iterator[Problem]:
        """Yield where the loopback's own answer is none that Discord would give."""
        route = self._routes.find(call.method, call.path)
        if route is None or call.answer is None or call.status >= 400:
            return
        pointer = route.value.answers.get(call.status)
        if pointer is None:
            yield Problem((), "UNEXPECTED_ANSWER", f"{call.where} never answers {call.status}")
            return
        yield from self._faults(pointer, call.answer, (call.where,))

    def _parameter_problems(
        self, operation: _Operation, place: str, values: Mapping[str, str]
    ) -> Iterator[Problem]:
        described = {p.name: p for p in operation.parameters if p.place == place}
        for name in sorted(values.keys() - described.keys()):
            yield Problem((name,), "UNKNOWN_PARAMETER", f"is no {place} parameter")
        for name, parameter in described.items():
            if name in values:
                value = _typed(values[name], parameter.schema)
                yield from self._faults(parameter.pointer, value, (name,))
            elif parameter.required:
                yield Problem((name,), "BASE_TYPE_REQUIRED", f"{place} parameter is required")

    def _body_problems(self, operation: _Operation, call: "Call") -> Iterator[Problem]:
        if call.body is None and not call.uploads:
            if operation.body_required:
                yield Problem((), "BASE_TYPE_REQUIRED", "a body is required")
            return
        kind = "multipart/form-data" if call.uploads else "application/json"
        if kind not in operation.bodies:
            yield Problem((), "CONTENT_TYPE", f"this operation takes no {kind}")
            return
        yield from self._faults(operation.bodies[kind], call.body, ())

    def _faults(self, pointer: str, value: Any, path: tuple[str | int, ...]) -> Iterator[Problem]:
        for error in self._validator(pointer).iter_errors(value):
            deepest = best_match([error])
            where = (*path, *deepest.absolute_path)
            yield Problem(where, str(deepest.validator).upper(), deepest.message[:300])

    def _validator(self, pointer: str) -> Draft202012Validator:
        if pointer not in self._validators:
            self._validators[pointer] = Draft202012Validator(
                {"$ref": f"{_ROOT}#{pointer}"}, registry=self._registry, format_checker=_FORMATS
            )
        return self._validators[pointer]


@cache
def load_contract(path: Path) -> Contract:
    """Read the description once for all tests of a process."""
    return Contract(json.loads(path.read_text(encoding="utf-8")))


def _operation(schemas: Json, item: Json, base: str, method: str) -> _Operation:
    operation = item[method]
    listed = [
        (entry, f"{place}/parameters/{index}/schema")
        for place, holder in ((base, item), (f"{base}/{method}", operation))
        for index, entry in enumerate(holder.get("parameters", []))
    ]
    parameters = tuple(
        _Parameter(
            entry["in"],
            entry["name"],
            entry.get("required", False),
            _resolved(schemas, entry["schema"]),
            pointer,
        )
        for entry, pointer in listed
    )
    body = operation.get("requestBody", {})
    bodies = {
        kind: f"{base}/{method}/requestBody/content/{_escape(kind)}/schema"
        for kind in body.get("content", {})
    }
    answers = {
        int(status): f"{base}/{method}/responses/{status}/content/application~1json/schema"
        for status, answer in operation.get("responses", {}).items()
        if status.isdecimal() and "application/json" in answer.get("content", {})
    }
    return _Operation(parameters, body.get("required", False), bodies, answers)


def _resolved(schemas: Json, schema: Json) -> Json:
    found: Json = schemas[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
    return found


def _escape(segment: str) -> str:
    return segment.replace("~", "~0").replace("/", "~1")


def _typed(text: str, schema: Json) -> object:
    kinds = schema.get("type", "string")
    if kinds == "array":
        return [text]
    if kinds == "boolean":
        return _BOOLEANS.get(text, text)
    if kinds == "integer" and text.lstrip("-").isdecimal():
        return int(text)
    return text
