"""`reindex`: the corpus folder against the store."""

import typer

from bot.console.changes import login
from bot.console.corpus_json import publish_json
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_answer, print_json
from bot.console.session import opened
from index.replies.corpus import publish_reply

app = typer.Typer()


@app.command()
def reindex(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Publish the corpus folder as a new generation."""
    with opened(corpus, data) as session:
        result = session.reindex(login())
    if as_json:
        print_json(publish_json(result))
    else:
        print_answer(publish_reply(result))
