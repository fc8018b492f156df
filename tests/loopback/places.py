"""Users, roles, servers and channels, and how Discord writes them down."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum, IntFlag

from tests.loopback.failures import Json

_JOINED = "2024-01-01T00:00:00+00:00"


class Permission(IntFlag):
    """The permissions that tests name; Discord has more."""

    ADMINISTRATOR = 1 << 3
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    USE_APPLICATION_COMMANDS = 1 << 31
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38


ALL_PERMISSIONS = (1 << 53) - 1
EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)


class ChannelKind(IntEnum):
    """Discord's channel types, those served here."""

    TEXT = 0
    DM = 1
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12


@dataclass(frozen=True, slots=True)
class User:
    """A person or the bot."""

    id: int
    name: str
    bot: bool = False

    @property
    def mention(self) -> str:
        """How a message names this user."""
        return f"<@{self.id}>"

    def payload(self) -> Json:
        """Discord's user object."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": None if self.bot else self.name.title(),
            "discriminator": "0",
            "avatar": None,
            "primary_guild": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
        }


@dataclass(frozen=True, slots=True)
class Role:
    """A role of one server; the one with the server's id is @everyone."""

    id: int
    name: str
    permissions: int = 0
    bot_id: int | None = None  # of the bot for which Discord made it

    @property
    def mention(self) -> str:
        """How a message names this role."""
        return f"<@&{self.id}>"

    def payload(self, position: int) -> Json:
        """Discord's role object."""
        tags = {} if self.bot_id is None else {"tags": {"bot_id": str(self.bot_id)}}
        return {
            **tags,
            "id": str(self.id),
            "name": self.name,
            "permissions": str(int(self.permissions)),
            "position": position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "managed": self.bot_id is not None,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(slots=True)
class Guild:
    """A server with its roles, channels, threads and members' roles."""

    id: int
    name: str
    owner: User
    roles: list[Role]
    members: dict[int, tuple[User, tuple[Role, ...]]] = field(default_factory=dict)
    channels: list["Channel"] = field(default_factory=list)

    def permissions(self, user: User) -> int:
        """What a member may do: the union of the roles; owner and administrators may all."""
        held = self.roles[0].permissions
        for role in self.members[user.id][1]:
            held |= role.permissions
        if user.id == self.owner.id or held & Permission.ADMINISTRATOR:
            return ALL_PERMISSIONS
        return int(held)

    def member_payload(self, user: User) -> Json:
        """Discord's member object, without its user."""
        return {
            "roles": [str(role.id) for role in self.members[user.id][1]],
            "joined_at": _JOINED,
            "nick": None,
            "avatar": None,
            "banner": None,
            "premium_since": None,
            "communication_disabled_until": None,
            "pending": False,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }

    def full_member_payload(self, user: User) -> Json:
        """Discord's member object with its user."""
        return {**self.member_payload(user), "user": user.payload()}

    def payload(self) -> Json:
        """Discord's guild object as REST answers it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.id),
            "roles": [role.payload(position) for position, role in enumerate(self.roles)],
            "icon": None,
            "description": None,
            "splash": None,
            "discovery_splash": None,
            "banner": None,
            "features": [],
            "emojis": [],
            "stickers": [],
            "afk_channel_id": None,
            "afk_timeout": 300,
            "application_id": None,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "home_header": None,
            "incidents_data": None,
            "max_members": 500_000,
            "max_presences": None,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "mfa_level": 0,
            "nsfw": False,
            "nsfw_level": 0,
            "preferred_locale": "en-US",
            "premium_progress_bar_enabled": False,
            "premium_subscription_count": 0,
            "premium_tier": 0,
            "public_updates_channel_id": None,
            "region": "",
            "rules_channel_id": None,
            "safety_alerts_channel_id": None,
            "system_channel_flags": 0,
            "system_channel_id": None,
            "vanity_url_code": None,
            "verification_level": 0,
            "widget_channel_id": None,
            "widget_enabled": False,
        }

    def create_payload(self, bot: User) -> Json:
        """The GUILD_CREATE event for a bot without the members intent: it sees itself only."""
        threads = [channel for channel in self.channels if channel.is_thread]
        return {
            **self.payload(),
            "joined_at": _JOINED,
            "large": False,
            "unavailable": False,
            "member_count": len(self.members),
            "members": [self.full_member_payload(bot)],
            "channels": [c.payload(bot) for c in self.channels if not c.is_thread],
            "threads": [thread.payload(bot) for thread in threads],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }


@dataclass(slots=True)
class Channel:
    """A text channel, a thread (with its `parent`) or a direct message (with its `recipient`)."""

    id: int
    name: str
    kind: ChannelKind = ChannelKind.TEXT
    guild: Guild | None = None
    parent: "Channel | None" = None
    owner: User | None = None
    recipient: User | None = None
    last_message_id: int | None = None
    archived: bool = False

    @property
    def is_thread(self) -> bool:
        """Whether it hangs below another channel."""
        return self.parent is not None

    @property
    def guild_id(self) -> int | None:
        """The server's id; None for a direct message."""
        return None if self.guild is None else self.guild.id

    def payload(self, bot: User) -> Json:
        """Discord's channel object, as the bot sees it."""
        last = None if self.last_message_id is None else str(self.last_message_id)
        base: Json = {"id": str(self.id), "type": int(self.kind), "last_message_id": last}
        if self.recipient is not None:
            return {**base, "recipients": [self.recipient.payload()], "flags": 0}
        base |= {"name": self.name, "guild_id": str(self.guild_id), "flags": 0}
        if self.parent is not None:
            return base | self._thread_fields(bot)
        return base | {
            "position": 0,
            "permission_overwrites": [],
            "parent_id": None,
            "topic": None,
            "nsfw": False,
            "rate_limit_per_user": 0,
        }

    def _thread_fields(self, bot: User) -> Json:
        assert self.parent is not None
        assert self.owner is not None
        return {
            "parent_id": str(self.parent.id),
            "owner_id": str(self.owner.id),
            "message_count": 0,
            "member_count": 2,
            "total_message_sent": 0,
            "rate_limit_per_user": 0,
            "thread_metadata": {
                "archived": self.archived,
                "archive_timestamp": now_text(),
                "auto_archive_duration": 1440,
                "locked": False,
                "create_timestamp": now_text(),
            },
            "member": {
                "id": str(self.id),
                "user_id": str(bot.id),
                "join_timestamp": now_text(),
                "flags": 0,
            },
        }


def now_text() -> str:
    """The time now as Discord writes it."""
    return datetime.now(UTC).isoformat()
