"""The help as a page."""

from collections.abc import Sequence

import discord

from bot.help import Topic
from bot.rendering.answers import ANSWERED
from bot.rendering.pages import Page


def render_overview(topics: Sequence[Topic], name: str) -> Page:
    """All tasks, each with its first example; `name` is the bot's, for mentions."""
    embed = discord.Embed(
        title="What you can ask",
        description="Every answer cites the paragraph that it rests on. "
        "For more on a task: `/help topic`.",
        colour=ANSWERED,
    )
    for topic in topics:
        shown = "\n".join(_example(each, topic, name) for each in topic.examples[:1])
        embed.add_field(name=topic.task, value=shown or topic.text, inline=False)
    return Page("", (embed,))


def render_topic(topic: Topic, name: str) -> Page:
    """One task in full."""
    embed = discord.Embed(title=topic.task, description=topic.text, colour=ANSWERED)
    if topic.examples:
        shown = "\n".join(_example(each, topic, name) for each in topic.examples)
        embed.add_field(name="For example", value=shown, inline=False)
    return Page("", (embed,))


def _example(example: str, topic: Topic, name: str) -> str:
    if example.startswith("/"):
        return f"`{example}`"
    command = f"@{name}" if topic.name == "mentions" else "/ask"
    return f"`{command} {example}`"
