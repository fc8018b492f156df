"""Who and what exists in the loopback, and the ids to come."""

import time

from tests.loopback.places import EVERYONE, Channel, ChannelKind, Guild, Role, User

_EPOCH_MILLISECONDS = 1_420_070_400_000  # the first second of 2015, where Discord's ids start


class World:
    """Everything that exists, and the ids to come."""

    def __init__(self) -> None:
        self._last_millisecond = 0
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.users: dict[int, User] = {}
        self.bot = self.add_user("rapporteur", bot=True)

    def new_id(self) -> int:
        """A snowflake: later than every one before, its time within a moment of now."""
        now = int(time.time() * 1000) - _EPOCH_MILLISECONDS
        self._last_millisecond = max(now, self._last_millisecond + 1)
        return self._last_millisecond << 22

    def add_user(self, name: str, *, bot: bool = False) -> User:
        """Create a user who is not yet a member of any server."""
        user = User(self.new_id(), name, bot)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, owner: User) -> Guild:
        """Create a server; its owner and the bot, with a role of its own, are members."""
        guild_id = self.new_id()
        guild = Guild(guild_id, name, owner, [Role(guild_id, "@everyone", EVERYONE)])
        self.guilds[guild_id] = guild
        bot_role = Role(self.new_id(), self.bot.name, bot_id=self.bot.id)
        guild.roles.append(bot_role)
        self.add_member(guild, owner)
        self.add_member(guild, self.bot, bot_role)
        return guild

    def add_role(self, guild: Guild, name: str, permissions: int = 0) -> Role:
        """Create a role of a server."""
        role = Role(self.new_id(), name, permissions)
        guild.roles.append(role)
        return role

    def add_member(self, guild: Guild, user: User, *roles: Role) -> None:
        """Let a user join a server, or change the member's roles."""
        guild.members[user.id] = (user, roles)

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """Create a text channel."""
        channel = Channel(self.new_id(), name, guild=guild)
        return self._register(channel)

    def add_thread(
        self,
        parent: Channel,
        name: str,
        owner: User,
        *,
        thread_id: int | None = None,
        kind: ChannelKind = ChannelKind.PUBLIC_THREAD,
    ) -> Channel:
        """Open a thread; one that starts from a message has the message's id."""
        channel = Channel(
            thread_id or self.new_id(), name, kind, guild=parent.guild, parent=parent, owner=owner
        )
        return self._register(channel)

    def direct_messages(self, user: User) -> Channel:
        """The bot's direct messages with a user, opened when there are none yet."""
        for channel in self.channels.values():
            if channel.recipient == user:
                return channel
        return self._register(Channel(self.new_id(), user.name, ChannelKind.DM, recipient=user))

    def _register(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild is not None:
            channel.guild.channels.append(channel)
        return channel
