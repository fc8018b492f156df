"""The golden questions: asked where they can be, compared like with like."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import InputError
from index.evaluation import GoldQuestion
from index.item_life.statuses import NOBODY
from index.library import open_library
from index.publication.golden import Golden, asked_of
from tests.index.generations import generation_of
from tests.index.publication.texts import BALI, NADI, PERTH

QUESTIONS = [
    {
        "question": "What will Members build?",
        "kind": "actions",
        "file": "perth.txt",
        "snippet": "secure portal",
    },
    {
        "question": "Which networks were closed in Lima?",
        "kind": "none",
        "file": "bali.txt",
    },
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "golden.json"
    path.write_text(json.dumps(QUESTIONS))
    return path


def test_questions_are_asked_of_corpora_that_hold_what_they_are_about() -> None:
    perth = GoldQuestion(question="a", kind="k", file="perth.txt")
    bali = replace_file(perth, "bali.txt")
    whole = replace_file(perth, None)
    everything = (perth, bali, whole)
    assert asked_of(everything, [["perth.txt", "bali.txt", "nadi.txt"]]) == everything
    assert asked_of(everything, [["perth.txt", "nadi.txt"]]) == (perth,)
    assert asked_of(everything, [["perth.txt", "bali.txt"], ["bali.txt"]]) == (bali,)


def replace_file(question: GoldQuestion, file: str | None) -> GoldQuestion:
    return question.model_copy(update={"file": file})


async def test_scores_count_only_what_was_asked(questions: Path) -> None:
    golden = Golden(questions)
    both = await golden.scores(generation_of({"perth.txt": PERTH, "bali.txt": BALI}))
    one = await golden.scores(generation_of({"perth.txt": PERTH, "nadi.txt": NADI}))
    assert [len(each.results) for each in (both, one)] == [2, 1]


async def test_change_for_the_worse_is_told(questions: Path) -> None:
    before = generation_of({"perth.txt": PERTH, "nadi.txt": NADI})
    after = generation_of({"perth.txt": BALI, "nadi.txt": NADI})
    assert (await Golden(questions).change(before, after)).lowers
    assert not (await Golden(questions).change(after, before)).lowers
    assert not (await Golden(questions).change(before, replace(before, number=2))).lowers


async def test_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "golden.json").write_text("{}")
    with pytest.raises(InputError, match="no JSON list of questions"):
        await Golden(tmp_path / "golden.json").scores(generation_of({"perth.txt": PERTH}))


async def test_plan_compares_the_answers_before_and_after(
    data: Path, tmp_path: Path, questions: Path
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "perth.txt").write_text(PERTH)
    (folder / "nadi.txt").write_text(NADI)
    async with open_library(data, folder, golden=questions) as library:
        changed = PERTH.replace("build a secure portal", "close the gate").encode()
        staged = await library.uploads.stage("perth.txt", changed, actor=NOBODY)
        planned = await library.planning.uploads([staged.id])
        change = await library.planning.golden_change(planned)
        assert change.lowers
        assert await library.planning.golden_change(planned) is change
        assert (await library.planning.dry_run([staged.id])).golden is change
        assert len((await library.planning.golden_scores()).misses()) == 0
        [perth] = [e.id for e in library.generation.documents.values() if e.file == "perth.txt"]
        removal = await library.planning.removal(perth)
        assert removal.result.removed == ("perth.txt",)
        change = await library.planning.golden_change(removal)
        assert not change.lowers  # what is gone is not asked for
        assert library.generation.number == 1
