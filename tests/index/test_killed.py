"""What was acknowledged survives `kill -9`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.item_life.selecting import select_actions
from index.item_life.statuses import EventKind
from index.library import open_library
from tests.index.item_life.test_recognition import APIA, SENTENCES, written
from tests.index.killed_writers import UPDATES
from tests.index.publication.texts import BALI, PERTH

ROOT = Path(__file__).parents[2]
KILLS = 20
PUBLISHERS = 30


forked = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="writers are forked, which this system lacks"
)


@forked
def test_what_was_staged_and_published_is_whole_after_each_kill(data: Path, tmp_path: Path) -> None:
    folder, notes = tmp_path / "texts", tmp_path / "notes"
    folder.mkdir()
    notes.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    (folder / "bali.txt").write_text(BALI)
    program = [sys.executable, "-m", "tests.index.killed_publishers"]
    command = [*program, str(folder), str(data), str(notes), str(PUBLISHERS)]
    done = subprocess.run(
        command, cwd=ROOT, timeout=120, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    cut = {step: int(times) for step, times in (e.split(": ") for e in done.stdout.split(", "))}
    assert sum(cut.values()) == PUBLISHERS


@forked
async def test_every_acknowledged_update_is_there_exactly_once_and_in_order(
    data: Path, tmp_path: Path
) -> None:
    folder, notes = tmp_path / "texts", tmp_path / "notes"
    folder.mkdir()
    notes.mkdir()
    (folder / "apia.txt").write_text(written(APIA, SENTENCES))
    program = [sys.executable, "-m", "tests.index.killed_writers"]
    command = [*program, str(folder), str(data), str(notes), str(KILLS)]
    subprocess.run(command, check=True, cwd=ROOT, timeout=120)  # noqa: ASYNC221
    acknowledged = {path.name: path.read_text().splitlines() for path in notes.iterdir()}
    assert acknowledged["whole"][-1] == "end"
    assert len(acknowledged["whole"]) == UPDATES + 1
    cut_short = [name for name, lines in acknowledged.items() if lines[-1:] != ["end"]]
    assert cut_short
    async with open_library(data, folder) as library:
        histories = library.generation.lives.histories.values()
        stored = [
            f"{each.number} {each.item} {each.entry.note}"
            for events in histories
            for each in events
            if each.entry.kind is EventKind.UPDATE
        ]
        assert all([e.number for e in each] == sorted(e.number for e in each) for each in histories)
        assert len({line.split()[-1] for line in stored}) == len(stored)
        for lines in acknowledged.values():
            told = [line for line in lines if line != "end"]
            numbers = [int(line.split()[0]) for line in told]
            assert numbers == sorted(set(numbers))
            assert set(told) <= set(stored)
        assert select_actions(library.generation)
