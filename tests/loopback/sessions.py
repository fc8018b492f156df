"""What a bot holds at the gateway: a connection for now, a session to resume."""

import asyncio
import json
import zlib
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import Any

from aiohttp import web

from tests.loopback.failures import Json


class Op(IntEnum):
    """Gateway opcodes."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE_STATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Close(IntEnum):
    """The codes with which Discord ends a connection."""

    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SHARD = 4010
    DISALLOWED_INTENTS = 4014


class Intent(IntFlag):
    """The intents that decide what is sent here."""

    GUILDS = 1 << 0
    GUILD_MEMBERS = 1 << 1
    GUILD_PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    DIRECT_MESSAGES = 1 << 12
    MESSAGE_CONTENT = 1 << 15


_FAST = 1  # zlib's level: a loopback must not take the machine from the bot
NO_INTENT = Intent(0)
PRIVILEGED = Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT


class Connection:
    """One websocket; frames leave in the order in which they were given."""

    def __init__(
        self, socket: web.WebSocketResponse, request: web.BaseRequest, *, compressed: bool
    ) -> None:
        self.socket = socket
        self.session: Session | None = None
        self._request = request
        self._order = asyncio.Lock()
        self._compressor = zlib.compressobj(_FAST) if compressed else None

    async def send(self, op: Op, payload: Any = None, **envelope: Any) -> None:
        """Send one frame; a closed connection swallows it, as a lost network does."""
        text = json.dumps({"op": op, "d": payload, "s": None, "t": None, **envelope})
        async with self._order:
            if self.socket.closed:
                return
            try:
                await self._write(text)
            except ConnectionError:
                self.drop()

    async def _write(self, text: str) -> None:
        if self._compressor is None:
            await self.socket.send_str(text)
            return
        packed = self._compressor.compress(text.encode())
        await self.socket.send_bytes(packed + self._compressor.flush(zlib.Z_SYNC_FLUSH))

    async def close(self, code: int, reason: str = "") -> None:
        """End the connection in good order."""
        await self.socket.close(code=code, message=reason.encode())

    def drop(self) -> None:
        """Cut the connection without a word, as a failing network does."""
        if self._request.transport is not None:
            self._request.transport.abort()


@dataclass(slots=True, eq=False)
class Session:
    """What a bot can resume: its events in order, numbered from 1."""

    id: str
    intents: Intent
    shard: tuple[int, int]
    events: list[tuple[str, Json]] = field(default_factory=list)
    connection: Connection | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody listens; not from the moment on when the client says goodbye."""
        return self.connection is not None and not self.connection.socket.closed

    def serves(self, guild_id: int | None) -> bool:
        """Whether this shard gets the events of that server (of direct messages if None)."""
        shard, count = self.shard
        return shard == (0 if guild_id is None else (guild_id >> 22) % count)

    async def dispatch(self, event: str, payload: Json) -> None:
        """Number the event, keep it for a resume and send it if anybody is there."""
        self.events.append((event, payload))
        await self.send_from(len(self.events), len(self.events))

    async def send_from(self, first: int, last: int) -> None:
        """Send the events so numbered again."""
        if self.connection is None:
            return
        for sequence in range(first, last + 1):
            event, payload = self.events[sequence - 1]
            await self.connection.send(Op.DISPATCH, payload, s=sequence, t=event)
