"""`check`: what adding files would do; nothing is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.console.failures import ExitCode
from bot.console.json_output import check_json
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import print_json, print_rows
from bot.console.rendering import Row
from bot.console.session import opened
from corpus.facts import Extract
from index.publication.checking import Check
from index.wording import dates_text, list_text

app = typer.Typer()

_LIST = 2


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Files that you think of adding.")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what adding these files would do; nothing is written."""
    with opened(corpus, data) as session:
        checks = session.check(files)
    if as_json:
        print_json([check_json(each) for each in checks])
    else:
        print_rows(row for each in checks for row in check_rows(each))
    if any(each.reason for each in checks):
        raise typer.Exit(ExitCode.REFUSED)


def check_rows(found: Check) -> Iterator[Row]:
    """One file: what it is, what would be extracted, what to look at, what would change."""
    if found.extract is None:
        yield Row(Text(f"{found.file}: would be rejected: {found.reason}", "yellow"))
        return
    document = found.extract.document
    yield Row(Text(f"{found.file}: {document.label} ({document.id})", "bold"))
    yield from (Row(Text(f"! {each}", "yellow"), _LIST) for each in found.warnings)
    yield from (Row(Text(each), _LIST) for each in _extract_lines(found.extract))
    yield from (Row(Text(f"→ {each}"), _LIST) for each in found.changes)


def _extract_lines(extract: Extract) -> Iterator[str]:
    for meeting in extract.meetings:
        told = "reports" if meeting.reported_by else "mentions"
        place = ", ".join(part for part in (meeting.city, meeting.country) if part)
        chairs = f", co-chairs {list_text(meeting.co_chairs)}" if meeting.co_chairs else ""
        where = f", {place}" if place else ""
        yield f"{told} {meeting.label}: {dates_text(meeting.dates)}{where}{chairs}"
    for entry in extract.attendance:
        yield f"attendance: {entry.delegation.name} ({entry.capacity.value})"
    for item in extract.actions:
        due = f", due {item.due_text}" if item.due_text else ""
        owners = list_text(item.owners) or "nobody named"
        yield f"action item {item.id} ({item.strength.value}; {owners}{due}): {item.text}"
    for rilon in extract.rilons:
        for step in rilon.history:
            yield f"RILON {rilon.place}: {step.step.value}, {dates_text(step.dates)}"
    for acronym in extract.acronyms:
        yield f"acronym: {acronym.acronym}, {acronym.meaning}"
