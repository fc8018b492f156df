"""`corpus`: what maintainers do and look at."""

from typing import Annotated

import typer

from bot.console.json_output import concerning_json
from bot.console.keeping import kept_questions
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import end, print_json, print_rows
from bot.console.rendering import answer_rows
from bot.console.session import opened
from index.replies.concerns import concerns_answer

app = typer.Typer()
group = typer.Typer(no_args_is_help=True, help="The corpus, for its maintainers.")
app.add_typer(group, name="corpus")


@group.command()
def questions(
    since: Annotated[str, typer.Option(help="Only what was asked since a day.")] = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List questions that nothing answers, and answers called wrong."""
    with opened(corpus, data) as session:
        found = kept_questions(session, since)
    if as_json:
        print_json([concerning_json(each) for each in found])
    else:
        print_rows(answer_rows(concerns_answer(found)))
    end(found=bool(found))
