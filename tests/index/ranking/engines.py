"""Every engine behind the seam, for the suite that all of them must pass."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

from index.engine import Engine
from index.ranking.bm25 import BM25Engine
from tests.cluster import engines_in_cluster

EngineOf = Callable[[Sequence[Sequence[str]]], Engine]


@contextmanager
def bm25() -> Iterator[EngineOf]:
    """The one in this process."""
    yield BM25Engine


# A way to make engines for the length of a test; it may skip the test, saying why.
ENGINES: Mapping[str, Callable[[], AbstractContextManager[EngineOf]]] = {
    "bm25": bm25,
    "opensearch": engines_in_cluster,
}
