"""Pages that maintainers look at, with buttons that work after a restart.

A button's id holds what it shows: `look:<what>:<page>:<argument>`.
"""

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.looks import CORRECTIONS, HISTORY, LOOKS, STAGED, STATUS
from bot.permissions import MAY_MAINTAIN, check_maintainer
from bot.rendering.answers import render_answer
from bot.rendering.markdown import shorten
from bot.rendering.pages import Control, Page
from bot.replying import acknowledged, deliver
from bot.requests import Request
from bot.tree import reporting
from bot.views import answer_view, page_turns
from index.publication.uploads import EVERYTHING

if TYPE_CHECKING:
    from bot.client import Rapporteur

_Button = discord.ui.Button[Any]
_ROW = 4  # of the buttons that turn pages
_LABEL = 80
_LISTED = 9  # uploads that a list has buttons for; with the one for all, two rows
_PAGED = (STATUS, STAGED, HISTORY, CORRECTIONS)
_OPTION = {STAGED: "upload", HISTORY: "since"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of what maintainers look at.

    Attributes:
        what: key of `LOOKS`.
        argument: that it was looked up with, or "".
        notice: a sentence that stands above it, or "".
        missing: works out what it lacks, so that the same look shows it; None where all is there.
    """

    what: str
    argument: str
    notice: str
    page: Page
    missing: Callable[[], Awaitable[object]] | None

    @property
    def view(self) -> discord.ui.View:
        """Buttons to the published paragraphs, to what can be done, to other pages."""
        view = answer_view(replace(self.page, number=1, count=1), owner=0)
        for target, label in page_turns(self.page):
            view.add_item(LookButton(self.what, target, self.argument, label))
        return view


async def look_at(
    client: "Rapporteur", what: str, argument: str = "", number: int = 1, notice: str = ""
) -> Shown:
    """One page of what maintainers look at.

    Raises:
        RapporteurError: it cannot be shown.
    """
    arguments = [argument] if argument else []
    look = await LOOKS[what](client.library, *arguments)
    options = {_OPTION[what]: argument} if argument else {}
    request, generation = Request.of(f"corpus {what}", **options), client.library.generation
    page = await client.compute(render_answer, look.answer, request, generation.edition, number)
    published = (each for each in page.sources if each.citation.document in generation.documents)
    page = replace(
        page,
        content="\n".join(filter(None, (page.content, notice))),
        sources=tuple(published),
        controls=await _controls(client, what, argument, look.mark),
    )
    return Shown(what, argument, notice, page, look.missing)


async def send_look(
    interaction: discord.Interaction["Rapporteur"],
    what: str,
    argument: str = "",
    *,
    number: int = 1,
    update: bool = False,
    notice: str = "",
) -> None:
    """Show a page of something; with `update`, in the place of the message pressed.

    Raises:
        RapporteurError: it cannot be shown.
    """
    work = look_at(interaction.client, what, argument, number, notice)
    await show(interaction, await acknowledged(interaction, work, update=update), update=update)


async def show(
    interaction: discord.Interaction["Rapporteur"], shown: Shown, *, update: bool = False
) -> None:
    """Show a page, and once more when what it lacks is known."""
    client = interaction.client
    message = await deliver(interaction, shown.page, shown.view, update=update)
    if shown.missing is None or message is None:
        return

    async def completed() -> Shown:
        found = shown
        while found.missing is not None:
            await found.missing()
            number = found.page.number
            found = await look_at(client, found.what, found.argument, number, found.notice)
        return found

    async def edit(found: Shown) -> None:
        with suppress(discord.HTTPException):  # it may have been deleted
            await deliver(interaction, found.page, found.view)

    await client.unfinished.finish(message, completed(), edit)


async def _controls(
    client: "Rapporteur", what: str, argument: str, mark: str
) -> tuple[Control, ...]:
    """What can be done with uploads; below the list of them, a way to each."""
    if what != STAGED:
        return ()
    styles = discord.ButtonStyle
    if argument:
        publish = Control("Publish", f"staged:publish:{argument}:{mark}", styles.success)
        if argument == EVERYTHING or " " in argument:
            return (publish,)
        return (
            publish,
            Control("Edit details", f"staged:edit:{argument}"),
            Control("Discard", f"staged:discard:{argument}", styles.danger),
        )
    waiting = await client.library.uploads.waiting()
    listed = [(f"{each.id} · {each.file}", each.id) for each in waiting[:_LISTED]]
    if len(waiting) > 1:
        listed.append(("All together", EVERYTHING))
    return tuple(
        Control(shorten(label, _LABEL), f"look:{STAGED}:1:{uploads}") for label, uploads in listed
    )


class LookButton(
    discord.ui.DynamicItem[_Button],
    template=rf"look:(?P<what>{'|'.join(_PAGED)}):(?P<number>\d{{1,5}}):(?P<argument>.{{0,60}})",
):
    """Shows a page in the place of the one that it stands below, to maintainers."""

    def __init__(self, what: str, number: int, argument: str, label: str) -> None:
        button: _Button = discord.ui.Button(
            label=label,
            custom_id=f"look:{what}:{number}:{argument}",
            style=discord.ButtonStyle.primary,
            row=_ROW,
        )
        super().__init__(button)
        self._what = what
        self._number = number
        self._argument = argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Read back from the button's id what it shows."""
        return cls(match["what"], int(match["number"]), match["argument"], "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page."""
        async with reporting(interaction):
            check_maintainer(interaction, MAY_MAINTAIN)
            await send_look(
                interaction, self._what, self._argument, number=self._number, update=True
            )
