"""The form in which a maintainer corrects what was read of an upload's meeting.

It may be sent off after a restart: its id holds the upload and marks of what it showed.
"""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord

from bot.forms import Form, FormRoute
from bot.item_changes import actor_of
from bot.looks import STAGED
from bot.maintaining.looking import Shown, look_at, show
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.replying import acknowledged
from index.publication.detail_texts import LONGEST_TEXT, DetailTexts, detail_texts, marks

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
    shown = DetailTexts()
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_SECONDS):
            _, meeting = await interaction.client.library.uploads.reported(upload)
            shown = detail_texts(meeting)
    await interaction.response.send_modal(_DetailsForm(upload, shown, interaction))


class _DetailsForm(Form):
    """Title, body, date, place and co-chairs; what is left as it was is not corrected."""

    def __init__(
        self, upload: str, shown: DetailTexts, opening: discord.Interaction["Rapporteur"]
    ) -> None:
        name = f"details:{upload}:{marks(shown)}"
        super().__init__(f"Details of {upload}"[:45], name, opening)
        for field, label, example in _FIELDS:
            written: discord.ui.TextInput[Any] = discord.ui.TextInput(
                custom_id=field,
                default=getattr(shown, field),
                placeholder=example,
                required=False,
                max_length=LONGEST_TEXT,
            )
            self.add_item(discord.ui.Label(text=label, component=written))


async def _correct(
    interaction: discord.Interaction[Any], match: re.Match[str], texts: Mapping[str, str]
) -> None:
    """Keep what was corrected and show the dry run anew; what is unreadable is refused."""
    check_maintainer(interaction, MAY_MAINTAIN)
    typed = DetailTexts(**{name: texts.get(name, "") for name, _, _ in _FIELDS})
    client, upload, today = interaction.client, match["upload"], datetime.now(UTC).date()

    async def work() -> Shown:
        actor = actor_of(interaction)
        await client.library.uploads.correct(upload, match["shown"], typed, today, actor=actor)
        return await look_at(client, STAGED, upload)

    await show(interaction, await acknowledged(interaction, work(), update=True), update=True)


DETAILS_FORM = FormRoute(
    re.compile(r"details:(?P<upload>S-[0-9A-F]{4,64}):(?P<shown>[\w-]+)"), _correct
)
