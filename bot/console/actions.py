"""`actions`: the list, one item with its history, and changing where it stands."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.console.changes import set_status, undo_status
from bot.console.json_output import action_json, event_json
from bot.console.options import AsJson, AsOf, Corpus, Data
from bot.console.output import end, print_answer, print_json
from bot.console.session import opened
from index import finding, replies
from index.generation import Generation
from index.item_life.recording import Recorded
from index.item_life.selecting import ActionOptions, select_actions

app = typer.Typer()
group = typer.Typer(invoke_without_command=True)
app.add_typer(group, name="actions")

Item = Annotated[str, typer.Argument(help="The id of an action item: A-1B2C.")]


@group.callback()
def list_items(
    context: typer.Context,
    status: Annotated[
        str | None, typer.Option(help="open, followed up, done, dropped or source removed.")
    ] = None,
    owner: Annotated[str | None, typer.Option(help='A state, a body or "members".')] = None,
    meeting: Annotated[str | None, typer.Option(help="The meeting where it arose.")] = None,
    as_of: AsOf = None,
    strength: Annotated[
        str | None, typer.Option(help="commitment, decision, offer or recommendation.")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the action items; sub-commands show and change one."""
    if context.invoked_subcommand is not None:
        return
    with opened(corpus, data) as session:
        generation = session.generation
    today = datetime.now(UTC).date()
    late = "yes" if overdue else None
    options = ActionOptions(status, owner, meeting, as_of, strength, late, today)
    if not as_json:
        print_answer(replies.actions_reply(generation, options), generation.edition)
        return
    found = select_actions(generation, options)
    print_json([action_json(each, generation) for each in found])
    end(found=bool(found))


@group.command()
def show(item: Item, corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Show one action item with its evidence and history."""
    with opened(corpus, data) as session:
        generation = session.generation
    if as_json:
        print_json(action_json(finding.find_action(generation, item), generation))
    else:
        print_answer(replies.action_reply(generation, item), generation.edition)


@group.command()
def history(item: Item, corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Show what was done to an action item, when and by whom."""
    with opened(corpus, data) as session:
        generation = session.generation
    if as_json:
        found = finding.find_action(generation, item)
        print_json([event_json(e) for e in generation.lives.histories.get(found.id, ())])
    else:
        print_answer(replies.history_reply(generation, item), generation.edition)


@group.command()
def update(
    item: Item,
    status: Annotated[str, typer.Argument(help="open, followed up, done or dropped.")],
    note: Annotated[str, typer.Argument(help="Why.")] = "",
    evidence: Annotated[str, typer.Option(help="A citation that shows it.")] = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Set the status of an action item; "done" and "dropped" need a note or evidence."""
    with opened(corpus, data) as session:
        recorded = set_status(session, item, status, note, evidence)
        generation = session.generation
    _print_changed(recorded, generation, as_json=as_json)


@group.command()
def undo(item: Item, corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Take back the last change of an action item's status, by a new entry."""
    with opened(corpus, data) as session:
        recorded = undo_status(session, item)
        generation = session.generation
    _print_changed(recorded, generation, as_json=as_json)


def _print_changed(recorded: Recorded, generation: Generation, *, as_json: bool) -> None:
    if as_json:
        print_json(event_json(recorded.event))
    else:
        print_answer(replies.action_reply(generation, recorded.item.id), generation.edition)
