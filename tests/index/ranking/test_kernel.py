"""The kernel ranks as NumPy does, and where it cannot, NumPy ranks."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

from index.ranking.bm25 import BM25Engine
from index.ranking.kernel import MOST, Kernel, loaded_meanwhile, process_kernel
from tests.index.ranking.engines import compiled

pytestmark = pytest.mark.xdist_group("kernel")

CORPUS = [["visa", "fee"], ["border", "visa"], ["portal"], ["training", "portal"]]


def test_every_query_ranks_as_numpy_ranks_it_over_many_windows() -> None:
    """Short paragraphs of few words tie often."""
    chance = random.Random(7)
    words = [f"w{rank}" for rank in range(1, 300)]
    weights = [1 / rank for rank in range(1, 300)]
    corpus = [chance.choices(words, weights, k=chance.randint(0, 6)) for _ in range(5_000)]
    ours, numpy = BM25Engine(corpus, compiled()), BM25Engine(corpus, Kernel())
    for limit in (1, 10, 200, MOST + 1):
        for _ in range(40):
            query = chance.choices(words, k=chance.randint(1, 8))
            assert ours.top(query, limit) == numpy.top(query, limit)


def test_an_engine_ranks_with_a_kernel_that_is_loaded_later() -> None:
    kernel = Kernel()
    engine = BM25Engine(CORPUS, kernel)
    assert [hit.number for hit in engine.top(["visa"], 3)] == [0, 1]
    kernel.rank = lambda *_: (np.array([3]), np.array([0.5]))
    assert engine.top(["visa"], 3) == [(3, 0.5)]


def test_without_numba_numpy_ranks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numba", None)
    kernel = Kernel()
    kernel.load()
    assert kernel.rank is None
    assert [hit.number for hit in BM25Engine(CORPUS, kernel).top(["visa"], 3)] == [0, 1]


def test_a_cache_that_cannot_be_written_costs_a_compilation_and_no_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from numba import config

    (tmp_path / "file").touch()
    monkeypatch.setattr(config, "CACHE_DIR", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(config, "CACHE_LOCATOR_CLASSES", "UserProvidedCacheLocator")
    kernel = Kernel()
    kernel.load()
    assert [hit.number for hit in BM25Engine(CORPUS, kernel).top(["visa"], 3)] == [0, 1]
    assert kernel.rank is not None
    assert "no locator available" in caplog.text


async def test_the_kernel_of_the_process_is_loaded_while_it_serves() -> None:
    async with loaded_meanwhile():
        pass
    assert process_kernel().rank is not None
