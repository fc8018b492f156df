"""`privacy`: what is kept of the person at this login, and its deletion."""

import typer

from bot.console.keeping import deletion_rows, privacy_rows
from bot.console.options import Corpus, Data
from bot.console.output import print_rows
from bot.console.session import opened

app = typer.Typer()
group = typer.Typer(no_args_is_help=True, help="What is kept of you.")
app.add_typer(group, name="privacy")


@group.command()
def show(corpus: Corpus = None, data: Data = None) -> None:
    """Show what is kept of what you asked."""
    with opened(corpus, data) as session:
        print_rows(privacy_rows(session))


@group.command()
def delete(corpus: Corpus = None, data: Data = None) -> None:
    """Delete what is kept of what you asked, what you typed into chats too."""
    with opened(corpus, data) as session:
        print_rows(deletion_rows(session))
