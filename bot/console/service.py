"""`run`, the Discord bot, and what happens when no sub-command is given."""

import asyncio

import typer

from bot.console.chat import converse
from bot.console.options import Corpus, Data
from bot.logs import start_logging
from bot.settings import Settings, read_settings

app = typer.Typer()


def start(context: typer.Context) -> None:
    """Answers questions about meetings from their published statements, with citations.

    Without a sub-command it runs the bot where DISCORD_TOKEN is set, else a chat.
    """
    if context.invoked_subcommand is not None:
        return
    settings = read_settings()
    if settings.discord_token is None:
        converse(None, None)
    else:
        _run(settings)


@app.command()
def run(corpus: Corpus = None, data: Data = None) -> None:
    """Run the Discord bot."""
    _run(read_settings(corpus=corpus, data=data))


def _run(settings: Settings) -> None:
    start_logging(settings.data, on_terminal=True)
    from bot.client import run_bot  # discord.py loads slowly and only the bot needs it

    asyncio.run(run_bot(settings))
