"""The loopback's gateway loses connections as Discord's does, and a real client comes back."""

import aiohttp
import discord
import pytest
from discord.http import Route

from tests.loopback.fixtures import pointed_at, running
from tests.loopback.message import Message
from tests.loopback.probe import Probe
from tests.loopback.server import LoopbackDiscord
from tests.loopback.sessions import Close, Intent
from tests.loopback.talk import Talk


async def answer(server: LoopbackDiscord) -> str:
    exchange = await server.slash("ask", {"question": "Still there?"})
    return (await exchange.message()).content


async def test_a_dropped_connection_resumes() -> None:
    probe = Probe()
    async with LoopbackDiscord() as server, running(probe, server):
        await answer(server)
        await server.gateway.drop()
        await server.gateway.resumed(1)
        assert await answer(server) == "Re: Still there?"
        assert len(server.gateway.identifies) == 1


async def test_what_was_said_meanwhile_is_replayed() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        await answer(server)
        await server.gateway.drop()
        text = f"{server.world.bot.mention} Did I miss you?"
        mentions = (server.world.bot,)
        said = Message(server.world.new_id(), server.channel, server.user, text, mentions=mentions)
        await server.posting.announce(said)
        assert server.gateway.resumes == []
        reply = await Talk(said, server.posting, server.activity).reply()
        assert reply.content == "You said: Did I miss you?"
        assert len(server.gateway.resumes) == 1


async def test_a_requested_reconnect_resumes() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        await answer(server)
        await server.gateway.reconnect()
        await server.gateway.resumed(1)
        assert await answer(server) == "Re: Still there?"
        assert len(server.gateway.identifies) == 1


async def test_an_invalid_session_identifies_again() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        await answer(server)
        await server.gateway.invalidate()
        await server.activity.until(lambda: len(server.gateway.identifies) == 2, "an IDENTIFY")
        assert await answer(server) == "Re: Still there?"
        assert server.gateway.resumes == []


async def test_heartbeats_are_acknowledged() -> None:
    async with LoopbackDiscord() as server:
        server.gateway.heartbeat_milliseconds = 20
        probe = Probe()
        async with running(probe, server):
            await server.activity.until(lambda: server.gateway.heartbeats >= 3, "heartbeats")
            assert probe.latency < 10


async def test_a_wrong_token_closes_the_gateway() -> None:
    async with LoopbackDiscord() as server:
        server.gateway.token = "another"
        with pytest.raises(discord.ConnectionClosed) as caught:
            async with running(Probe(), server):
                pass
        assert caught.value.code == Close.AUTHENTICATION_FAILED


async def test_privileged_intents_have_to_be_granted() -> None:
    intents = discord.Intents.default()
    intents.message_content = True
    async with LoopbackDiscord() as server:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with running(Probe(intents=intents), server):
                pass
    probe = Probe(intents=intents)
    granted = LoopbackDiscord(privileged_intents=Intent.MESSAGE_CONTENT)
    async with granted as server, running(probe, server):
        await server.say("no longer a secret")
        await server.activity.quiet(0.1)
        assert probe.heard == ["no longer a secret"]


async def test_shards_get_the_servers_that_are_theirs() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        mine = (server.guild.id >> 22) % 2
        for shard in (0, 1):
            async with session.ws_connect(f"{server.gateway_url}?v=10&encoding=json") as socket:
                await socket.receive_json()
                body = {"token": server.token, "intents": 1, "shard": [shard, 2], "properties": {}}
                await socket.send_json({"op": 2, "d": body})
                ready = await socket.receive_json()
                ids = [guild["id"] for guild in ready["d"]["guilds"]]
                assert ids == ([str(server.guild.id)] if shard == mine else [])


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("{", Close.DECODE_ERROR),
        ('{"op": 99, "d": null}', Close.UNKNOWN_OPCODE),
        ('{"op": 3, "d": {}}', Close.NOT_AUTHENTICATED),
    ],
)
async def test_nonsense_closes_the_connection(frame: str, code: Close) -> None:
    async with (
        LoopbackDiscord() as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{server.gateway_url}?v=10&encoding=json") as socket,
    ):
        await socket.receive_json()
        await socket.send_str(frame)
        await socket.receive()
        assert socket.close_code == code


async def test_a_client_is_pointed_back_afterwards() -> None:
    before = Route.BASE
    async with LoopbackDiscord() as server:
        with pointed_at(server):
            assert server.api_url == Route.BASE
    assert before == Route.BASE
