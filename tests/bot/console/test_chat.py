"""A conversation in the terminal, as lines from a pipe."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.console.slash import command_forms
from bot.help import topics
from tests.bot.console.conftest import Ran, Run


def _chat(run: Run, monkeypatch: pytest.MonkeyPatch, data: Path, *lines: str) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return run("chat", "--data", data)


def test_questions_and_commands_are_answered_in_order(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    lines = ("Who attended the Perth meeting?", "Where do RILONs exist?", "/meetings year:2011")
    ran = _chat(run, monkeypatch, published, *lines[:1], "", *lines[1:])
    assert (ran.code, ran.err) == (0, "")
    echoed = [line for line in ran.out.splitlines() if line.startswith("› ")]
    assert echoed == [f"› {line}" for line in lines]
    assert ran.out.count("[1] ") >= 3


def test_a_refused_line_does_not_end_the_chat(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    lines = ("/attendance Atlantis", "/nonsense", "/glossary RILON")
    ran = _chat(run, monkeypatch, published, *lines)
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 2
    assert "Regional Immigration Liaison Officer Network" in ran.out


@pytest.mark.parametrize("word", ["exit", "QUIT", "/exit"])
def test_exit_ends_the_chat(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path, word: str
) -> None:
    ran = _chat(run, monkeypatch, published, word, "/help")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_number_shows_the_source_behind_the_last_answer(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    ran = _chat(run, monkeypatch, published, "/attendance Perth", "/source 1", "/source [1]")
    assert ran.err == ""
    assert ran.out.count("2009-12-14-ahg-som-perth#p") >= 3


def test_help_shows_every_topic_and_every_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    topic_lines = [f"/help {topic.name}" for topic in topics()]
    ran = _chat(run, monkeypatch, published, "/help", *topic_lines)
    assert ran.err == ""
    assert all(f"  /{name}" in ran.out for name in command_forms())
    assert all(example in ran.out for topic in topics() for example in topic.examples)


def test_a_closed_pipe_and_odd_bytes_leave_no_traceback(published: Path) -> None:
    environment = {**os.environ, "RAPPORTEUR_DATA": str(published), "LC_ALL": "C"}
    environment.pop("DISCORD_TOKEN", None)
    command = f"printf '\\377?\\n/help\\n/meetings\\n' | {sys.executable} -m bot | head -n 1"
    ran = subprocess.run(
        ["bash", "-c", command], capture_output=True, env=environment, check=False, timeout=60
    )
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert ran.stdout.decode().startswith("› ")


def test_follow_ups_lean_on_what_was_asked_before(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    lines = (
        "/attendance Auckland 2013",
        "and who co-chaired it?",
        "the previous one?",
        "show me the source",
        "Where do RILONs exist?",
        "and in Manila?",
    )
    ran = _chat(run, monkeypatch, published, *lines)
    assert ran.err == ""
    _, _, chairs, previous, sources, _, manila = ran.out.split("› ")
    assert "New Zealand and Australia" in chairs
    assert "Understood: TEWG Auckland 2013 — from the question before" in chairs
    assert "TEWG Kuala Lumpur 2012 — the one before TEWG Auckland 2013" in previous
    assert "2012-06-11-tewg-kuala-lumpur#p" in sources
    assert "RILON in Manila" in manila


def test_meetings_that_may_be_meant_are_listed_with_their_ids(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    ran = _chat(run, monkeypatch, published, "When was the Colombo meeting held?", "the TEWG one")
    assert "TEWG Colombo 2011, 10–11 May 2011  2011-05-10-tewg-colombo" in ran.out
    assert "Understood: TEWG Colombo 2011 — from the question before" in ran.out


def test_papers_are_asked_for_as_on_discord(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    lines = (
        "/track topic:questionnaire since:2012",
        "/verify In the absence of the Sri Lankan delegation",
        "/brief Perth",
        "and who attended it?",
    )
    ran = _chat(run, monkeypatch, published, *lines)
    assert ran.err == ""
    assert "What changed" in ran.out
    assert "Exact: these words stand in AHG SOM Perth 2009" in ran.out
    assert "AHG SOM Perth 2009 — from the question before" in ran.out


def test_a_status_is_changed_in_the_chat(
    run: Run, monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "suva.txt").write_text("Fiji and Tonga agreed to publish a newsletter.\n")
    monkeypatch.setenv("RAPPORTEUR_CORPUS", str(folder))
    item = run("actions", "--data", data).out.split("• ")[1].split()[0]
    lines = (
        f"/actions update item:{item} status:done",
        f"/actions update item:{item} status:done note:it is out",
        f"/actions undo {item}",
    )
    ran = _chat(run, monkeypatch, data, *lines)
    assert ran.err == "“done” needs a note or a citation as evidence.\n"
    assert "it is out" in ran.out
    assert "undid the last change" in ran.out


def test_a_conversation_is_exported_to_a_file_that_is_never_overwritten(
    run: Run, monkeypatch: pytest.MonkeyPatch, published: Path, tmp_path: Path
) -> None:
    file = tmp_path / "talk.md"
    command = f"/export conversation format:md output:{file}"
    ran = _chat(run, monkeypatch, published, "Who attended the Perth meeting?", command, command)
    assert f"Written: {file}" in ran.out.replace("\n", "")
    assert "2009-12-14-ahg-som-perth" in file.read_text(encoding="utf-8").replace("\\", "")
    assert "exists" in ran.err
