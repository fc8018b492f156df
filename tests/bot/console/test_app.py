"""Every sub-command, from its arguments to its output and exit code."""

import getpass
import json
from pathlib import Path
from typing import Any

import pytest

from bot.logs import LOG_FILE
from tests.bot.console.conftest import Ran, Run
from tests.index.publication.texts import NADI, PERTH


def _json(ran: Ran) -> Any:
    assert ran.err == ""
    return json.loads(ran.out)


def test_ask_answers_with_quotes_that_stand_in_their_paragraphs(run: Run, published: Path) -> None:
    ran = run("ask", "Who attended the Perth meeting?", "--data", published, "--json")
    answer = _json(ran)
    assert ran.code == 0
    assert answer["kind"] == "attendance"
    assert not answer["abstained"]
    assert answer["citations"]
    assert all(each["quote"] in each["text"] for each in answer["citations"])


def test_an_answer_says_from_which_generation_and_up_to_which_day_it_is(
    run: Run, published: Path
) -> None:
    question = "Who attended the Perth meeting?"
    answer = _json(run("ask", question, "--data", published, "--json"))
    assert (answer["generation"], answer["corpus_date"]) == (1, "2013-06-24")
    for arguments in (("ask", question), ("attendance", "Perth"), ("glossary", "RSO")):
        printed = run(*arguments, "--data", published).out.splitlines()
        assert printed[-1] == "Generation 1 · corpus to 24 June 2013"


def test_ask_may_be_held_to_one_meeting(run: Run, published: Path) -> None:
    question = "Who co-chaired the meeting?"
    answer = _json(run("ask", question, "--meeting", "Auckland", "--data", published, "--json"))
    assert {each["document"] for each in answer["citations"]} == {"2013-06-24-tewg-auckland"}


def test_what_no_document_says_ends_as_not_found(run: Run, published: Path) -> None:
    ran = run("ask", "How many penguins live in the Zagreb zoo?", "--data", published, "--json")
    assert ran.code == 3
    assert _json(ran)["abstained"]


def test_search_ranks_and_respects_its_limit(run: Run, published: Path) -> None:
    passages = _json(run("search", "RILON", "--limit", "3", "--data", published, "--json"))
    assert [set(each) for each in passages] == [{"id", "document", "file", "text", "score"}] * 3
    scores = [each["score"] for each in passages]
    assert scores == sorted(scores, reverse=True)


def test_search_without_a_hit_ends_as_not_found(run: Run, published: Path) -> None:
    ran = run("search", "xylophone", "--data", published, "--json")
    assert (ran.code, _json(ran)) == (3, [])


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (
            ("actions",),
            "id text owners due due_text strength status reason meeting file citation evidence",
        ),
        (("rilons",), "city country status history meetings"),
        (("glossary",), "acronym meaning citation"),
        (
            ("meetings", "--year", "2012"),
            "id title body ordinal start_date end_date city country co_chairs reported_by citation",
        ),
    ],
)
def test_lists_have_their_keys(
    run: Run, published: Path, arguments: tuple[str, ...], keys: str
) -> None:
    listed = _json(run(*arguments, "--data", published, "--json"))
    assert listed
    assert all(list(each) == keys.split() for each in listed)


@pytest.mark.parametrize(
    "arguments",
    [
        ("meetings", "--body", "TEWG"),
        ("attendance", "Perth"),
        ("delegation", "Maldives"),
        ("actions", "--owner", "Maldives"),
        ("rilons", "--as-of", "2013-12-31"),
        ("glossary", "RILON"),
        ("search", "smuggling"),
    ],
)
def test_people_see_an_answer_with_numbered_citations(
    run: Run, published: Path, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments, "--data", published)
    assert (ran.code, ran.err) == (0, "")
    assert "[1]" in ran.out
    assert "#p" in ran.out
    assert "\x1b" not in ran.out  # not a terminal


def test_a_delegation_is_shown_with_all_that_concerns_it(run: Run, published: Path) -> None:
    shown = _json(run("delegation", "the Philippines", "--data", published, "--json"))
    assert shown["delegation"] == {"name": "Philippines", "kind": "country", "code": "PH"}
    assert "2013-06-24-tewg-auckland" in {each["meeting"] for each in shown["attendance"]}
    assert shown["quotes"]


def test_every_citation_in_a_list_resolves_as_a_source(run: Run, published: Path) -> None:
    cited = _json(run("meetings", "--data", published, "--json"))[0]["citation"]
    view = _json(run("source", cited, "--data", published, "--json"))
    assert view["id"] == cited
    assert list(view) == ["id", "label", "text", "before", "after", "document", "superseded"]
    assert cited in run("source", cited, "--data", published).out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("attendance", "Atlantis"), 3),
        (("delegation", "Ruritania"), 3),
        (("source", "2013-06-24-tewg-auckland#p9999"), 3),
        (("source", "no citation"), 1),
        (("actions", "--status", "fine"), 1),
        (("rilons", "--as-of", "yesteryear"), 1),
        (("attendance", "TEWG"), 2),
        (("attendance",), 2),
        (("search", "x", "--limit", "none"), 2),
        (("frobnicate",), 2),
        (("ask", "x", "--corpus", "nowhere"), 1),
        (("run",), 1),
    ],
)
def test_refusals_are_one_sentence_on_stderr(
    run: Run, published: Path, arguments: tuple[str, ...], code: int
) -> None:
    takes_data = arguments[0] not in {"frobnicate"}
    ran = run(*arguments, *(("--data", published) if takes_data else ()))
    assert ran.code == code
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_an_ambiguous_meeting_lists_its_candidates(run: Run, published: Path) -> None:
    assert "2013-06-24-tewg-auckland" in run("attendance", "TEWG", "--data", published).err


def test_reindex_tells_what_it_found(run: Run, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "good.txt").write_text("Fiji and Tonga met in Suva on 3 May 2019.\n")
    (folder / "empty.txt").write_text("")
    first = run("reindex", "--corpus", folder, "--data", data, "--json")
    report = json.loads(first.out)
    assert (report["added"], report["unchanged"]) == (1, 0)
    assert [each["file"] for each in report["rejected"]] == ["empty.txt"]
    assert first.err.startswith("Not published: empty.txt: ")
    (folder / "good.txt").write_text("Fiji and Tonga met in Apia on 3 May 2019.\n")
    second = json.loads(run("reindex", "--corpus", folder, "--data", data, "--json").out)
    assert (second["added"], second["changed"], second["removed"]) == (0, 1, 0)
    assert second["generation"] > report["generation"]
    assert "Apia" in run("search", "Fiji", "--corpus", folder, "--data", data).out


def test_results_come_from_the_corpus_that_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "text.txt").write_text(f"The delegates spoke of {name} at length.\n")
    for name in ("one", "two", "one"):
        found = _json(
            run("search", "delegates", "--corpus", tmp_path / name, "--data", data, "--json")
        )
        assert [each["text"] for each in found] == [f"The delegates spoke of {name} at length."]


def test_a_defect_shows_a_reference_that_the_log_explains(
    run: Run, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("three by nothing")

    monkeypatch.setattr("bot.console.questions.answer", broken)
    ran = run("ask", "Who?", "--data", published)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "three by nothing" not in ran.err
    reference = ran.err.split()[-1].rstrip(".")
    logged = (published / LOG_FILE).read_text()
    assert reference in logged
    assert "three by nothing" in logged


def test_a_status_is_set_and_undone_from_the_console(run: Run, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "suva.txt").write_text("Fiji and Tonga agreed to publish a newsletter.\n")
    where = ("--corpus", folder, "--data", data)
    [item] = _json(run("actions", *where, "--json"))
    refused = run("actions", "update", item["id"], "done", *where)
    assert (refused.code, refused.out) == (1, "")
    assert "needs a note or a citation" in refused.err
    event = _json(run("actions", "update", item["id"], "done", "it is out", *where, "--json"))
    assert (event["item"], event["status"], event["by"]) == (item["id"], "done", getpass.getuser())
    [done] = _json(run("actions", "--status", "done", *where, "--json"))
    assert "it is out" in done["reason"]
    assert "undid" in run("actions", "undo", item["id"], *where).out
    history = _json(run("actions", "history", item["id"], *where, "--json"))
    assert [each["kind"] for each in history] == ["update", "undo"]
    assert _json(run("actions", "show", item["id"], *where, "--json"))["status"] == "open"
    assert run("actions", "history", "A-0000", *where).code == 3


def test_an_export_is_written_to_stdout_or_a_file(
    run: Run, published: Path, tmp_path: Path
) -> None:
    shown = run("export", "rilons", "--format", "json", "--data", published)
    assert json.loads(shown.out)
    written = tmp_path / "meetings.ics"
    run("export", "meetings", "--format", "ics", "--output", written, "--data", published)
    assert written.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run("export", "secrets", "--data", published).code == 1
    nowhere = tmp_path / "none" / "x.csv"
    assert run("export", "rilons", "--output", nowhere, "--data", published).code == 1


def test_what_a_login_follows_is_told_after_a_publish(run: Run, data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "suva.txt").write_text("Fiji and Tonga agreed to publish a newsletter.\n")
    where = ("--corpus", folder, "--data", data)
    assert "topic: visas" in run("follow", "add", "topic", "visas", *where).out
    assert run("follow", "news", *where).code == 3
    (folder / "apia.txt").write_text("Samoa will waive visas for sailors.\n")
    run("reindex", *where)
    told = _json(run("follow", "news", *where, "--json"))
    assert [each["quote"] for each in told["citations"]] == ["Samoa will waive visas for sailors."]
    [followed] = _json(run("follow", "list", *where, "--json"))
    assert "no longer" in run("follow", "stop", str(followed["number"]), *where).out
    assert run("follow", "list", *where).code == 3


def test_reindex_after_an_upgrade_also_publishes_what_changed_in_the_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, data = tmp_path / "corpus", tmp_path / "own"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    places = ("--corpus", folder, "--data", data, "--json")
    assert _json(run("reindex", *places))["added"] == 1
    (folder / "nadi.txt").write_text(NADI)
    monkeypatch.setattr("index.publication.drafts.reader_fingerprint", lambda: "newer")
    assert _json(run("reindex", *places))["added"] == 1
    again = _json(run("reindex", *places))
    assert (again["generation"], again["unchanged"]) == (3, 2)
