"""The gateway: a websocket that identifies bots, numbers events and lets them resume."""

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback.activity import Activity
from tests.loopback.failures import Json
from tests.loopback.sessions import (
    NO_INTENT,
    PRIVILEGED,
    Close,
    Connection,
    Intent,
    Op,
    Session,
)
from tests.loopback.world import World


class Gateway:
    """All sessions, and what bots said to get them.

    Attributes:
        token: the only one that it accepts.
        identifies: the `d` of every accepted IDENTIFY.
        resumes: the `d` of every successful RESUME.
        heartbeats: how many have been acknowledged.
        recommended_shards: how many shards bots are told to have.
        max_concurrency: how many shards may identify at once; those whose numbers leave the
            same rest, divided by it, have to take turns.
        identify_seconds: how long such a turn lasts; Discord's lasts 5.
        hasty: the `d` of every IDENTIFY that came before its turn and was refused.
    """

    def __init__(self, world: World, activity: Activity, token: str, allowed: Intent) -> None:
        self._world = world
        self._activity = activity
        self.token = token
        self._allowed = allowed
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self.url = ""
        self.heartbeat_milliseconds = 41_250
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.presences: list[Json] = []
        self.heartbeats = 0
        self.recommended_shards = 1
        self.max_concurrency = 1
        self.identify_seconds = 0.0
        self.hasty: list[Json] = []
        self._turns: dict[int, float] = {}

    @property
    def sessions(self) -> list[Session]:
        """The sessions that are connected now."""
        return [session for session in self._sessions.values() if session.is_open]

    async def dispatch(
        self,
        event: str,
        payload: Json | Callable[[Session], Json],
        guild_id: int | None,
        intent: Intent = NO_INTENT,
    ) -> None:
        """Send an event to the sessions of its shard that ask for it."""
        for session in list(self._sessions.values()):
            if session.serves(guild_id) and intent in session.intents:
                body = payload(session) if callable(payload) else payload
                await session.dispatch(event, body)

    async def resumed(self, times: int) -> None:
        """Wait until clients have resumed so often since the start."""
        await self._activity.until(lambda: len(self.resumes) >= times, f"resume {times}")

    async def drop(self) -> None:
        """Cut every connection without a word; the sessions can be resumed."""
        for connection in list(self._connections):
            self._detach(connection)
            connection.drop()

    async def reconnect(self) -> None:
        """Ask every client to connect again and resume (op 7)."""
        for session in self.sessions:
            assert session.connection is not None
            await session.connection.send(Op.RECONNECT)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is over (op 9), or worth a resume."""
        for session in self.sessions:
            connection = session.connection
            if not resumable:
                self._forget(session)
            assert connection is not None
            await connection.send(Op.INVALID_SESSION, resumable)

    async def close(self, code: int = 1001) -> None:
        """End every connection with a close code."""
        for connection in list(self._connections):
            await connection.close(code)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Speak with one client until it leaves."""
        compression = request.query.get("compress")
        if compression not in (None, "zlib-stream") or request.query.get("encoding") != "json":
            raise web.HTTPBadRequest(text="This gateway speaks JSON, plain or as a zlib stream.")
        socket = web.WebSocketResponse(max_msg_size=4096)
        await socket.prepare(request)
        connection = Connection(socket, request, compressed=compression is not None)
        self._connections.add(connection)
        try:
            await connection.send(Op.HELLO, {"heartbeat_interval": self.heartbeat_milliseconds})
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    await self._receive(connection, frame.data)
        finally:
            self._connections.discard(connection)
            self._left(connection)
        return socket

    async def _receive(self, connection: Connection, text: str) -> None:
        try:
            frame = json.loads(text)
            op, body = Op(frame["op"]), frame["d"]
        except (KeyError, TypeError, json.JSONDecodeError):
            await connection.close(Close.DECODE_ERROR, "Error while decoding payload.")
        except ValueError:
            await connection.close(Close.UNKNOWN_OPCODE, "Unknown opcode.")
        else:
            await self._answer(connection, op, body)
            self._activity.notify()

    async def _answer(self, connection: Connection, op: Op, body: Any) -> None:
        if op is Op.HEARTBEAT:
            self.heartbeats += 1
            await connection.send(Op.HEARTBEAT_ACK)
        elif op is Op.IDENTIFY:
            await self._identify(connection, body)
        elif op is Op.RESUME:
            await self._resume(connection, body)
        elif connection.session is None:
            await connection.close(Close.NOT_AUTHENTICATED, "Not authenticated.")
        elif op is Op.PRESENCE:
            self.presences.append(body)
        elif op is Op.REQUEST_MEMBERS:
            await self._members(connection.session, body)
        else:
            await connection.close(Close.UNKNOWN_OPCODE, "Unknown opcode.")

    async def _identify(self, connection: Connection, body: Json) -> None:
        refusal = self._refuse_identify(connection, body)
        if refusal is not None:
            await connection.close(*refusal)
            return
        shard = body.get("shard", [0, 1])
        if self._comes_too_soon(shard[0]):
            self.hasty.append(body)
            await connection.send(Op.INVALID_SESSION, False)
            return
        intents = Intent(body["intents"])
        session = Session(secrets.token_hex(16), intents, (shard[0], shard[1]))
        self._attach(session, connection)
        self._sessions[session.id] = session
        self.identifies.append(body)
        guilds = [guild for guild in self._world.guilds.values() if session.serves(guild.id)]
        await session.dispatch("READY", self._ready(session, [guild.id for guild in guilds]))
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", guild.create_payload(self._world.bot))

    def _refuse_identify(self, connection: Connection, body: Json) -> tuple[int, str] | None:
        shard = body.get("shard", [0, 1])
        if connection.session is not None:
            return Close.ALREADY_AUTHENTICATED, "Already authenticated."
        if body.get("token") != self.token:
            return Close.AUTHENTICATION_FAILED, "Authentication failed."
        if not 0 <= shard[0] < shard[1]:
            return Close.INVALID_SHARD, "Invalid shard."
        if body["intents"] & PRIVILEGED & ~self._allowed:
            return Close.DISALLOWED_INTENTS, "Disallowed intent(s)."
        return None

    def _comes_too_soon(self, shard: int) -> bool:
        bucket, now = shard % self.max_concurrency, asyncio.get_running_loop().time()
        if now < self._turns.get(bucket, now):
            return True
        self._turns[bucket] = now + self.identify_seconds
        return False

    def _ready(self, session: Session, guild_ids: list[int]) -> Json:
        return {
            "v": 10,
            "user": self._world.bot.payload() | {"verified": True, "mfa_enabled": False},
            "guilds": [{"id": str(guild_id), "unavailable": True} for guild_id in guild_ids],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": list(session.shard),
            "application": {"id": str(self._world.bot.id), "flags": 0},
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "user_settings": {},
        }

    async def _resume(self, connection: Connection, body: Json) -> None:
        session = self._sessions.get(body.get("session_id") or "")
        if body.get("token") != self.token:
            await connection.close(Close.AUTHENTICATION_FAILED, "Authentication failed.")
            return
        seen = body.get("seq") or 0
        if session is None or seen > len(session.events):
            await connection.send(Op.INVALID_SESSION, False)
            return
        self._attach(session, connection)
        self.resumes.append(body)
        await session.send_from(seen + 1, len(session.events))
        await session.dispatch("RESUMED", {"_trace": []})

    async def _members(self, session: Session, body: Json) -> None:
        guild = self._world.guilds[int(body["guild_id"])]
        wanted = {int(user_id) for user_id in body.get("user_ids") or []}
        found = [user for user, _ in guild.members.values() if not wanted or user.id in wanted]
        chunk = {
            "guild_id": str(guild.id),
            "members": [guild.full_member_payload(user) for user in found],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
            "nonce": body.get("nonce"),
        }
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    @staticmethod
    def _attach(session: Session, connection: Connection) -> None:
        session.connection = connection
        connection.session = session

    @staticmethod
    def _detach(connection: Connection) -> None:
        if connection.session is not None and connection.session.connection is connection:
            connection.session.connection = None

    def _left(self, connection: Connection) -> None:
        self._detach(connection)
        over = connection.socket.close_code in (1000, 1001)
        if over and connection.session is not None:
            self._forget(connection.session)
        self._activity.notify()

    def _forget(self, session: Session) -> None:
        session.connection = None
        self._sessions.pop(session.id, None)
