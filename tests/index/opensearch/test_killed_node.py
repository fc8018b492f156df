"""A node is killed while questions are asked: no answer is wrong or lost, and they go on."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.token_lists import queries, token_lists
from index.ranking.bm25 import BM25Engine
from index.standing_in import listening
from tests.cluster import cluster_address, engine_in, new_alias

pytestmark = pytest.mark.xdist_group("cluster")

PARAGRAPHS = 2_000
LOAD_SECONDS = 3.0
PATIENCE_SECONDS = 60
KILLED = "2"


@pytest.fixture
def script() -> list[str]:
    """The command line that kills nodes and starts them again, and the cluster's folder."""
    shared, folder = os.environ.get("RAPPORTEUR_SHARED"), os.environ.get("OPENSEARCH_FOLDER")
    if not shared or not folder:
        pytest.skip("OPENSEARCH_FOLDER holds no cluster whose nodes may be killed.")
    return ["bash", str(Path(shared) / "opensearch" / "cluster"), folder]


@contextmanager
def killed(script: list[str]) -> Iterator[None]:
    """One node less, until the end; it then takes some seconds to join again."""
    command, path, folder = script
    subprocess.run([command, path, "kill", KILLED, folder], check=True)
    try:
        yield
    finally:
        subprocess.run([command, path, "up", KILLED, folder], check=True)


def test_questions_go_on_when_a_node_is_killed(script: list[str]) -> None:
    local = BM25Engine(token_lists(PARAGRAPHS))
    asked = queries(40)
    right = [local.top(each, 10) for each in asked]
    wrong: list[int] = []
    answered: list[int] = []

    with engine_in(cluster_address(), new_alias(), local) as engine:

        def ask(number: int) -> None:
            end = time.monotonic() + LOAD_SECONDS
            while time.monotonic() < end:
                if engine.top(asked[number % len(asked)], 10) != right[number % len(asked)]:
                    wrong.append(number)
                answered.append(number)
                number += 2

        def cluster_ranks() -> bool:
            with listening() as notes:
                engine.top(asked[0], 10)
            return not notes

        assert cluster_ranks()
        threads = [threading.Thread(target=ask, args=(first,)) for first in range(2)]
        for each in threads:
            each.start()
        time.sleep(LOAD_SECONDS / 4)
        with killed(script):
            before = len(answered)
            for each in threads:
                each.join()
            assert len(answered) > before
            end = time.monotonic() + PATIENCE_SECONDS
            while not cluster_ranks():
                assert time.monotonic() < end, "the other nodes do not take over"
                time.sleep(0.1)
    assert wrong == []
