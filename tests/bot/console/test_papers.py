"""`track`, `verify` and `brief` for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.bot.console.conftest import Run

QUOTE = "In the absence of the Sri Lankan delegation the agenda was duly amended"


@pytest.mark.parametrize(
    ("quote", "verdict", "cited", "code"),
    [
        (QUOTE, "exact", "2009-12-14-ahg-som-perth#p5", 0),
        (f"At Auckland, “{QUOTE}”", "wrong meeting", "2009-12-14-ahg-som-perth#p5", 0),
        (f"{QUOTE} twice", "altered", "2009-12-14-ahg-som-perth#p5", 0),
        ("The bananas of the emperor were purple", "not found", None, 3),
    ],
)
def test_a_verdict_is_one_json_document(
    run: Run, published: Path, quote: str, verdict: str, cited: str | None, code: int
) -> None:
    ran = run("verify", quote, "--json", "--data", published)
    told = json.loads(ran.out)
    assert told.keys() == {"verdict", "citation", "diff"}
    assert (told["verdict"], told["citation"], ran.code) == (verdict, cited, code)


def test_a_diff_is_pairs_of_an_operation_and_words(run: Run, published: Path) -> None:
    ran = run("verify", QUOTE.replace("duly ", ""), "--json", "--data", published)
    assert ["-", "duly"] in json.loads(ran.out)["diff"]


def test_tracked_quotes_are_dated_and_oldest_first(run: Run, published: Path) -> None:
    ran = run("track", "information sharing", "--json", "--data", published)
    quotes = json.loads(ran.out)
    assert [each["date"] for each in quotes] == sorted(each["date"] for each in quotes)
    assert all(each.keys() == {"date", "meeting", "label", "quote", "citation"} for each in quotes)


def test_nothing_said_on_a_topic_ends_as_nothing_found(run: Run, published: Path) -> None:
    ran = run("track", "elephants", "--json", "--data", published)
    assert (ran.code, json.loads(ran.out)) == (3, [])
    assert run("track", "elephants", "--data", published).code == 3


def test_a_brief_is_printed_and_told_as_json(run: Run, published: Path) -> None:
    ran = run("brief", "Perth", "--data", published)
    assert ran.code == 0
    assert "Place: Perth, Australia" in ran.out
    told = json.loads(run("brief", "Perth", "--json", "--data", published).out)
    assert told["kind"] == "brief"
    assert told["citations"]


def test_an_ambiguous_meeting_exits_with_2(run: Run, published: Path) -> None:
    assert run("brief", "RILON Colombo", "--data", published).code == 2


def test_a_verified_quote_shows_its_changes(run: Run, published: Path) -> None:
    ran = run("verify", QUOTE.replace("duly ", ""), "--data", published)
    assert "[-duly-]" in ran.out


def test_several_quotations_have_a_verdict_each_and_the_worst_in_all(
    run: Run, published: Path
) -> None:
    text = f"At Perth, “{QUOTE}”, and “the bananas of the emperor were purple”."
    told = json.loads(run("verify", text, "--json", "--data", published).out)
    assert [each["verdict"] for each in told["quotations"]] == ["exact", "not found"]
    assert told["quotations"][0]["citation"] == "2009-12-14-ahg-som-perth#p5"
    assert told["verdict"] == "not found"
