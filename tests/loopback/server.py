"""A Discord of our own on 127.0.0.1, for a real client to connect to."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.loopback.accounts import Accounts
from tests.loopback.activity import Activity
from tests.loopback.commands import Commands
from tests.loopback.contract import ENVIRONMENT_VARIABLE, load_contract
from tests.loopback.failures import Violations
from tests.loopback.gateway import Gateway
from tests.loopback.interactions import Deadlines, Interactions
from tests.loopback.messages import Messages
from tests.loopback.people import People
from tests.loopback.places import Channel, Permission, User
from tests.loopback.posting import Posting
from tests.loopback.rest import PREFIX, Call, Disturbance, Rest
from tests.loopback.sessions import NO_INTENT, Intent
from tests.loopback.world import World

TOKEN = "MTAxNDU2.loopback.notASecretAtAll"


class LoopbackDiscord(People):
    """The server. `async with LoopbackDiscord() as discord:` starts and stops it.

    There is one server with the channels `channel` and `other_channel`, a plain member `user`,
    a member `maintainer` whose role `maintainer_role` may manage the server, and a `stranger`
    who is no member. More comes from `world`.

    Attributes:
        token: the only bot token that it accepts.
        api_url, gateway_url: where the client has to connect to.
        violations: every broken rule; a test that ends well has none.
        syncs, calls: what the bot registered and requested, in `commands.syncs`, `rest.calls`.
    """

    def __init__(
        self,
        *,
        privileged_intents: Intent = NO_INTENT,
        deadlines: Deadlines | None = None,
        openapi: Path | None = None,
    ) -> None:
        self.token = TOKEN
        self.activity = Activity()
        self.world = World()
        self.violations = Violations()
        self.gateway = Gateway(self.world, self.activity, self.token, privileged_intents)
        self.posting = Posting(self.world, self.gateway, self.violations)
        self.commands = Commands(self.world, self.violations)
        self.interactions = Interactions(self.posting, self.violations, deadlines or Deadlines())
        self.messages = Messages(self.world, self.gateway, self.posting)
        self._accounts = Accounts(self.world, self.gateway)
        self.rest = self._rest(openapi)
        self._populate()
        self._runner: web.AppRunner | None = None

    def _rest(self, openapi: Path | None) -> Rest:
        named = os.environ.get(ENVIRONMENT_VARIABLE)
        path = openapi or (Path(named) if named else None)
        tables = (part.table() for part in (self._accounts, self.commands, self.messages))
        return Rest(
            self.token,
            self.activity,
            self.violations,
            load_contract(path) if path is not None else None,
            self.interactions.table(),
            *tables,
        )

    def _populate(self) -> None:
        self.owner = self.world.add_user("owner")
        self.user = self.world.add_user("alex")
        self.maintainer = self.world.add_user("maria")
        self.stranger = self.world.add_user("sam")
        self.guild = self.world.add_guild("Secretariat", self.owner)
        self.maintainer_role = self.world.add_role(
            self.guild, "Maintainers", Permission.MANAGE_GUILD
        )
        self.world.add_member(self.guild, self.user)
        self.world.add_member(self.guild, self.maintainer, self.maintainer_role)
        self.channel = self.world.add_channel(self.guild, "general")
        self.other_channel = self.world.add_channel(self.guild, "meetings")

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=30 * 1024 * 1024)
        application.router.add_get("/", self.gateway.serve)
        application.router.add_get("/attachments/{number}/{filename}", self._attachment)
        application.router.add_route("*", PREFIX + "/{tail:.*}", self.rest.serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        address = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.api_url = f"http://{address}{PREFIX}"
        self.gateway_url = f"ws://{address}/"
        self.posting.origin = f"http://{address}"
        self.gateway.url = self._accounts.gateway_url = self.gateway_url
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def calls(self) -> list[Call]:
        """Every REST request, in order of arrival."""
        return self.rest.calls

    def direct_messages(self, user: User) -> Channel:
        """The bot's direct messages with a user."""
        return self.world.direct_messages(user)

    def disturb(
        self,
        method: str,
        template: str,
        status: int | None = None,
        *,
        times: int = 1,
        delay_seconds: float = 0.0,
        code: int = 0,
        retry_after_seconds: float = 0.0,
    ) -> Disturbance:
        """Make the next calls of an operation fail or hang.

        `template` is written as in the API, such as `/channels/{channel_id}/messages`.
        """
        disturbance = Disturbance(
            method,
            template,
            status,
            times,
            delay_seconds,
            code,
            retry_after_seconds=retry_after_seconds,
        )
        self.rest.disturbances.append(disturbance)
        return disturbance

    async def _attachment(self, request: web.Request) -> web.Response:
        number = request.match_info["number"]
        found = self.posting.attachment(int(number)) if number.isdecimal() else None
        if found is None or found.upload.is_lost:
            raise web.HTTPNotFound
        return web.Response(body=found.content, content_type="application/octet-stream")
