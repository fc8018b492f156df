"""What becomes of an upload: published, corrected or discarded, by buttons and commands.

The buttons work after a restart: their ids hold all that a press needs.
"""

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.item_changes import actor_of
from bot.looks import STAGED
from bot.maintaining.details_form import open_details
from bot.maintaining.looking import look_page, look_view
from bot.maintaining.showing import result_page, tell
from bot.maintaining.uploads import received
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.markdown import escape
from bot.rendering.pages import Page
from bot.replying import acknowledged, deliver
from bot.tree import reporting

if TYPE_CHECKING:
    from bot.client import Rapporteur


async def add_upload(
    interaction: discord.Interaction["Rapporteur"], file: discord.Attachment
) -> None:
    """Stage a file, and show what publishing it would do.

    Raises:
        RapporteurError: it is refused; nothing is kept of it.
    """
    client, actor = interaction.client, actor_of(interaction)

    async def work() -> tuple[str, Page]:
        content = await received(file)
        staged = await client.library.publications.stage(file.filename, content, actor=actor)
        return staged.id, await look_page(client, STAGED, staged.id)

    upload, page = await acknowledged(interaction, work())
    await deliver(interaction, page, look_view(page, STAGED, upload))


async def publish_upload(
    interaction: discord.Interaction["Rapporteur"],
    upload: str,
    note: str = "",
    *,
    update: bool = False,
) -> None:
    """Publish an upload, and show what that did.

    Raises:
        RapporteurError: it is refused; nothing was written.
    """
    client, actor = interaction.client, actor_of(interaction)
    publishing = client.library.publications.publish_staged([upload], actor=actor, note=note)
    result = await acknowledged(interaction, publishing, update=update)
    page = result_page(result, f"{escape(upload)} was published", actor)
    await deliver(interaction, page, discord.ui.View(), update=update)


async def discard_upload(
    interaction: discord.Interaction["Rapporteur"], upload: str, *, update: bool = False
) -> None:
    """Let go of an upload.

    Raises:
        NotFoundError: it does not wait any more.
    """
    actor = actor_of(interaction)
    discarding = interaction.client.library.publications.discard(upload, actor=actor)
    staged = await acknowledged(interaction, discarding, update=update)
    name = escape(f"{staged.id} ({staged.file})")
    await tell(interaction, f"{name} was discarded by **{escape(actor.name)}**.", update=update)


class StagedButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"staged:(?P<what>publish|edit|discard):(?P<upload>S-[0-9A-F]{4,64})",
):
    """Publishes, corrects or discards the upload that its message shows, for a maintainer."""

    def __init__(self, what: str, upload: str) -> None:
        super().__init__(discord.ui.Button(label=what, custom_id=f"staged:{what}:{upload}"))
        self._what = what
        self._upload = upload

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the upload back from the button's id."""
        return cls(match["what"], match["upload"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it in the place of the dry run."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            if self._what == "publish":
                await publish_upload(interaction, self._upload, update=True)
            elif self._what == "discard":
                await discard_upload(interaction, self._upload, update=True)
            else:
                await open_details(interaction, self._upload)
