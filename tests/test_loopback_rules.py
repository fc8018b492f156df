"""The loopback refuses and records what Discord refuses."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import discord
import pytest

from tests.loopback.command_limits import command_problems
from tests.loopback.failures import Json, Rule
from tests.loopback.fixtures import running
from tests.loopback.interactions import Deadlines
from tests.loopback.limits import (
    UPLOAD_LIMIT_BYTES,
    message_problems,
    modal_problems,
    upload_problems,
)
from tests.loopback.message import Upload
from tests.loopback.probe import Probe
from tests.loopback.server import LoopbackDiscord

NOBODY: Json = {"parse": []}


async def request(
    server: LoopbackDiscord, method: str, path: str, body: Any = None, **options: Any
) -> tuple[int, Any]:
    headers = {"Authorization": f"Bot {server.token}", **options.pop("headers", {})}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(method, server.api_url + path, json=body, **options) as response,
    ):
        return response.status, await response.json() if response.status != 204 else None


async def post(server: LoopbackDiscord, body: Mapping[str, Any]) -> tuple[int, Any]:
    return await request(server, "POST", f"/channels/{server.channel.id}/messages", body)


def button(**changes: Any) -> Json:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go", **changes}


def rows(*buttons: Json) -> list[Json]:
    return [{"type": 1, "components": list(buttons)}]


def many(count: int) -> list[Json]:
    return [button(custom_id=str(number)) for number in range(count)]


LONG_EMBEDS = [{"description": "x" * 3001}, {"description": "x" * 3000}]
FIELD = {"name": "n", "value": "v"}
FAULTS: list[tuple[str, Json]] = [
    ("content", {"content": "x" * 2001}),
    ("embeds", {"embeds": [{"title": "x"}] * 11}),
    ("embeds", {"embeds": LONG_EMBEDS}),
    ("embeds.0.title", {"embeds": [{"title": "x" * 257}]}),
    ("embeds.0.description", {"embeds": [{"description": "x" * 4097}]}),
    ("embeds.0.footer.text", {"embeds": [{"footer": {"text": "x" * 2049}}]}),
    ("embeds.0.author.name", {"embeds": [{"author": {"name": "x" * 257}}]}),
    ("embeds.0.fields", {"embeds": [{"fields": [FIELD] * 26}]}),
    ("embeds.0.fields.0.name", {"embeds": [{"fields": [{**FIELD, "name": "x" * 257}]}]}),
    ("embeds.0.fields.0.value", {"embeds": [{"fields": [{**FIELD, "value": "x" * 1025}]}]}),
    ("embeds.0.fields.0.value", {"embeds": [{"fields": [{**FIELD, "value": " "}]}]}),
    ("components", {"components": [rows(part)[0] for part in many(6)]}),
    ("components", {"components": rows(button(), button())}),
    ("components.0", {"components": [button()]}),
    ("components.0.components", {"components": rows(*many(6))}),
    ("components.0.components", {"components": rows()}),
    ("components.0.components.0.label", {"components": rows(button(label="x" * 81))}),
    ("components.0.components.0.custom_id", {"components": rows(button(custom_id="x" * 101))}),
    ("components.0.components.0.custom_id", {"components": rows(button(custom_id=None))}),
    ("components.0.components.0.url", {"components": rows(button(style=5, custom_id=None))}),
    ("components.0.components.0", {"components": rows(button(label=None))}),
    ("content", {"flags": 1 << 15, "content": "x", "components": []}),
]


@pytest.mark.parametrize(("where", "body"), FAULTS)
def test_a_message_beyond_a_limit_is_a_problem_there(where: str, body: Json) -> None:
    assert [".".join(map(str, problem.path)) for problem in message_problems(body)] == [where]


def test_a_message_at_its_limits_is_sound() -> None:
    fields = [{"name": "n" * 2, "value": "v" * 8}] * 25
    body = {
        "content": "x" * 2000,
        "embeds": [{"title": "x" * 256, "description": "x" * 3494, "fields": fields}] * 1
        + [{"footer": {"text": "x" * 2000}}],
        "components": [rows(*(button(custom_id=f"{r}{c}") for c in range(5)))[0] for r in range(5)],
    }
    assert list(message_problems(body)) == []


def test_select_options_are_counted_and_unique() -> None:
    options = [{"label": "x", "value": "x"}] * 26
    select = {"type": 3, "custom_id": "s", "options": options}
    texts = [problem.message for problem in message_problems({"components": rows(select)})]
    assert len(texts) == 2


def test_files_are_weighed_and_counted() -> None:
    heavy = Upload("heavy.txt", bytes(UPLOAD_LIMIT_BYTES + 1))
    assert [problem.path for problem in upload_problems([heavy])] == [("files", 0)]
    light = Upload("light.txt", b"x")
    assert [problem.path for problem in upload_problems([light] * 11)] == [("files",)]


def test_a_modal_has_limits_too() -> None:
    line = {"type": 4, "custom_id": "x", "label": "x" * 46}
    modal = {"title": "x" * 46, "custom_id": "m", "components": rows(line)}
    assert len(list(modal_problems(modal))) == 2


OPTION = {"type": 3, "name": "place", "description": "Where"}
COMMAND_FAULTS: list[tuple[str, Json]] = [
    ("0.name", {"name": "Ask"}),
    ("0.name", {"name": "ask me"}),
    ("0.name", {"name": "x" * 33}),
    ("0.description", {"description": ""}),
    ("0.description", {"description": "x" * 101}),
    ("0.options", {"options": [{**OPTION, "name": f"o{n}"} for n in range(26)]}),
    ("0.options", {"options": [OPTION, OPTION]}),
    ("0.options", {"options": [OPTION, {**OPTION, "name": "when", "required": True}]}),
    ("0.options", {"options": [OPTION, {**OPTION, "name": "list", "type": 1}]}),
    ("0.options.0.name", {"options": [{**OPTION, "name": "Place"}]}),
    ("0.options.0", {"options": [{**OPTION, "type": 2}]}),
    (
        "0.options.0.choices.0.name",
        {"options": [{**OPTION, "choices": [{"name": "", "value": 1}]}]},
    ),
]


@pytest.mark.parametrize(("where", "change"), COMMAND_FAULTS)
def test_a_wrong_definition_is_a_problem_there(where: str, change: Json) -> None:
    command = {"name": "ask", "description": "Ask.", **change}
    assert [".".join(map(str, p.path)) for p in command_problems([command])] == [where]


def test_two_commands_of_one_name_are_a_problem() -> None:
    command = {"name": "ask", "description": "Ask."}
    assert len(list(command_problems([command, command]))) == 1
    assert list(command_problems([command, {"name": "ask", "type": 3}])) == []


async def test_a_fault_is_refused_as_discord_words_it_and_recorded() -> None:
    async with LoopbackDiscord() as server:
        status, answer = await post(server, {"content": "x" * 2001, "allowed_mentions": NOBODY})
        assert (status, answer["code"]) == (400, 50035)
        fault = answer["errors"]["content"]["_errors"][0]
        assert fault["code"] == "BASE_TYPE_MAX_LENGTH"
        assert [violation.rule for violation in server.violations.found] == [Rule.LIMIT]
        assert server.posting.messages == {}


async def test_an_empty_message_is_refused() -> None:
    async with LoopbackDiscord() as server:
        status, answer = await post(server, {"content": " ", "allowed_mentions": NOBODY})
        assert (status, answer["code"]) == (400, 50006)


@pytest.mark.parametrize(
    "allowed", [None, {}, {"parse": ["users"]}, {"parse": [], "replied_user": True}]
)
async def test_a_message_that_may_ping_is_recorded(allowed: Json | None) -> None:
    body = {"content": "hello"} | ({} if allowed is None else {"allowed_mentions": allowed})
    async with LoopbackDiscord() as server:
        assert (await post(server, body))[0] == 200
        assert [violation.rule for violation in server.violations.found] == [Rule.PING]


async def test_a_real_client_that_may_ping_is_caught() -> None:
    probe = Probe(allowed_mentions=discord.AllowedMentions.all())
    async with LoopbackDiscord() as server, running(probe, server):
        await (await server.slash("show")).message()
        assert [violation.rule for violation in server.violations.found] == [Rule.PING]


async def test_a_second_acknowledgement_is_refused() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        exchange = await server.slash("show")
        await exchange.message()
        path = f"/interactions/{exchange.id}/{exchange.token}/callback"
        status, answer = await request(server, "POST", path, {"type": 5})
        assert (status, answer["code"]) == (400, 40060)
        assert [violation.rule for violation in server.violations.found] == [Rule.PROTOCOL]


async def test_a_late_acknowledgement_is_refused() -> None:
    deadlines = Deadlines(acknowledge_seconds=0.0)
    async with LoopbackDiscord(deadlines=deadlines) as server, running(Probe(), server):
        exchange = await server.slash("show")
        await server.activity.until(lambda: server.violations.found, "the refusal")
        assert exchange.acknowledgement is None
        assert "10062" in server.violations.found[0].text


async def test_an_answer_that_does_not_fit_is_refused() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        exchange = await server.slash("trip", {"file": Upload("a.txt", b"a")})
        path = f"/interactions/{exchange.id}/{exchange.token}/callback"
        status, _ = await request(server, "POST", path, {"type": 7, "data": {"content": "x"}})
        assert status == 400


async def test_a_followup_needs_an_acknowledgement() -> None:
    async with LoopbackDiscord() as server:
        path = f"/webhooks/{server.world.bot.id}/unknown"
        body = {"content": "x", "allowed_mentions": NOBODY}
        status, answer = await request(server, "POST", path, body)
        assert (status, answer["code"]) == (404, 10015)


async def test_a_token_expires() -> None:
    deadlines = Deadlines(token_seconds=0.0)
    async with LoopbackDiscord(deadlines=deadlines) as server, running(Probe(), server):
        await server.slash("ask", {"question": "Who?"})
        await server.activity.until(lambda: server.violations.found, "the refusal")
        assert "50027" in server.violations.found[0].text


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/channels/1", 10003),
        ("/channels/{channel}/messages/1", 10008),
        ("/guilds/1", 10004),
        ("/guilds/{guild}/members/1", 10007),
        ("/users/1", 10013),
        ("/applications/{bot}/commands/1", 10063),
    ],
)
async def test_what_does_not_exist_is_unknown(path: str, code: int) -> None:
    async with LoopbackDiscord() as server:
        known = {"channel": server.channel.id, "guild": server.guild.id, "bot": server.world.bot.id}
        status, answer = await request(server, "GET", path.format_map(known))
        assert (status, answer["code"]) == (404, code)
        assert server.violations.found == []


async def test_a_wrong_token_is_unauthorized() -> None:
    async with LoopbackDiscord() as server:
        headers = {"Authorization": "Bot wrong"}
        status, answer = await request(server, "GET", "/users/@me", headers=headers)
        assert (status, answer) == (401, {"message": "401: Unauthorized", "code": 0})


async def test_an_unknown_route_is_a_violation() -> None:
    async with LoopbackDiscord() as server:
        assert (await request(server, "GET", "/nowhere"))[0] == 404
        assert [str(violation) for violation in server.violations.found] == [
            "[contract] GET /nowhere: unknown route"
        ]


async def test_a_disturbed_call_fails_so_often_and_then_succeeds() -> None:
    async with LoopbackDiscord() as server:
        server.disturb("GET", "/users/@me", 503, times=2)
        statuses = [(await request(server, "GET", "/users/@me"))[0] for _ in range(3)]
        assert statuses == [503, 503, 200]


async def test_a_real_client_waits_out_a_rate_limit() -> None:
    async with LoopbackDiscord() as server, running(Probe(), server):
        template = "/interactions/{interaction_id}/{interaction_token}/callback"
        server.disturb("POST", template, 429, retry_after_seconds=0.01)
        assert (await (await server.slash("show")).message()).content == "Page 1"
