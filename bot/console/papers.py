"""What goes into papers: `track`, `verify`, `brief`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.console.json_output import Json, answer_json
from bot.console.lookups import Meeting
from bot.console.options import AsJson, Corpus, Data
from bot.console.output import end, print_answer, print_json
from bot.console.session import opened
from index import replies
from index.generation import Generation
from index.quotations.verifying import Verdict, Verification, verify_all
from index.replies.tracking import Mention, track
from index.replies.verifying import verifications_answer

app = typer.Typer()


@app.command("track")
def track_command(
    topic: Annotated[str, typer.Argument(help='What to follow: "information sharing".')],
    since: Annotated[str | None, typer.Option(help="From a day, a month or a year on.")] = None,
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show dated quotes on a topic, oldest first, and what changed."""
    with opened(corpus, data) as session:
        generation = session.generation
        if not as_json:
            print_answer(replies.track_reply(generation, topic, since), generation.edition)
            return
        found = track(generation, topic, since)
    print_json([_mention_json(each, generation) for each in found])
    end(found=bool(found))


@app.command("verify")
def verify_command(
    quote: Annotated[str, typer.Argument(help='The words; with its source: At Perth, "…".')],
    corpus: Corpus = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Check a quote word by word against the documents."""
    with opened(corpus, data) as session:
        generation = session.generation
        found = verify_all(generation, quote)
    if not as_json:
        print_answer(verifications_answer(generation, found), generation.edition)
        return
    print_json(_verification_json(found[0]) if len(found) == 1 else _verifications_json(found))
    end(found=any(one.verdict is not Verdict.NOT_FOUND for one in found))


@app.command("brief")
def brief_command(
    meeting: Meeting, corpus: Corpus = None, data: Data = None, as_json: AsJson = False
) -> None:
    """Show one page on a meeting."""
    with opened(corpus, data) as session:
        generation = session.generation
        found = replies.brief_reply(generation, meeting)
    if as_json:
        print_json(answer_json(found))
    else:
        print_answer(found, generation.edition)


def _mention_json(mention: Mention, generation: Generation) -> Json:
    """A quote; "date" is that of its document, "meeting" the id of the one it reports."""
    meeting = generation.reported.get(mention.document.id)
    day = mention.document.date
    return {
        "date": day.isoformat() if day else None,
        "meeting": meeting.id if meeting else None,
        "label": mention.document.label_of(mention.paragraph),
        "quote": mention.sentence,
        "citation": str(mention.citation),
    }


def _verifications_json(found: Sequence[Verification]) -> Json:
    """Several quotations, each with its verdict; that of all is the worst of them."""
    worst = max((each.verdict for each in found), key=list(Verdict).index)
    each = [{"quote": one.quote, **_verification_json(one)} for one in found]
    return {"verdict": worst.value, "citation": None, "diff": [], "quotations": each}


def _verification_json(found: Verification) -> Json:
    """The verdict, where the words stand (null for nowhere), and the words that differ."""
    stands = found.verdict is not Verdict.NOT_FOUND
    return {
        "verdict": found.verdict.value,
        "citation": str(found.citations[0]) if stands else None,
        "diff": [[change.op.value, change.words] for change in found.diff],
    }
