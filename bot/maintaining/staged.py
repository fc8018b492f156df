"""What becomes of uploads: published, corrected or discarded, by buttons and commands.

The buttons work after a restart: their ids hold all that a press needs.
"""

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.item_changes import actor_of
from bot.looks import STAGED
from bot.maintaining.details_form import open_details
from bot.maintaining.looking import Shown, look_at, send_look, show
from bot.maintaining.showing import result_page, tell
from bot.maintaining.uploads import received
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.markdown import escape
from bot.rendering.pages import Control, Page
from bot.replying import acknowledged, deliver
from bot.requests import SMALL_PRINT, Request, shown_request
from bot.tree import reporting
from bot.views import answer_view
from index.errors import InputError
from index.library import Library
from index.publication.choices import OutdatedDryRunError
from index.publication.golden import LowersGoldenError
from index.publication.uploads import EVERYTHING
from index.wording import list_text

if TYPE_CHECKING:
    from bot.client import Rapporteur

_PUBLISH = "corpus publish"
_LONGEST = 60  # characters of the uploads that a button names


async def add_upload(
    interaction: discord.Interaction["Rapporteur"], file: discord.Attachment
) -> None:
    """Stage a file, and show what publishing it would do.

    Raises:
        RapporteurError: it is refused; nothing is kept of it.
    """
    client, actor = interaction.client, actor_of(interaction)

    async def work() -> Shown:
        content = await received(file)
        staged = await client.library.uploads.stage(file.filename, content, actor=actor)
        return await look_at(client, STAGED, staged.id)

    await show(interaction, await acknowledged(interaction, work()))


async def show_staged(interaction: discord.Interaction["Rapporteur"], uploads: str) -> None:
    """Show what waits; or of some what publishing them together would do.

    Raises:
        RapporteurError: one does not wait, or they are more than a button can name.
    """
    named = await _named(interaction.client.library, uploads) if uploads else ""
    await send_look(interaction, STAGED, named)


async def publish_uploads(
    interaction: discord.Interaction["Rapporteur"],
    uploads: str,
    note: str = "",
    *,
    seen: str = "",
    anyway: bool = False,
    update: bool = False,
) -> None:
    """Publish uploads together, and show what that did; what lowers golden figures asks again.

    With `seen`, the mark of the dry run that was looked at, what would differ from it is shown
    instead.

    Raises:
        RapporteurError: it is refused; nothing was written.
    """
    named = await _named(interaction.client.library, uploads)
    work = _published(interaction, named, note, seen, anyway=anyway)
    try:
        page = await acknowledged(interaction, work, update=update)
    except OutdatedDryRunError as outdated:
        await send_look(interaction, STAGED, named, update=update, notice=str(outdated))
    else:
        await deliver(interaction, page, answer_view(page, 0), update=update)


async def _published(
    interaction: discord.Interaction["Rapporteur"],
    named: str,
    note: str,
    seen: str,
    *,
    anyway: bool,
) -> Page:
    """What publishing did, or the question whether it shall be done although figures fall."""
    library, actor = interaction.client.library, actor_of(interaction)
    run = await library.planning.dry_run(await library.uploads.named(named))
    if seen and run.mark != seen:
        raise OutdatedDryRunError
    try:
        if not anyway:
            await library.planning.check_golden(run.plan)
    except LowersGoldenError as lowered:
        return _asking_twice(lowered, named, note, run.mark)
    after = run.plan.result.generation - 1 if seen else None
    publishing = library.publications.publish_staged(run.ids, actor=actor, note=note, after=after)
    were = "was" if len(run.ids) == 1 else "were"
    return result_page(await publishing, f"{list_text(run.ids)} {were} published", actor)


async def _named(library: Library, uploads: str) -> str:
    """Uploads as a button's id holds them: their ids, or "all".

    Raises:
        NotFoundError: one does not wait.
        InputError: they are too many for a button.
    """
    if uploads.strip().casefold() == EVERYTHING:
        return EVERYTHING
    named = " ".join(await library.uploads.named(uploads))
    if len(named) > _LONGEST:
        raise InputError(f"Name fewer uploads, or “{EVERYTHING}”.")
    return named


def _asking_twice(lowered: LowersGoldenError, uploads: str, note: str, mark: str) -> Page:
    asked = Request.of(_PUBLISH, upload=uploads, note=note)
    text = f"{SMALL_PRINT}{escape(str(asked))}\n{lowered} Publish it all the same?"
    anyway = f"staged:anyway:{uploads}:{mark}"
    controls = (
        Control("Publish anyway", anyway, discord.ButtonStyle.danger),
        Control("Back to the dry run", f"look:{STAGED}:1:{uploads}"),
    )
    return Page(text, (), controls=controls)


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
    template=r"staged:(?P<what>publish|anyway|edit|discard):(?P<uploads>[^:]{1,60})(?::(?P<seen>\w+))?",
):
    """Publishes, corrects or discards the uploads that its message shows, for a maintainer."""

    def __init__(self, what: str, uploads: str, seen: str) -> None:
        custom_id = f"staged:{what}:{uploads}" + (f":{seen}" if seen else "")
        super().__init__(discord.ui.Button(label=what, custom_id=custom_id))
        self._what = what
        self._uploads = uploads
        self._seen = seen

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read the upload back from the button's id."""
        return cls(match["what"], match["uploads"], match["seen"] or "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it in the place of the dry run."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            if self._what == "discard":
                await discard_upload(interaction, self._uploads, update=True)
            elif self._what == "edit":
                await open_details(interaction, self._uploads)
            else:
                anyway = self._what == "anyway"
                note = _noted(interaction.message) if anyway else ""
                await publish_uploads(
                    interaction, self._uploads, note, seen=self._seen, anyway=anyway, update=True
                )
