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
from bot.rendering.pages import Control, Page
from bot.replying import acknowledged, deliver
from bot.requests import SMALL_PRINT, Request, shown_request
from bot.tree import reporting
from bot.views import answer_view
from index.publication.golden import LowersGoldenError

if TYPE_CHECKING:
    from bot.client import Rapporteur

_PUBLISH = "corpus publish"


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
        staged = await client.library.uploads.stage(file.filename, content, actor=actor)
        return staged.id, await look_page(client, STAGED, staged.id)

    upload, page = await acknowledged(interaction, work())
    await deliver(interaction, page, look_view(page, STAGED, upload))


async def publish_upload(
    interaction: discord.Interaction["Rapporteur"],
    upload: str,
    note: str = "",
    *,
    anyway: bool = False,
    update: bool = False,
) -> None:
    """Publish an upload, and show what that did; what lowers the golden figures asks again.

    Raises:
        RapporteurError: it is refused; nothing was written.
    """
    publications, actor = interaction.client.library.publications, actor_of(interaction)

    async def work() -> Page:
        if not anyway:
            await publications.check_golden([upload])
        result = await publications.publish_staged([upload], actor=actor, note=note)
        return result_page(result, f"{escape(upload)} was published", actor)

    try:
        page = await acknowledged(interaction, work(), update=update)
    except LowersGoldenError as lowered:
        asked = Request.of(_PUBLISH, upload=upload, note=note)
        text = f"{SMALL_PRINT}{escape(str(asked))}\n{lowered} Publish it all the same?"
        page = Page(text, (), controls=_second_look(upload))
    await deliver(interaction, page, answer_view(page, 0), update=update)


def _second_look(upload: str) -> tuple[Control, ...]:
    return (
        Control("Publish anyway", f"staged:anyway:{upload}", discord.ButtonStyle.danger),
        Control("Back to the dry run", f"look:{STAGED}:1:{upload}"),
    )


async def discard_upload(
    interaction: discord.Interaction["Rapporteur"], upload: str, *, update: bool = False
) -> None:
    """Let go of an upload.

    Raises:
        NotFoundError: it does not wait any more.
    """
    actor = actor_of(interaction)
    discarding = interaction.client.library.uploads.discard(upload, actor=actor)
    staged = await acknowledged(interaction, discarding, update=update)
    name = escape(f"{staged.id} ({staged.file})")
    await tell(interaction, f"{name} was discarded by **{escape(actor.name)}**.", update=update)


def _noted(message: discord.Message | None) -> str:
    """The note that was given when a publish was first asked for."""
    asked = shown_request(message.content if message else "", {_PUBLISH})
    return dict(asked.options).get("note", "")


class StagedButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"staged:(?P<what>publish|anyway|edit|discard):(?P<upload>S-[0-9A-F]{4,64})",
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
            elif self._what == "anyway":
                note = _noted(interaction.message)
                await publish_upload(interaction, self._upload, note, anyway=True, update=True)
            elif self._what == "discard":
                await discard_upload(interaction, self._upload, update=True)
            else:
                await open_details(interaction, self._upload)
