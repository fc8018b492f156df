"""Putting facts right in a terminal: the same as on Discord."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.bot.console.conftest import Run

PERTH = "Perth"


def test_a_fact_is_listed_put_right_shown_exported_and_taken_back(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = json.loads(run("attendance", PERTH, "--data", data, "--json").out)
    entry = found["attendance"][-1]
    citation, name = entry["citation"], entry["delegation"]
    assert "corrected" not in entry
    facts = json.loads(run("corpus", "facts", citation, "--data", data, "--json").out)
    [fact] = [e["fact"] for e in facts if e["fact"].startswith(f"attendance/{name}/")]
    assert fact in run("corpus", "facts", citation, "--data", data).out
    note = ("--note", "The list says so.")
    ran = run(
        "corpus", "correct", citation, fact, "set", "special guest", *note, "--data", data, "--json"
    )
    assert json.loads(ran.out)["generation"] == 2
    after = json.loads(run("attendance", PERTH, "--data", data, "--json").out)["attendance"]
    [changed] = [each for each in after if each["delegation"] == name]
    assert changed["capacity"] == "special guest"
    assert changed["corrected"]
    shown = run("attendance", PERTH, "--data", data).out
    assert "as corrected by a maintainer on" in shown
    rows = list(csv.DictReader(io.StringIO(run("export", "attendance", "--data", data).out)))
    assert [e["delegation"] for e in rows if e["corrected"]] == [name]
    [listed] = json.loads(run("corpus", "corrections", "--data", data, "--json").out)
    assert (listed["state"], listed["value"], listed["note"]) == (
        "applied",
        "special guest",
        "The list says so.",
    )
    lines = f"/corpus undo 1\n/corpus corrections\n/corpus facts {citation}"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    ran = run("chat", "--data", data)
    assert ran.err == ""
    assert "Generation 3" in ran.out
    assert "Taken back" in ran.out
    again = json.loads(run("attendance", PERTH, "--data", data, "--json").out)
    assert again["attendance"] == found["attendance"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("correct", "p. 7", "Fiji", "hide"), 1),
        (("correct", "x-1#p1", "Fiji", "hide"), 3),
        (("correct", "2013-06-24-tewg-auckland#p6", "Atlantis", "hide"), 3),
        (("correct", "2013-06-24-tewg-auckland#p6", "Canada", "drop"), 1),
        (("undo", "first"), 1),
        (("undo", "7"), 3),
        (("facts", "x-1#p1"), 3),
    ],
)
def test_what_cannot_be_corrected_is_refused_in_a_sentence(
    run: Run, published: Path, arguments: tuple[str, ...], code: int
) -> None:
    ran = run("corpus", *arguments, "--data", published)
    assert (ran.code, ran.out) == (code, "")
    assert len(ran.err.splitlines()) == 1
