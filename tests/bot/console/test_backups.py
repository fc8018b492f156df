"""`backup` and `restore`, as whoever runs the bot runs them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from index.library import FILE_NAME
from tests.bot.console.conftest import Run


def test_what_was_entered_after_a_backup_is_gone_after_its_restore(
    run: Run, data: Path, tmp_path: Path
) -> None:
    [item, *_] = json.loads(run("actions", "--data", data, "--json").out)
    saved = tmp_path / "saved.sqlite3"
    assert run("backup", saved, "--data", data).code == 0
    run("actions", "update", item["id"], "done", "Seen.", "--data", data)
    ran = run("restore", saved, "--data", data)
    assert (ran.code, ran.err) == (0, "")
    assert "is kept as rapporteur-until-" in ran.out
    shown = json.loads(run("actions", "show", item["id"], "--data", data, "--json").out)
    assert shown["status"] == item["status"]
    assert len(list(data.glob("rapporteur*.sqlite3"))) == 2


def test_backup_that_would_overwrite_is_refused_in_one_sentence(
    run: Run, published: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.sqlite3"
    run("meetings", "--data", published)
    assert run("backup", saved, "--data", published).code == 0
    ran = run("backup", saved, "--data", published)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{saved} exists; choose another name, or overwrite it.\n"
    assert run("backup", saved, "--overwrite", "--data", published).code == 0


def test_foreign_file_is_refused_in_one_sentence(run: Run, published: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "recipes.sqlite3"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = (published / FILE_NAME).exists()
    ran = run("restore", foreign, "--data", published)
    assert (ran.code, ran.err) == (1, f"{foreign} is not a database of Rapporteur.\n")
    assert (published / FILE_NAME).exists() == before
