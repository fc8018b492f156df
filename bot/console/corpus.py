"""`corpus`: what maintainers do and look at."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import looks
from bot.console import corpus_corrections, maintaining
from bot.console.corpus_json import (
    dry_run_json,
    generation_json,
    staged_json,
    status_json,
)
from bot.console.failures import ExitCode
from bot.console.json_output import concerning_json
from bot.console.keeping import kept_questions
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import end, print_answer, print_json, print_published, print_rows
from bot.console.rendering import answer_rows
from bot.console.session import Session, opened
from corpus.errors import RapporteurError
from index.options import parse_since
from index.replies.concerns import concerns_answer

app = typer.Typer()
group = typer.Typer(no_args_is_help=True, help="The corpus, for its maintainers.")
app.add_typer(group, name="corpus")
group.add_typer(corpus_corrections.app)

Upload = Annotated[str, typer.Argument(help="The id of an upload: S-1A2B.")]
Note = Annotated[str, typer.Option(help="Why, for the history.")]


@group.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Statements: txt, md, html, docx or pdf.")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Stage files and show what publishing each would do; nothing is published yet."""
    with opened(corpus, data) as session:
        uploads, refusals = _staged(session, files)
        if as_json:
            shown = [json for each in uploads for json in _dry_run_json(session, each)]
            print_json(shown + refusals)
        else:
            for each in uploads:
                print_rows(answer_rows(maintaining.look(session, looks.STAGED, each)))
    if refusals:
        raise typer.Exit(ExitCode.REFUSED)


@group.command()
def staged(
    uploads: Annotated[
        list[str] | None, typer.Argument(help="Some of them, or all: for their dry run.")
    ] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the uploads that wait, or show what publishing some together would do."""
    with opened(corpus, data) as session:
        if not as_json:
            print_answer(maintaining.look(session, looks.STAGED, " ".join(uploads or ())))
        elif uploads:
            shown = _dry_run_json(session, " ".join(uploads))
            print_json(shown if len(shown) > 1 else shown[0])
        else:
            waiting = session.apply(lambda library: library.uploads.waiting())
            print_json([staged_json(each) for each in waiting])


@group.command()
def publish(
    uploads: Annotated[list[str], typer.Argument(help="Ids of uploads, S-1A2B, or all.")],
    note: Note = "",
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also if that lowers the golden figures.")
    ] = False,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Publish uploads together: answers know them from then on."""
    with opened(corpus, data) as session:
        result = maintaining.publish(session, " ".join(uploads), note, anyway=anyway)
    print_published(result, as_json=as_json)


@group.command()
def edit(
    upload: Upload,
    title: Annotated[str | None, typer.Option()] = None,
    body: Annotated[str | None, typer.Option(help="The series: TEWG.")] = None,
    date: Annotated[str | None, typer.Option(help="11-14 June 2012.")] = None,
    place: Annotated[str | None, typer.Option(help="Kuala Lumpur, Malaysia.")] = None,
    co_chairs: Annotated[str | None, typer.Option(help="Australia and Malaysia.")] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Correct what was read of an upload's meeting; an empty text is as read again."""
    given = {"title": title, "body": body, "dates": date, "place": place, "co_chairs": co_chairs}
    typed = {name: text for name, text in given.items() if text is not None}
    with opened(corpus, data) as session:
        changed = maintaining.edit(session, upload, typed)
        if as_json:
            print_json(_dry_run_json(session, changed.id)[0])
        else:
            print_answer(maintaining.look(session, looks.STAGED, changed.id))


@group.command()
def discard(upload: Upload, corpus: Corpus = None, data: Data = None) -> None:
    """Let go of an upload that was not published."""
    with opened(corpus, data) as session:
        print_rows(maintaining.discard_rows(session, upload))


@group.command()
def remove(
    document: Annotated[str, typer.Argument(help="The id of a published document.")],
    note: Note = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Take a document out; what was cited of it stays citable."""
    with opened(corpus, data) as session:
        result = maintaining.remove(session, document, note)
    print_published(result, as_json=as_json)


@group.command()
def rollback(
    generation: Annotated[int, typer.Argument(help="One of the last ten.")],
    note: Note = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Publish again what an earlier generation held."""
    with opened(corpus, data) as session:
        result = maintaining.roll_back(session, generation, note)
    print_published(result, as_json=as_json)


@group.command()
def history(
    since: Annotated[str, typer.Option(help="A generation or a day: also what is new.")] = "",
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what was done to the corpus, when and by whom."""
    with opened(corpus, data) as session:
        if not as_json:
            print_answer(maintaining.look(session, looks.HISTORY, since))
            return
        wanted = parse_since(since) if since else None
        entries = session.apply(lambda library: library.publications.history(wanted))
    print_json([generation_json(each) for each in entries])


@group.command()
def status(corpus: Corpus = None, data: Data = None, as_json: AsJson = False) -> None:
    """Show how the corpus stands, and the meetings that it mentions and lacks."""
    with opened(corpus, data) as session:
        if not as_json:
            print_answer(maintaining.look(session, looks.STATUS))
            return
        found = session.apply(lambda library: library.publications.status())
        golden = session.apply(lambda library: library.planning.golden_scores())
    print_json(status_json(found, golden))


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


def _staged(session: Session, files: Sequence[Path]) -> tuple[list[str], list[dict[str, Any]]]:
    """The ids of the files that were staged; those that were refused are told one by one."""
    uploads, refusals = [], []
    for file in files:
        try:
            uploads.append(maintaining.stage(session, file).id)
        except RapporteurError as error:
            refusals.append({"file": file.name, "rejected": str(error)})
            print(error, file=sys.stderr)  # noqa: T201  # one line each, as failures are
    return uploads, refusals


def _dry_run_json(session: Session, uploads: str) -> list[dict[str, Any]]:
    return dry_run_json(maintaining.dry_run(session, uploads))
