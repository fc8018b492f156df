"""While the cluster is away the local index answers and says so; nothing hangs or is lost."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from index.engine import Engine, Hit
from index.opensearch import remote
from index.opensearch.address import Address, parse_address
from index.opensearch.engine import NOTE
from index.ranking.bm25 import BM25Engine
from index.standing_in import listening
from tests.cluster import cluster_address, engine_in, new_alias
from tests.index.opensearch.gate import Gate, gate_before

pytestmark = pytest.mark.xdist_group("cluster")

CORPUS = [["visa", "fee"], ["border"], ["visa", "visa"], ["portal", "training", "visa"]]
LOCAL = BM25Engine(CORPUS)
PATIENCE_SECONDS = 30


@pytest.fixture
def gate() -> Iterator[Gate]:
    with gate_before(cluster_address()) as gate:
        yield gate


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_FIRST_PAUSE", 0.1)
    monkeypatch.setattr(remote, "_LONGEST_PAUSE", 0.1)


@contextmanager
def engine_at(address: Address, alias: str = "test-away") -> Iterator[Engine]:
    with engine_in(address, alias, LOCAL) as engine:
        yield engine


def asked(engine: Engine) -> tuple[list[Hit], list[str]]:
    """What an engine ranks, and what it tells about that."""
    with listening() as notes:
        return engine.top(["visa"], 3), notes


def until(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not fact():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_a_cluster_that_was_never_there_leaves_the_local_index_to_answer() -> None:
    nowhere = parse_address("http://127.0.0.1:9,http://127.0.0.1:1")
    with engine_at(nowhere) as engine:
        assert asked(engine) == (LOCAL.top(["visa"], 3), [NOTE])


def test_a_cluster_that_answers_is_not_mentioned(gate: Gate) -> None:
    with engine_at(gate.address) as engine:
        assert asked(engine) == (LOCAL.top(["visa"], 3), [])
        assert ("POST", "_search") in {(how, path.split("/")[-1]) for how, path, _ in gate.asked}


def test_a_cluster_that_goes_and_comes_back_is_reported(
    gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    with engine_at(gate.address) as engine:
        gate.shut = True
        assert asked(engine) == (LOCAL.top(["visa"], 3), [NOTE])
        assert "The search cluster cannot be reached. The local index answers" in caplog.text
        assert "the search cluster is away" in engine.standing
        gate.shut = False
        until(lambda: asked(engine)[1] == [])
        assert "The search cluster ranks again, after" in engine.standing
    assert "The search cluster answers again" in caplog.text


def test_a_cluster_that_comes_later_is_filled_then(gate: Gate) -> None:
    gate.shut = True
    with engine_at(gate.address, new_alias()) as engine:
        assert asked(engine)[1] == [NOTE]
        gate.shut = False
        until(lambda: asked(engine)[1] == [])
        assert asked(engine)[0] == LOCAL.top(["visa"], 3)


def test_a_cluster_that_hangs_is_given_up(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_QUESTION_SECONDS", 0.5)
    with engine_at(gate.address) as engine:
        gate.hanging = True
        assert asked(engine) == (LOCAL.top(["visa"], 3), [NOTE])
        gate.asked.clear()
        for _ in range(50):  # none of these waits for it again
            asked(engine)
        assert not [path for _, path, _ in gate.asked if path.endswith("_search")]


def test_a_busy_cluster_gets_its_paragraphs_later(gate: Gate) -> None:
    gate.busy = 2
    with engine_at(gate.address, new_alias()) as engine:
        assert asked(engine) == (LOCAL.top(["visa"], 3), [])
    bulks = [path for _, path, _ in gate.asked if path.endswith("_bulk")]
    assert len(bulks) == 3


def test_a_password_is_sent_and_never_shown(gate: Gate, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "opensearch")
    node = gate.address.nodes[0]
    url = f"http://bot:s3cr3t%21@{node.host}:{node.port}"
    with engine_at(parse_address(url)) as engine:
        assert asked(engine)[1] == []
        gate.shut = True
        assert asked(engine)[1] == [NOTE]
    assert {authorization for _, _, authorization in gate.asked} == {"Basic Ym90OnMzY3IzdCE="}
    for form in ("s3cr3t!", "s3cr3t%21", "Ym90OnMzY3IzdCE="):
        assert form not in caplog.text
