"""A gate in front of the cluster, which shuts, hangs, or is too busy when a test says so."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from aiohttp import web

from index.opensearch.address import Address, Node
from index.opensearch.background import BackgroundLoop


class Gate:
    """Passes every request on, unless told otherwise.

    Attributes:
        shut: it answers nothing, at once.
        hanging: it answers nothing, ever.
        busy: how many bulk requests are refused from now on, with 429.
        asked: method and path of every request, with its Authorization header.
    """

    def __init__(self, address: Address) -> None:
        self._behind = address.nodes[0]
        self.shut = False
        self.hanging = False
        self.busy = 0
        self.asked: list[tuple[str, str, str]] = []
        self.address = address

    async def start(self) -> None:
        """Serve from now on."""
        application = web.Application(client_max_size=1 << 28)
        application.router.add_route("*", "/{tail:.*}", self._pass)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        port = self._runner.addresses[0][1]
        self.address = Address((Node("127.0.0.1", port, "", secure=False),))
        self._session = aiohttp.ClientSession()

    async def stop(self) -> None:
        """Serve no longer."""
        await self._session.close()
        await self._runner.cleanup()

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        authorization = request.headers.get("Authorization", "")
        self.asked.append((request.method, request.path, authorization))
        if self.hanging:
            await asyncio.sleep(3_600)
        if self.shut:
            assert request.transport is not None
            request.transport.abort()
        if self.busy and request.path.endswith("/_bulk"):
            self.busy -= 1
            return web.json_response({"error": {"type": "busy"}}, status=429)
        url = f"http://{self._behind.host}:{self._behind.port}{request.rel_url}"
        headers = {"Content-Type": "application/json"}
        body = await request.read()
        async with self._session.request(request.method, url, data=body, headers=headers) as answer:
            content = await answer.read()
            return web.Response(status=answer.status, body=content, content_type="application/json")


@contextmanager
def gate_before(address: Address) -> Iterator[Gate]:
    """A gate before the first node of a cluster, in a thread of its own."""
    gate = Gate(address)
    with BackgroundLoop() as loop:
        loop.run(gate.start())
        try:
            yield gate
        finally:
            loop.run(gate.stop())
