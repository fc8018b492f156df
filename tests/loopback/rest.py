"""The REST side: one door that reads, checks, routes, answers and records every request."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.loopback.activity import Activity
from tests.loopback.contract import Contract
from tests.loopback.failures import Json, RefusalError, Rule, Violations
from tests.loopback.message import Upload
from tests.loopback.routing import Routes

PREFIX = "/api/v10"
_WITHOUT_TOKEN = ("/interactions/", "/webhooks/{webhook_id}/{webhook_token}")
_UNAUTHORIZED = RefusalError(401, 0, "401: Unauthorized")
_NOT_FOUND = RefusalError(404, 0, "404: Not Found")


@dataclass(slots=True)
class Call:
    """One request, read; `status` and `answer` are what it got.

    A handler that answers something else than 200 or 204 sets `status` itself.
    """

    method: str
    path: str
    query: Mapping[str, str]
    body: Any
    uploads: tuple[Upload, ...] = ()
    authorization: str = ""
    template: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    answer: Any = None

    @property
    def where(self) -> str:
        """How violations name this request."""
        return f"{self.method} {self.template or self.path}"

    def id(self, name: str) -> int:
        """A snowflake in the path.

        Raises:
            RefusalError: 400, it is no number.
        """
        text = self.parameters[name]
        if not text.isdecimal():
            raise RefusalError(400, 50035, "Invalid Form Body", {name: "not a snowflake"})
        return int(text)


Handler = Callable[[Call], Awaitable[Any]]
Table = Mapping[tuple[str, str], Handler]


@dataclass(slots=True)
class Disturbance:
    """Makes the next `times` calls of an operation fail, late, or both."""

    method: str
    template: str
    status: int | None
    times: int
    delay_seconds: float = 0.0
    code: int = 0
    message: str = "Disturbed"
    retry_after_seconds: float = 0.0

    def hits(self, call: Call) -> bool:
        """Whether it is this call's turn."""
        return self.times > 0 and (self.method, self.template) == (call.method, call.template)

    def response(self) -> web.Response:
        """The failure, worded as Discord words it; a 429 says when to come back."""
        body: Json = {"message": self.message, "code": self.code}
        headers = {}
        if self.status == 429:
            body |= {"retry_after": self.retry_after_seconds, "global": False}
            headers = {"Via": "1.1 google", "Retry-After": str(self.retry_after_seconds)}
        assert self.status is not None
        return _json(body, self.status, headers)


class Rest:
    """Routes calls to handlers; `calls` holds every one, in order of arrival."""

    def __init__(
        self,
        token: str,
        activity: Activity,
        violations: Violations,
        contract: Contract | None,
        *tables: Table,
    ) -> None:
        self._token = token
        self._activity = activity
        self._violations = violations
        self._contract = contract
        self._routes: Routes[Handler] = Routes()
        self.calls: list[Call] = []
        self.disturbances: list[Disturbance] = []
        for table in tables:
            for (method, template), handler in table.items():
                self._routes.add(method, template, handler)

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one request."""
        try:
            call = await _read(request)
        except (ValueError, LookupError):
            return _failure(RefusalError(400, 50109, "The request body contains invalid JSON."))
        self.calls.append(call)
        try:
            return await self._answer(call)
        except RefusalError as refusal:
            call.status, call.answer = refusal.status, refusal.body()
            return _failure(refusal)
        finally:
            self._activity.notify()

    async def _answer(self, call: Call) -> web.Response:
        handler = self._route(call)
        if not call.template.startswith(_WITHOUT_TOKEN):
            self._authorize(call)
        if self._contract is not None:
            problems = self._contract.problems(call)
            self._violations.enforce(Rule.CONTRACT, call.where, problems)
        for disturbance in self.disturbances:
            if disturbance.hits(call):
                disturbance.times -= 1
                await asyncio.sleep(disturbance.delay_seconds)
                if disturbance.status is not None:
                    call.status = disturbance.status
                    return disturbance.response()
        try:
            call.answer = await handler(call)
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            self._violations.note(Rule.CONTRACT, call.where, f"unreadable body: {fault!r}")
            raise RefusalError(400, 50035, "Invalid Form Body") from fault
        if call.answer is None:
            call.status = 204
            return web.Response(status=204)
        call.status = call.status or 200
        return _json(call.answer, call.status)

    def _route(self, call: Call) -> Handler:
        route = self._routes.find(call.method, call.path)
        if route is None:
            self._violations.note(Rule.CONTRACT, call.where, "unknown route")
            raise _NOT_FOUND
        call.template, call.parameters = route.template, route.parameters
        return route.value

    def _authorize(self, call: Call) -> None:
        if call.authorization != f"Bot {self._token}":
            raise _UNAUTHORIZED


def _failure(refusal: RefusalError) -> web.Response:
    return _json(refusal.body(), refusal.status)


def _json(body: Any, status: int, headers: Mapping[str, str] | None = None) -> web.Response:
    """Write JSON with the bare content type that Discord sends and discord.py insists on."""
    bare = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=bare)


async def _read(request: web.Request) -> Call:
    body: Any = None
    uploads: list[Upload] = []
    if request.content_type == "multipart/form-data":
        body, uploads = await _read_parts(request)
    elif request.can_read_body:
        body = json.loads(await request.read())
    return Call(
        request.method,
        request.rel_url.raw_path.removeprefix(PREFIX),
        dict(request.query),
        body,
        tuple(uploads),
        request.headers.get("Authorization", ""),
    )


async def _read_parts(request: web.Request) -> tuple[Any, list[Upload]]:
    body: Any = None
    uploads = []
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            uploads.append(Upload(part.filename, part.file.read()))
        elif name == "payload_json":
            assert isinstance(part, str)
            body = json.loads(part)
    return body, uploads
