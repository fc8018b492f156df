"""Every engine behind the seam, for the suite that all of them must pass."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial

import pytest

from index.engine import Engine
from index.ranking.bm25 import BM25Engine
from index.ranking.kernel import Kernel
from tests.cluster import engines_in_cluster

EngineOf = Callable[[Sequence[Sequence[str]]], Engine]


@cache
def compiled() -> Kernel:
    """A kernel that is loaded, in this process once."""
    pytest.importorskip("numba", reason="the extra `fast` is not installed")
    kernel = Kernel()
    kernel.load()
    assert kernel.rank is not None
    return kernel


_IN_ONE_PROCESS = pytest.mark.xdist_group("kernel")  # of the tests, which alone compiles it

# Makes a kernel that leaves ranking to NumPy, and one that ranks.
KERNELS = [
    pytest.param(Kernel, id="numpy"),
    pytest.param(compiled, id="compiled", marks=_IN_ONE_PROCESS),
]


@contextmanager
def bm25() -> Iterator[EngineOf]:
    """The one in this process, as it ranks with NumPy."""
    yield partial(BM25Engine, kernel=Kernel())


@contextmanager
def bm25_compiled() -> Iterator[EngineOf]:
    """The same, with the kernel."""
    yield partial(BM25Engine, kernel=compiled())


# Ways to make engines for the length of a test; one may skip the test, saying why.
ENGINES = [
    pytest.param(bm25, id="bm25"),
    pytest.param(bm25_compiled, id="bm25 compiled", marks=_IN_ONE_PROCESS),
    pytest.param(engines_in_cluster, id="opensearch"),
]
