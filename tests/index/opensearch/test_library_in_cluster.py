"""A library ranks in the cluster that it is given, and answers as one that has none."""

import asyncio
import shutil
from pathlib import Path

import pytest

from index.assistant import answer
from index.evaluation.questions import read_questions
from index.library import open_library
from index.opensearch.address import parse_address
from index.opensearch.engine import NOTE, OpenSearchEngine
from index.search import search
from tests.cluster import cluster_address
from tests.index.opensearch.gate import gate_before

pytestmark = pytest.mark.xdist_group("cluster")

QUESTIONS = ["What was said about information sharing?", "What did they agree on databases?"]


async def test_answers_and_passages_are_those_of_a_library_without_cluster(
    data: Path, shipped_corpus: Path
) -> None:
    async with (
        open_library(data, shipped_corpus, cluster=cluster_address()) as there,
        open_library(data, shipped_corpus) as here,
    ):
        assert isinstance(there.generation.engine, OpenSearchEngine)
        golden = read_questions((shipped_corpus.parent / "golden.json").read_bytes())
        for question in [*QUESTIONS, *(each.question for each in golden[::60])]:
            assert answer(there.generation, question) == answer(here.generation, question)
            assert search(there.generation, question) == search(here.generation, question)


async def test_a_publish_moves_the_cluster_along(
    data: Path, shipped_corpus: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(shipped_corpus, folder)
    async with open_library(data, folder, cluster=cluster_address()) as library:
        before = library.generation
        (folder / "note.txt").write_text("Statement\n\nThe zeppelin programme was approved.\n")
        await library.reindex()
        assert library.generation.number > before.number
        found = answer(library.generation, "Was the zeppelin programme approved?")
        assert "zeppelin" in found.text
        assert answer(before, QUESTIONS[0]).note == found.note == ""


async def test_an_answer_says_it_no_longer_once_the_cluster_is_back(
    data: Path, shipped_corpus: Path
) -> None:
    with gate_before(cluster_address()) as gate:
        gate.shut = True
        async with open_library(data, shipped_corpus, cluster=gate.address) as library:

            async def asked() -> str:
                found = await asyncio.to_thread(answer, library.generation, QUESTIONS[0])
                return found.note

            assert await asked() == await asked() == NOTE
            gate.shut = False
            for _ in range(300):
                if not await asked():
                    break
                await asyncio.sleep(0.2)
            assert await asked() == ""


async def test_answers_say_that_the_cluster_is_away(data: Path, shipped_corpus: Path) -> None:
    nowhere = parse_address("http://bot:s3cr3t@127.0.0.1:9")
    async with open_library(data, shipped_corpus, cluster=nowhere) as library:
        found = answer(library.generation, QUESTIONS[0])
        fact = answer(library.generation, "Who attended the Perth meeting?")
    assert found.note == NOTE
    assert found.citations
    assert fact.note == ""
