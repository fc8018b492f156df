"""`follow`: what the person at this login follows, and what is new of it."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.text import Text

from bot.console.changes import login
from bot.console.json_output import answer_json
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import end, print_answer, print_json, print_rows
from bot.console.rendering import Row
from bot.console.session import opened
from index.item_life.following import Digest
from index.item_life.follows import Follow, parse_what
from index.library import Library

app = typer.Typer()
group = typer.Typer(no_args_is_help=True, help="Follow a matter over publishes.")
app.add_typer(group, name="follow")


@group.command()
def add(
    what: Annotated[str, typer.Argument(help="delegation, topic, owner or series.")],
    name: Annotated[str, typer.Argument(help="Its name; of a topic the words.")],
    corpus: Corpus = None,
    data: Data = None,
) -> None:
    """Follow something from the next publish on."""
    wanted, now = parse_what(what), datetime.now(UTC)
    with opened(corpus, data) as session:
        follow = session.apply(
            lambda library: library.following.add(
                library.generation, login().id, wanted, name, actor=login(), now=now
            )
        )
    print_rows([Row(Text(f"You now follow {follow}."))])


@group.command("list")
def list_follows(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """List what you follow, by number."""
    with opened(corpus, data) as session:
        follows, _ = session.apply(lambda library: library.following.of(login().id))
    if as_json:
        print_json([{"number": e.id, "what": e.what.value, "name": e.name} for e in follows])
    else:
        print_rows(Row(Text(f"{each.id}  {each}")) for each in follows)
    end(found=bool(follows))


@group.command()
def stop(
    number: Annotated[int, typer.Argument(help="As `follow list` shows it.")],
    corpus: Corpus = None,
    data: Data = None,
) -> None:
    """Stop following something."""

    async def stopped(library: Library) -> Follow:
        return await library.following.stop(login().id, number)

    with opened(corpus, data) as session:
        follow = session.apply(stopped)
    print_rows([Row(Text(f"You no longer follow {follow}."))])


@group.command()
def news(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Show what publishes have brought since you last asked."""
    with opened(corpus, data) as session:
        digest = session.apply(_told)
    if digest is None:
        print_rows([Row(Text("Nothing was published since."))])
        end(found=False)
    elif as_json:
        print_json(answer_json(digest.answer))
    else:
        print_answer(digest.answer)


async def _told(library: Library) -> Digest | None:
    """The digest that is due to this login, noted as delivered."""
    now = datetime.now(UTC)
    for digest in await library.following.due(library.generation, now):
        if digest.channel == login().id:
            await library.following.delivered(digest, now)
            return digest
    return None
