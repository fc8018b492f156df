"""Messages: what was posted, what became of it, and how Discord writes it down."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag

from tests.loopback.failures import Json, RefusalError
from tests.loopback.places import Channel, Guild, Role, User, now_text


class MessageFlag(IntFlag):
    """The message flags that matter here."""

    SUPPRESS_EMBEDS = 1 << 2
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    COMPONENTS_V2 = 1 << 15


NO_FLAGS = MessageFlag(0)


class Component(IntEnum):
    """Discord's component types."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    TEXT_DISPLAY = 10
    LABEL = 18


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way to Discord, which may tell a wrong size of it, or lose it."""

    filename: str
    content: bytes
    told_bytes: int | None = None
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that Discord keeps; `url` serves it unless it is lost."""

    id: int
    upload: Upload
    url: str

    @property
    def filename(self) -> str:
        """As it was uploaded."""
        return self.upload.filename

    @property
    def content(self) -> bytes:
        """All of it."""
        return self.upload.content

    def payload(self) -> Json:
        """Discord's attachment object."""
        told = self.upload.told_bytes
        return {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.content) if told is None else told,
            "url": self.url,
            "proxy_url": self.url,
        }


def components_in(components: Sequence[Json]) -> Iterator[Json]:
    """Every component, nested ones after the one that holds them."""
    for component in components:
        yield component
        yield from components_in(component.get("components") or [])
        for key in ("component", "accessory"):
            if component.get(key):
                yield from components_in([component[key]])


@dataclass(slots=True, eq=False)
class Message:
    """One message as it stands now; `revisions` counts the edits that changed it."""

    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: MessageFlag = NO_FLAGS
    mentions: tuple[User, ...] = ()
    reply_to: "Message | None" = None
    interaction: Json | None = None
    sent_at: str = field(default_factory=now_text)
    edited_at: str | None = None
    revisions: int = 0
    deleted: bool = False
    reactions: list[tuple[str, User]] = field(default_factory=list)
    thread: Channel | None = None

    @property
    def ephemeral(self) -> bool:
        """Whether only the user who asked sees it."""
        return MessageFlag.EPHEMERAL in self.flags

    @property
    def loading(self) -> bool:
        """Whether it still says "… is thinking"."""
        return MessageFlag.LOADING in self.flags

    @property
    def files(self) -> Mapping[str, bytes]:
        """The attached files' content by name."""
        return {attachment.filename: attachment.content for attachment in self.attachments}

    @property
    def controls(self) -> list[Json]:
        """The components that a user can act on, disabled ones too, in order."""
        return [part for part in components_in(self.components) if part.get("custom_id")]

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons, links too, in order; the custom id where one has no label."""
        return [
            part.get("label") or part.get("custom_id") or ""
            for part in components_in(self.components)
            if part["type"] == Component.BUTTON
        ]

    @property
    def text(self) -> str:
        """All that a reader sees: content, embeds and text components, a line each."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [embed.get("author", {}).get("name", ""), embed.get("title", "")]
            parts.append(embed.get("description", ""))
            for entry in embed.get("fields", []):
                parts += [entry["name"], entry["value"]]
            parts.append(embed.get("footer", {}).get("text", ""))
        displays = components_in(self.components)
        parts += [part["content"] for part in displays if part["type"] == Component.TEXT_DISPLAY]
        return "\n".join(part for part in parts if part)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.content.strip() or self.embeds or self.components or self.attachments)

    def apply(self, body: Json, uploads: Sequence[Attachment]) -> None:
        """Take over what a request sets; what it leaves out stays.

        Raises:
            RefusalError: nothing would be left to show.
        """
        if "content" in body:
            self.content = body["content"] or ""
        if "embeds" in body:
            self.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
        if "components" in body:
            self.components = json.loads(json.dumps(body["components"] or []))  # a copy, cheaply
            for number, part in enumerate(components_in(self.components), 1):
                part["id"] = part.get("id") or number
        if "attachments" in body:
            kept = {str(named["id"]) for named in body["attachments"] or []}
            self.attachments = [a for a in self.attachments if str(a.id) in kept]
        self.attachments += uploads
        lasting = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2
        self.flags |= MessageFlag(body.get("flags") or 0) & lasting
        if self.is_empty:
            raise RefusalError(400, 50006, "Cannot send an empty message")

    def revise(self, body: Json, uploads: Sequence[Attachment]) -> None:
        """Edit it as `apply` does; a message that was loading is loaded now."""
        was_loading = self.loading
        self.apply(body, uploads)
        self.flags &= ~MessageFlag.LOADING
        self.revisions += 1
        if not was_loading:
            self.edited_at = now_text()

    def payload(self, *, reveal: bool = True) -> Json:
        """Discord's message object; without `reveal`, what the content intent hides is empty."""
        base: Json = {
            "id": str(self.id),
            "type": self._type(),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": self.content if reveal else "",
            "embeds": self.embeds if reveal else [],
            "components": self.components if reveal else [],
            "attachments": [a.payload() for a in self.attachments] if reveal else [],
            "mentions": [_mentioned(user, self.channel.guild) for user in self.mentions],
            "mention_roles": [str(role.id) for role in self._mentioned_roles()],
            "mention_everyone": False,
            "flags": int(self.flags),
            "timestamp": self.sent_at,
            "edited_timestamp": self.edited_at,
            "pinned": False,
            "tts": False,
            "reactions": self._reaction_counts(),
        }
        if self.interaction is not None:
            base |= {
                "interaction_metadata": self.interaction,
                "application_id": str(self.author.id),
                "webhook_id": str(self.author.id),
            }
        if self.reply_to is not None:
            base |= self._reference()
        if self.thread is not None:
            base["thread"] = self.thread.payload(self.author)
        return base

    def event(self, *, reveal: bool = True) -> Json:
        """The message as the gateway sends it, with the server and the author's membership."""
        payload = self.payload(reveal=reveal)
        guild = self.channel.guild
        if guild is None:
            return payload
        member = guild.member_payload(self.author)
        return {**payload, "guild_id": str(guild.id), "member": member}

    def _mentioned_roles(self) -> list[Role]:
        roles = [] if self.author.bot or self.channel.guild is None else self.channel.guild.roles
        return [role for role in roles if role.mention in self.content]

    def _type(self) -> int:
        if self.interaction is not None:
            return 20 if self.interaction["type"] == 2 else 0
        return 0 if self.reply_to is None else 19

    def _reference(self) -> Json:
        assert self.reply_to is not None
        reference: Json = {
            "type": 0,
            "message_id": str(self.reply_to.id),
            "channel_id": str(self.reply_to.channel.id),
        }
        if self.channel.guild_id is not None:
            reference["guild_id"] = str(self.channel.guild_id)
        shown = None if self.reply_to.deleted else self.reply_to
        nested = None
        if shown is not None:
            nested = {
                key: value
                for key, value in shown.payload().items()
                if key not in ("referenced_message", "message_reference")
            }
        return {"message_reference": reference, "referenced_message": nested}

    def _reaction_counts(self) -> list[Json]:
        names = dict.fromkeys(name for name, _ in self.reactions)
        counted = []
        for name in names:
            users = [user for other, user in self.reactions if other == name]
            counted.append(
                {
                    "emoji": {"id": None, "name": name},
                    "count": len(users),
                    "count_details": {"burst": 0, "normal": len(users)},
                    "burst_colors": [],
                    "me": any(user.bot for user in users),
                    "me_burst": False,
                }
            )
        return counted


def _mentioned(user: User, guild: Guild | None) -> Json:
    if guild is None or user.id not in guild.members:
        return user.payload()
    return {**user.payload(), "member": guild.member_payload(user)}
