"""A cited paragraph between its neighbours, as a page."""

import discord

from bot.rendering.markdown import escape, quotation, shorten
from bot.rendering.pages import Page
from index.answers import SourceView
from index.wording import day_text

CURRENT = discord.Colour(0x2A6F97)
SUPERSEDED = discord.Colour(0x8A8D91)

_TITLE = 256
_DESCRIPTION = 4_096
_SECTION = 200
_NEIGHBOUR = 500
_FOOTER = 500
_SUPERSEDED_NOTE = "**Superseded:** a later revision of this document no longer holds these words."


def render_source(view: SourceView) -> Page:
    """The paragraph as a quotation; its neighbours above and below it, shortened."""
    section = f"**{shorten(escape(view.section), _SECTION)}**" if view.section else ""
    around = [
        *filter(None, [section, _SUPERSEDED_NOTE if view.superseded else ""]),
        shorten(escape(view.before), _NEIGHBOUR),
        shorten(escape(view.after), _NEIGHBOUR),
        f"`{view.citation}`",
    ]
    room = _DESCRIPTION - sum(len(part) + len("\n\n") for part in around)
    quote = quotation(view.text, room)
    parts = [*around[:-2], quote, *around[-2:]]
    embed = discord.Embed(
        title=shorten(escape(view.label), _TITLE),
        description="\n\n".join(filter(None, parts)),
        colour=SUPERSEDED if view.superseded else CURRENT,
    )
    date = f" · {day_text(view.date)}" if view.date else ""
    return Page("", (embed.set_footer(text=shorten(f"{view.title} · {view.file}{date}", _FOOTER)),))
