"""The facts: `meetings`, `attendance`, `delegation`, `rilons`, `glossary`, `source`."""

from typing import Annotated

import typer

from bot.console.json_output import (
    acronym_json,
    attendance_json,
    delegation_json,
    meeting_json,
    rilon_json,
    source_json,
)
from bot.console.options import AsJson, AsOf, Corpus, Data
from bot.console.output import end, print_answer, print_json, print_rows
from bot.console.rendering import source_rows
from bot.console.session import opened
from index import facts, finding, replies

app = typer.Typer()

Meeting = Annotated[
    str, typer.Argument(help='An id, a place, a year, an ordinal and body ("5th TEWG") or a title.')
]


@app.command()
def meetings(
    body: Annotated[str | None, typer.Option(help='A series of meetings: "TEWG".')] = None,
    year: Annotated[int | None, typer.Option(help="A year.")] = None,
    place: Annotated[str | None, typer.Option(help="A city or a country.")] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """List the meetings that the documents report or mention."""
    with opened(corpus, data) as session:
        generation = session.generation
    if not as_json:
        print_answer(
            replies.meetings_reply(generation, body=body, year=year, place=place),
            generation.edition,
        )
        return
    found = facts.select_meetings(generation, body=body, year=year, place=place)
    print_json([meeting_json(each) for each in found])
    end(found=bool(found))


@app.command()
def attendance(
    meeting: Meeting, corpus: Corpus = None, data: Data = None, as_json: AsJson = False
) -> None:
    """Show who attended a meeting, and in which capacity."""
    with opened(corpus, data) as session:
        generation = session.generation
    if not as_json:
        print_answer(replies.attendance_reply(generation, meeting), generation.edition)
        return
    found = finding.find_meeting(generation, meeting)
    listed = facts.attendance_of(generation, found)
    print_json(attendance_json(found, listed))
    end(found=bool(listed))


@app.command()
def delegation(
    name: Annotated[str, typer.Argument(help="A state or an organisation, by any of its names.")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show where a delegation attended, what it owns and where it is quoted."""
    with opened(corpus, data) as session:
        generation = session.generation
    reply = replies.delegation_reply(generation, name)
    if not as_json:
        print_answer(reply, generation.edition)
        return
    found = finding.find_delegation(generation, name)
    attended = facts.delegation_attendance(generation, found)
    owned = [each for each in generation.facts.actions if found.name in each.owners]
    print_json(delegation_json(found, attended, owned, reply, generation))
    end(found=not reply.abstained)


@app.command()
def rilons(
    as_of: AsOf = None, corpus: Corpus = None, data: Data = None, as_json: AsJson = False
) -> None:
    """Show where RILONs exist, with their history."""
    with opened(corpus, data) as session:
        generation = session.generation
    if not as_json:
        print_answer(replies.rilons_reply(generation, as_of=as_of), generation.edition)
        return
    found = facts.select_rilons(generation, as_of=as_of)
    print_json([rilon_json(each) for each in found])
    end(found=bool(found))


@app.command()
def glossary(
    term: Annotated[str | None, typer.Argument(help="An acronym or its long form.")] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Explain acronyms in the documents' own words."""
    with opened(corpus, data) as session:
        generation = session.generation
    if not as_json:
        print_answer(replies.glossary_reply(generation, term), generation.edition)
        return
    found = facts.select_acronyms(generation, term)
    print_json([acronym_json(each) for each in found])
    end(found=bool(found))


@app.command()
def source(
    citation: Annotated[str, typer.Argument(help="2012-06-11-tewg-kuala-lumpur#p7")],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show a cited paragraph between its neighbours."""
    with opened(corpus, data) as session:
        view = session.source(citation)
    if as_json:
        print_json(source_json(view))
    else:
        print_rows(source_rows(view))
