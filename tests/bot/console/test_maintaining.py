"""`check` and `evaluate`, as a maintainer runs them."""

import json
from pathlib import Path

from tests.bot.console.conftest import Run

NADI = """Eighth Meeting of the Ad Hoc Group Senior Officials

Location: Nadi, FijiDate: 3 - 4 June 2014

The eighth Meeting of Ad Hoc Group Senior Officials was held in Nadi, Fiji on 3 and 4 June 2014.

The meeting was attended by representatives of Australia, Fiji and Indonesia.

Members agreed to publish a handbook by the end of 2014. A RILON was established in Suva.
"""


def test_check_tells_what_a_file_would_bring_and_writes_nothing(
    run: Run, published: Path, tmp_path: Path
) -> None:
    (tmp_path / "nadi.txt").write_text(NADI)
    ran = run("check", tmp_path / "nadi.txt", "--data", published, "--json")
    [found] = json.loads(ran.out)
    assert ran.code == 0
    assert found["rejected"] is None
    assert found["meetings"][0]["city"] == "Nadi"
    assert [each["delegation"] for each in found["attendance"]] == [
        "Australia",
        "Fiji",
        "Indonesia",
    ]
    assert found["actions"][0]["due"]["to"] == "2014-12-31"
    [rilon] = [each for each in found["changes"] if "RILON Suva" in each["text"]]
    assert rilon["effect"] == "added"
    assert rilon["citations"] == [found["actions"][0]["citation"]]
    after = json.loads(run("meetings", "--data", published, "--json").out)
    assert not any(meeting["city"] == "Nadi" for meeting in after)


def test_check_warns_of_a_near_duplicate(
    run: Run, published: Path, tmp_path: Path, shipped_corpus: Path
) -> None:
    shipped = sorted(shipped_corpus.glob("*.txt"))[0].read_text(encoding="utf-8")
    (tmp_path / "again.txt").write_text(shipped.replace("Malaysia", "Malaya", 1))
    [found] = json.loads(run("check", tmp_path / "again.txt", "--data", published, "--json").out)
    warnings = [each["text"] for each in found["warnings"]]
    assert any("near-duplicate of TEWG Kuala Lumpur 2012" in each for each in warnings)


def test_check_refuses_what_cannot_be_read(run: Run, published: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    ran = run("check", tmp_path / "empty.txt", tmp_path / "missing.txt", "--data", published)
    assert ran.code == 1
    assert "empty.txt: would be rejected" in ran.out
    assert "missing.txt: would be rejected" in ran.out


def test_check_is_readable_by_people(run: Run, published: Path, tmp_path: Path) -> None:
    (tmp_path / "nadi.txt").write_text(NADI)
    out = run("check", tmp_path / "nadi.txt", "--data", published).out
    assert "Participants (3): Australia, Fiji, Indonesia" in out
    assert "Would be new\n" in out


def test_evaluate_prints_the_figures_and_the_misses(
    run: Run, published: Path, tmp_path: Path
) -> None:
    questions = [
        {
            "question": "Who attended the Perth meeting?",
            "kind": "attendance",
            "snippet": "In attendance were participants from Australia, Indonesia, Malaysia",
            "answer": ["Indonesia"],
        },
        {"question": "Who attended the Perth meeting?", "kind": "none"},
    ]
    (tmp_path / "questions.json").write_text(json.dumps(questions))
    ran = run("evaluate", tmp_path / "questions.json", "--data", published, "--json")
    figures = json.loads(ran.out)
    assert (figures["questions"], figures["recall@1"], figures["answered"]) == (2, 1, 2)
    assert (figures["abstained_correctly"], figures["wrongly_abstained"]) == (0, 0)
    assert [each["kind"] for each in figures["misses"]] == ["none"]
    out = run("evaluate", tmp_path / "questions.json", "--data", published).out
    assert "answered: Who attended the Perth meeting?" in out


def test_evaluate_measures_facts_too(run: Run, published: Path, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"statements": {"nowhere.txt": {}}}')
    figures = json.loads(
        run("evaluate", tmp_path / "facts.json", "--data", published, "--json").out
    )
    assert figures["documents"] == 0


def test_evaluate_refuses_another_file(run: Run, published: Path, tmp_path: Path) -> None:
    (tmp_path / "questions.json").write_text("not json")
    ran = run("evaluate", tmp_path / "questions.json", "--data", published)
    assert (ran.code, ran.out) == (1, "")
    assert "no JSON list of questions" in ran.err
