"""What is kept of those who ask in a terminal."""

import io
import json
from pathlib import Path

import pytest

from tests.bot.console.conftest import Run


def questions(run: Run, data: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        run("corpus", "questions", "--data", data, "--json").out
    )
    return found


def test_what_nothing_answers_waits_for_maintainers_until_it_is_deleted(
    run: Run, data: Path
) -> None:
    question = "How many penguins live in the Zagreb zoo?"
    for _ in range(2):
        assert run("ask", question, "--data", data, "--json").code == 3
    run("ask", "Who attended the Perth meeting?", "--data", data)
    [found] = questions(run, data)
    assert (found["kind"], found["text"], found["count"]) == ("not stated", question, 2)
    assert question in run("corpus", "questions", "--data", data).out
    assert "1 question" in run("privacy", "show", "--data", data).out
    assert "Deleted: 1 question" in run("privacy", "delete", "--data", data).out
    ran = run("corpus", "questions", "--data", data)
    assert (ran.code, questions(run, data)) == (3, [])


def test_an_answer_is_called_wrong_in_a_chat_once(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "/wrong",
        "Who attended the Perth meeting?",
        "/wrong Fiji came too",
        "/wrong",
        "How many penguins live in the Zagreb zoo?",
        "/privacy show",
    )
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    ran = run("chat", "--data", data)
    assert "Ask something first" in ran.err
    assert ran.out.count("Kept for the maintainers.") == 1
    assert ran.out.count("You have said so already.") == 1
    assert "2 questions" in ran.out
    wrong = next(each for each in questions(run, data) if each["kind"] == "called wrong")
    assert wrong["notes"] == ["Fiji came too"]
    assert wrong["citations"]


def test_nothing_is_kept_where_it_is_switched_off(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORTEUR_QUESTION_DAYS", "0")
    run("ask", "How many penguins live in the Zagreb zoo?", "--data", data)
    monkeypatch.delenv("RAPPORTEUR_QUESTION_DAYS")
    assert questions(run, data) == []
