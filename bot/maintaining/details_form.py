"""The form in which a maintainer corrects what was read of an upload's meeting."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord

from bot.item_changes import actor_of
from bot.looks import STAGED
from bot.maintaining.looking import look_page, look_view
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.pages import Page
from bot.replying import acknowledged, deliver
from bot.tree import reporting
from corpus.details import Details
from index.publication.detail_texts import LONGEST_TEXT, DetailTexts, corrected, detail_texts

if TYPE_CHECKING:
    from bot.client import Rapporteur

_PATIENCE_SECONDS = 2.0  # Discord waits 3 for a form, which cannot be deferred
_FIELDS = (
    ("title", "Title", ""),
    ("body", "Body", "TEWG"),
    ("dates", "Date", "11-14 June 2012"),
    ("place", "Place", "Kuala Lumpur, Malaysia"),
    ("co_chairs", "Co-chairs", "Australia and Malaysia"),
)


async def open_details(interaction: discord.Interaction["Rapporteur"], upload: str) -> None:
    """Open the form with what is known; empty where reading the file takes too long.

    Raises:
        RapporteurError: the upload does not wait any more, or cannot be read.
    """
    publications = interaction.client.library.publications
    known, shown = Details(), DetailTexts()
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_SECONDS):
            staged, meeting = await publications.reported(upload)
            known, shown = staged.details, detail_texts(meeting)
    await interaction.response.send_modal(DetailsForm(upload, known, shown))


class DetailsForm(discord.ui.Modal):
    """Title, body, date, place and co-chairs; what is left as it was is not corrected."""

    def __init__(self, upload: str, known: Details, shown: DetailTexts) -> None:
        super().__init__(title=f"Details of {upload}"[:45])
        self._upload = upload
        self._known = known
        self._shown = shown
        self._inputs: dict[str, discord.ui.TextInput[Any]] = {}
        for name, label, example in _FIELDS:
            value = getattr(shown, name)
            self._inputs[name] = discord.ui.TextInput(
                custom_id=name,
                default=value[:LONGEST_TEXT],
                placeholder=example,
                required=False,
                max_length=LONGEST_TEXT,
            )
            self.add_item(discord.ui.Label(text=label, component=self._inputs[name]))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Keep what was corrected and show the dry run anew; what is unreadable is refused."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            client = interaction.client
            typed = DetailTexts(**{name: each.value for name, each in self._inputs.items()})
            today = datetime.now(UTC).date()

            async def work() -> Page:
                details = await client.compute(corrected, self._known, self._shown, typed, today)
                await client.library.publications.set_details(
                    self._upload, details, actor=actor_of(interaction)
                )
                return await look_page(client, STAGED, self._upload)

            page = await acknowledged(interaction, work(), update=True)
            await deliver(interaction, page, look_view(page, STAGED, self._upload), update=True)
