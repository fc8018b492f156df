"""The maintainer's month in the console."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.bot.console.conftest import Run
from tests.bot.console.test_maintaining import NADI

NOT_STATED = {
    "question": "Is there a RILON in Suva?",
    "kind": "none",
    "file": "003_654b5551d489c0c1.txt",
}


@pytest.fixture
def data(published: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, and one golden question: of what no document says."""
    (tmp_path / "golden.json").write_text(json.dumps([NOT_STATED]))
    monkeypatch.setenv("RAPPORTEUR_GOLDEN", str(tmp_path / "golden.json"))
    if not any(published.iterdir()):
        run("meetings", "--data", published)
    return shutil.copytree(published, tmp_path / "own")


@pytest.fixture
def upload(run: Run, data: Path, tmp_path: Path) -> str:
    """The id of a staged statement."""
    (tmp_path / "nadi.txt").write_text(NADI)
    [added] = json.loads(run("corpus", "add", tmp_path / "nadi.txt", "--data", data, "--json").out)
    return str(added["upload"])


def test_a_file_is_added_seen_published_and_taken_back(run: Run, data: Path, upload: str) -> None:
    listed = json.loads(run("corpus", "staged", "--data", data, "--json").out)
    assert [(each["upload"], each["file"]) for each in listed] == [(upload, "nadi.txt")]
    shown = run("corpus", "staged", upload, "--data", data).out
    assert "Participants (3): Australia, Fiji, Indonesia" in shown
    refused = run("corpus", "publish", upload, "--data", data)
    assert (refused.code, refused.out) == (1, "")
    assert "lowers the golden figures: 0 of 1 right" in refused.err
    options = ("--note", "monthly", "--anyway", "--json")
    ran = run("corpus", "publish", upload, "--data", data, *options)
    assert json.loads(ran.out)["added"] == 1
    assert "Nadi" in run("ask", "Where did senior officials meet in June 2014?", "--data", data).out
    [latest, *_] = json.loads(run("corpus", "history", "--data", data, "--json").out)
    assert (latest["action"], latest["note"]) == ("add", "monthly")
    assert latest["added"] == ["2014-06-03-ahg-som-nadi"]
    assert run("corpus", "rollback", "1", "--data", data).code == 0
    assert json.loads(run("corpus", "status", "--data", data, "--json").out)["documents"] == 5


def test_uploads_are_published_together(run: Run, data: Path, upload: str, tmp_path: Path) -> None:
    (tmp_path / "suva.txt").write_text(NADI.replace("Nadi", "Suva"))
    run("corpus", "add", tmp_path / "suva.txt", "--data", data)
    both = json.loads(run("corpus", "staged", "all", "--data", data, "--json").out)
    assert [each["file"] for each in both] == ["nadi.txt", "suva.txt"]
    options = ("--data", data, "--anyway", "--json")
    assert json.loads(run("corpus", "publish", "all", *options).out)["added"] == 2
    assert run("corpus", "publish", "all", *options).code == 3


def test_refused_files_are_told_one_a_line_and_the_others_staged(
    run: Run, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "nadi.txt").write_text(NADI)
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = run("corpus", "add", *(tmp_path / f for f in ("empty.txt", "nadi.txt")), "--data", data)
    assert ran.code == 1
    assert ran.err == "empty.txt: this file is empty.\n"
    assert "nadi.txt is AHG SOM Nadi 2014" in ran.out


def test_details_are_corrected_by_option(run: Run, data: Path, upload: str) -> None:
    ran = run("corpus", "edit", upload, "--date", "5 June 2014", "--data", data, "--json")
    changed = json.loads(ran.out)
    assert changed["document"]["id"] == "2014-06-05-ahg-som-nadi"
    assert changed["details"] == {"dates": ["2014-06-05", "2014-06-05"]}
    refused = run("corpus", "edit", upload, "--date", "some day", "--data", data)
    assert (refused.code, refused.out) == (1, "")
    again = json.loads(run("corpus", "edit", upload, "--date", "", "--data", data, "--json").out)
    assert again["details"] == {}


def test_what_does_not_wait_is_not_found(run: Run, data: Path, upload: str) -> None:
    assert run("corpus", "discard", upload, "--data", data).code == 0
    for command in ("publish", "discard", "staged"):
        ran = run("corpus", command, upload, "--data", data)
        assert (ran.code, ran.out) == (3, "")
        assert "it may have been published or discarded" in ran.err


def test_removing_and_history_name_the_document(run: Run, data: Path) -> None:
    document = "2009-12-14-ahg-som-perth"
    assert "Removed" in run("corpus", "remove", document, "--data", data).out
    told = run("corpus", "history", "--since", "1", "--data", data).out
    assert document in told
    assert "No longer stated" in told
    assert run("corpus", "remove", document, "--data", data).code == 3


def test_the_chat_takes_the_same_commands(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nadi.txt").write_text(NADI)
    lines = (f"/corpus add {tmp_path / 'nadi.txt'}", "/corpus staged", "/corpus rollback x")
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    ran = run("chat", "--data", data)
    assert "nadi.txt is AHG SOM Nadi 2014" in ran.out
    assert "1 upload waiting" in ran.out
    assert "“x” is no number of a generation." in ran.err
