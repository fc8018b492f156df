"""The loopback holds requests, and its own answers, against Discord's API description."""

import os
from pathlib import Path

import aiohttp
import pytest
import yarl

from tests.loopback.contract import ENVIRONMENT_VARIABLE, Contract, load_contract
from tests.loopback.failures import Rule
from tests.loopback.fixtures import running
from tests.loopback.probe import Probe
from tests.loopback.rest import Call
from tests.loopback.routing import Routes
from tests.loopback.server import LoopbackDiscord

DESCRIPTION = {
    "paths": {
        "/things/{thing_id}": {
            "parameters": [
                {
                    "name": "thing_id",
                    "in": "path",
                    "required": True,
                    "schema": {"$ref": "#/components/schemas/SnowflakeType"},
                }
            ],
            "get": {
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}]
            },
            "put": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                    },
                }
            },
        },
    },
    "components": {
        "schemas": {
            "SnowflakeType": {"type": "string", "pattern": "^[0-9]+$", "format": "snowflake"},
            "Thing": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 3},
                    "owner": {"$ref": "#/components/schemas/SnowflakeType"},
                    "since": {"type": "string", "format": "date-time"},
                },
            },
        }
    },
}


@pytest.fixture(scope="module")
def contract() -> Contract:
    return Contract(DESCRIPTION)


@pytest.mark.parametrize(
    "call",
    [
        Call("GET", "/things/12", {}, None),
        Call("GET", "/things/12", {"limit": "5"}, None),
        Call("PUT", "/things/12", {}, {"name": "abc", "owner": 5}),
        Call("PUT", "/things/12", {}, {"name": "abc", "since": "2013-05-07T09:00:00Z"}),
    ],
)
def test_a_sound_call_has_no_problem(contract: Contract, call: Call) -> None:
    assert list(contract.problems(call)) == []


@pytest.mark.parametrize(
    ("call", "where"),
    [
        (Call("GET", "/others", {}, None), ()),
        (Call("DELETE", "/things/12", {}, None), ()),
        (Call("GET", "/things/twelve", {}, None), ("thing_id",)),
        (Call("GET", "/things/12", {"limit": "many"}, None), ("limit",)),
        (Call("GET", "/things/12", {"colour": "red"}, None), ("colour",)),
        (Call("PUT", "/things/12", {}, None), ()),
        (Call("PUT", "/things/12", {}, {}), ()),
        (Call("PUT", "/things/12", {}, {"name": "abcd"}), ("name",)),
        (Call("PUT", "/things/12", {}, {"name": "abc", "owner": "me"}), ("owner",)),
        (Call("PUT", "/things/12", {}, {"name": "abc", "owner": -1}), ("owner",)),
        (Call("PUT", "/things/12", {}, {"name": "abc", "since": "May"}), ("since",)),
    ],
)
def test_a_broken_call_is_a_problem_there(
    contract: Contract, call: Call, where: tuple[str, ...]
) -> None:
    assert [problem.path for problem in contract.problems(call)] == [where]


def test_literal_segments_win_over_variable_ones() -> None:
    routes: Routes[str] = Routes()
    routes.add("GET", "/users/{user_id}", "any")
    routes.add("GET", "/users/@me", "self")
    routes.add("DELETE", "/users/{user_id}", "gone")
    self_route, other = routes.find("GET", "/users/%40me"), routes.find("GET", "/users/5")
    assert self_route is not None
    assert other is not None
    assert (self_route.value, other.value, other.parameters) == ("self", "any", {"user_id": "5"})
    gone = routes.find("DELETE", "/users/@me")
    assert gone is not None
    assert gone.value == "gone"
    assert routes.find("GET", "/users/5/more") is None


@pytest.fixture
def openapi() -> Path:
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if not named:
        pytest.skip(f"{ENVIRONMENT_VARIABLE} does not name Discord's API description")
    return Path(named)


async def test_discords_description_catches_a_wrong_body(openapi: Path) -> None:
    async with LoopbackDiscord(openapi=openapi) as server:
        headers = {"Authorization": f"Bot {server.token}"}
        url = f"{server.api_url}/channels/{server.channel.id}/messages"
        body = {"content": 5, "allowed_mentions": {"parse": []}}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.post(url, json=body) as response,
        ):
            assert response.status == 400
        assert [violation.rule for violation in server.violations.found] == [Rule.CONTRACT]


async def test_all_that_is_served_is_described(openapi: Path) -> None:
    async with LoopbackDiscord(openapi=openapi) as server, running(Probe(), server):
        message = await (await server.slash("show")).message()
        for button in ("¶7", "Next", "Slow", "Note"):
            pressed = await server.press(message, button)
            await pressed.acknowledged()
        await (await server.submit_modal(pressed, {"line": "x"})).message()
        await (await server.slash("ask", {"question": "Who?"})).done()
        await (await server.slash("find", {"place": "Perth"})).done()
        await (await server.mention("in a thread")).reply()
        contract = load_contract(openapi)
        faults = {str(p) for call in server.calls for p in contract.answer_problems(call)}
        assert faults == set()
        assert server.violations.found == []


async def test_what_a_bot_asks_about_its_surroundings_is_described(openapi: Path) -> None:
    async with LoopbackDiscord(openapi=openapi) as server, running(Probe(), server):
        message = await (await server.slash("show")).message()
        guild, channel, user = server.guild.id, server.channel.id, server.user.id
        posted = f"/channels/{channel}/messages/{message.id}"
        heart = f"{posted}/reactions/%E2%9D%A4/@me"
        asked = [
            ("GET", "/gateway"),
            ("GET", "/gateway/bot"),
            ("GET", f"/users/{user}"),
            ("GET", f"/guilds/{guild}"),
            ("GET", f"/guilds/{guild}/roles"),
            ("GET", f"/guilds/{guild}/channels"),
            ("GET", f"/guilds/{guild}/members/{user}"),
            ("GET", f"/channels/{channel}"),
            ("GET", f"/channels/{channel}/messages?limit=5"),
            ("PUT", heart),
            ("GET", posted),
            ("DELETE", heart),
            ("DELETE", posted),
        ]
        before = len(server.calls)
        headers = {"Authorization": f"Bot {server.token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            for method, path in asked:
                url = yarl.URL(server.api_url + path, encoded=True)
                async with session.request(method, url) as response:
                    assert response.status in (200, 204), (method, path)
        contract = load_contract(openapi)
        answered = server.calls[before:]
        faults = {str(p) for call in answered for p in contract.answer_problems(call)}
        assert (faults, server.violations.found) == (set(), [])
        assert message.deleted
