"""`/corpus correct`, `corrections` and `undo`: single facts put right; for maintainers."""

import discord
from discord import app_commands

from bot.choices import choices_from
from bot.client import Rapporteur
from bot.corpus_group import corpus_group
from bot.looks import CORRECTIONS
from bot.maintaining.correcting import correct_fact, facts_at, undo_correction
from bot.maintaining.looking import send_look
from bot.permissions import MAY_MAINTAIN, check_maintainer
from index.publication.correctable import LONGEST_VALUE
from index.publication.correcting import LONGEST_NOTE
from index.publication.corrections import Ruling
from index.suggestions import suggest_citations

_ACTIONS = [app_commands.Choice(name=each, value=each.value) for each in (Ruling.HIDE, Ruling.SET)]


async def _facts(
    interaction: discord.Interaction[Rapporteur], current: str
) -> list[app_commands.Choice[str]]:
    citation = str(getattr(interaction.namespace, "citation", ""))
    pairs = await facts_at(interaction.client, citation, current)
    return [app_commands.Choice(name=label, value=value) for label, value in pairs]


@app_commands.command(name="correct")
@app_commands.describe(
    citation="The paragraph from which it was read",
    fact="What was read wrongly",
    action="Hide it, or set it to a value",
    value="What is right: a name, a date, a capacity …",
    note="Why, for the list of corrections",
)
@app_commands.choices(action=_ACTIONS)
@app_commands.autocomplete(citation=choices_from(suggest_citations), fact=_facts)
async def correct(
    interaction: discord.Interaction[Rapporteur],
    citation: app_commands.Range[str, 1, 200],
    fact: app_commands.Range[str, 1, 100],
    action: str,
    note: app_commands.Range[str, 1, LONGEST_NOTE],
    value: app_commands.Range[str, 1, LONGEST_VALUE] | None = None,
) -> None:
    """Put a fact right that was read wrongly, or hide it; for maintainers."""
    await correct_fact(interaction, citation, fact, action, value or "", note)


@app_commands.command(name="corrections")
async def corrections(interaction: discord.Interaction[Rapporteur]) -> None:
    """What was put right, by whom and why, and what waits; for maintainers."""
    check_maintainer(interaction, MAY_MAINTAIN)
    await send_look(interaction, CORRECTIONS)


@app_commands.command(name="undo")
@app_commands.describe(
    correction="The number that `/corpus corrections` shows", note="Why, for the history"
)
async def undo(
    interaction: discord.Interaction[Rapporteur],
    correction: app_commands.Range[int, 1, 1_000_000_000],
    note: app_commands.Range[str, 1, LONGEST_NOTE] | None = None,
) -> None:
    """Take a correction back; for maintainers."""
    await undo_correction(interaction, correction, note or "")


async def setup(bot: Rapporteur) -> None:
    """Called by discord.py when the extension is loaded."""
    group = corpus_group(bot.tree)
    group.add_command(correct)
    group.add_command(corrections)
    group.add_command(undo)
