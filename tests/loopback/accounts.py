"""REST: the bot itself, its application, servers, channels and members."""

from typing import Any

from tests.loopback.failures import Json, unknown
from tests.loopback.gateway import Gateway
from tests.loopback.places import Channel, Guild
from tests.loopback.rest import Call, Table
from tests.loopback.world import World


class Accounts:
    """Answers what a bot asks about itself and where it is."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        self.gateway_url = ""

    def table(self) -> Table:
        """The operations served here."""
        return {
            ("GET", "/gateway"): self._gateway_for_all,
            ("GET", "/gateway/bot"): self._gateway_for_bots,
            ("GET", "/users/@me"): self._myself,
            ("GET", "/users/@me/guilds"): self._my_guilds,
            ("GET", "/users/{user_id}"): self._user,
            ("POST", "/users/@me/channels"): self._direct_messages,
            ("GET", "/applications/@me"): self._application,
            ("GET", "/oauth2/applications/@me"): self._application,
            ("GET", "/guilds/{guild_id}"): self._guild,
            ("GET", "/guilds/{guild_id}/channels"): self._guild_channels,
            ("GET", "/guilds/{guild_id}/roles"): self._guild_roles,
            ("GET", "/guilds/{guild_id}/members/{user_id}"): self._member,
            ("GET", "/channels/{channel_id}"): self._channel,
        }

    async def _gateway_for_all(self, _: Call) -> Json:
        return {"url": self.gateway_url}

    async def _gateway_for_bots(self, _: Call) -> Json:
        limit = {
            "total": 1000,
            "remaining": 999,
            "reset_after": 86_400_000,
            "max_concurrency": self._gateway.max_concurrency,
        }
        shards = self._gateway.recommended_shards
        return {"url": self.gateway_url, "shards": shards, "session_start_limit": limit}

    async def _myself(self, _: Call) -> Json:
        return {
            **self._world.bot.payload(),
            "mfa_enabled": True,
            "locale": "en-US",
            "verified": True,
            "email": None,
        }

    async def _my_guilds(self, _: Call) -> Any:
        return [{"id": str(g.id), "name": g.name} for g in self._world.guilds.values()]

    async def _user(self, call: Call) -> Json:
        user = self._world.users.get(call.id("user_id"))
        if user is None:
            raise unknown("User", 10013)
        return user.payload()

    async def _application(self, _: Call) -> Json:
        bot = self._world.bot
        owner = next(iter(self._world.guilds.values())).owner
        return {
            "id": str(bot.id),
            "name": bot.name,
            "icon": None,
            "description": "",
            "summary": "",
            "type": None,
            "bot": bot.payload(),
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 0,
            "flags_new": "0",
            "explicit_content_filter": 0,
            "eligible_oauth2_scopes": [],
            "owner": owner.payload(),
            "team": None,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "approximate_guild_count": len(self._world.guilds),
        }

    async def _direct_messages(self, call: Call) -> Json:
        user = self._world.users.get(int(call.body["recipient_id"]))
        if user is None:
            raise unknown("User", 10013)
        return self._world.direct_messages(user).payload(self._world.bot)

    async def _guild(self, call: Call) -> Json:
        return self._found_guild(call).payload()

    async def _guild_channels(self, call: Call) -> Any:
        channels = self._found_guild(call).channels
        return [channel.payload(self._world.bot) for channel in channels if not channel.is_thread]

    async def _guild_roles(self, call: Call) -> Any:
        return self._found_guild(call).payload()["roles"]

    async def _member(self, call: Call) -> Json:
        guild = self._found_guild(call)
        if call.id("user_id") not in guild.members:
            raise unknown("Member", 10007)
        return guild.full_member_payload(guild.members[call.id("user_id")][0])

    async def _channel(self, call: Call) -> Json:
        return self._found_channel(call).payload(self._world.bot)

    def _found_guild(self, call: Call) -> Guild:
        guild = self._world.guilds.get(call.id("guild_id"))
        if guild is None:
            raise unknown("Guild", 10004)
        return guild

    def _found_channel(self, call: Call) -> Channel:
        channel = self._world.channels.get(call.id("channel_id"))
        if channel is None:
            raise unknown("Channel", 10003)
        return channel
