"""`/corpus`: what maintainers do every month: add, see, publish, undo."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.choices import choices_from
from bot.client import Rapporteur
from bot.looks import HISTORY, STATUS
from bot.maintaining.looking import send_look
from bot.maintaining.reindexing import reindex
from bot.maintaining.staged import add_upload, discard_upload, publish_uploads, show_staged
from bot.maintaining.taking_out import ask_removal, roll_back
from bot.permissions import MAY_MAINTAIN, check_maintainer
from index.options import parse_since
from index.suggestions import (
    suggest_documents,
    suggest_generations,
    suggest_staged,
    suggest_uploads,
)

_Upload = app_commands.Range[str, 1, 80]
_Note = app_commands.Range[str, 1, 500]


async def _uploads(
    interaction: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[str]]:
    waiting = await interaction.client.library.uploads.waiting()
    pairs = suggest_staged(waiting, current)
    return [app_commands.Choice(name=label, value=value) for label, value in pairs]


async def _several(
    interaction: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[str]]:
    waiting = await interaction.client.library.uploads.waiting()
    pairs = suggest_uploads(waiting, current)
    return [app_commands.Choice(name=label, value=value) for label, value in pairs]


async def _generations(
    interaction: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[int]]:
    entries = await interaction.client.library.publications.history()
    pairs = suggest_generations(entries, current)
    return [app_commands.Choice(name=label, value=int(value)) for label, value in pairs]


class Corpus(commands.GroupCog, group_name="corpus"):
    """The corpus: add, see, publish, undo; for maintainers."""

    async def interaction_check(  # type: ignore[override]
        self, interaction: discord.Interaction[Rapporteur]
    ) -> bool:
        """Let maintainers through to every command of the group.

        Raises:
            NotPermittedError: the person is none.
        """
        check_maintainer(interaction, MAY_MAINTAIN)
        return True

    @app_commands.command()
    @app_commands.describe(file="A statement: txt, md, html, docx or pdf, at most 10 MiB")
    async def add(
        self, interaction: discord.Interaction[Rapporteur], file: discord.Attachment
    ) -> None:
        """Upload a document and see what publishing it would do; nothing is published yet."""
        await add_upload(interaction, file)

    @app_commands.command()
    @app_commands.describe(upload="One or more of them, or all: what publishing them would do")
    @app_commands.autocomplete(upload=_several)
    async def staged(
        self, interaction: discord.Interaction[Rapporteur], upload: _Upload | None = None
    ) -> None:
        """The uploads that wait to be published."""
        await show_staged(interaction, upload or "")

    @app_commands.command()
    @app_commands.describe(
        upload="One or more, such as S-1A2B S-3C4D, or all", note="Why, for the history"
    )
    @app_commands.autocomplete(upload=_several)
    async def publish(
        self,
        interaction: discord.Interaction[Rapporteur],
        upload: _Upload,
        note: _Note | None = None,
    ) -> None:
        """Publish uploads together: answers know them from then on."""
        await publish_uploads(interaction, upload, note or "")

    @app_commands.command()
    @app_commands.describe(upload="The upload, such as S-1A2B")
    @app_commands.autocomplete(upload=_uploads)
    async def discard(self, interaction: discord.Interaction[Rapporteur], upload: _Upload) -> None:
        """Let go of an upload that was not published."""
        await discard_upload(interaction, upload)

    @app_commands.command()
    @app_commands.describe(document="The document to take out", note="Why, for the history")
    @app_commands.autocomplete(document=choices_from(suggest_documents))
    async def remove(
        self,
        interaction: discord.Interaction[Rapporteur],
        document: app_commands.Range[str, 1, 100],
        note: _Note | None = None,
    ) -> None:
        """See what taking a document out would do, then do it or not."""
        await ask_removal(interaction, document, note or "")

    @app_commands.command()
    @app_commands.describe(generation="One of the last ten", note="Why, for the history")
    @app_commands.autocomplete(generation=_generations)
    async def rollback(
        self,
        interaction: discord.Interaction[Rapporteur],
        generation: app_commands.Range[int, 1, 1_000_000_000],
        note: _Note | None = None,
    ) -> None:
        """Publish again what an earlier generation held."""
        await roll_back(interaction, generation, note or "")

    @app_commands.command(name="reindex")
    async def reindex_folder(self, interaction: discord.Interaction[Rapporteur]) -> None:
        """Publish what changed in the corpus folder; uploads stay."""
        await reindex(interaction)

    @app_commands.command()
    @app_commands.describe(since="A generation or a day: also what is new since then")
    async def history(
        self,
        interaction: discord.Interaction[Rapporteur],
        since: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        """What was done to the corpus, when and by whom."""
        await send_look(interaction, HISTORY, str(parse_since(since)) if since else "")

    @app_commands.command()
    async def status(self, interaction: discord.Interaction[Rapporteur]) -> None:
        """How the corpus stands, and the meetings that it mentions and lacks."""
        await send_look(interaction, STATUS)


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Corpus())
