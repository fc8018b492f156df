"""`reindex`: the corpus folder against the store."""

import typer

from bot.console.changes import login
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_published
from bot.console.session import opened

app = typer.Typer()


@app.command()
def reindex(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Publish the corpus folder as a new generation."""
    with opened(corpus, data) as session:
        result = session.reindex(login())
    print_published(result, as_json=as_json)
