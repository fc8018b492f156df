"""One state of the corpus in a cluster: made there where it is missing, and watched."""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from index.engine import Hit
from index.opensearch.cluster import Cluster, ClusterError, Json
from index.opensearch.contents import fingerprint, paragraphs
from index.opensearch.filling import fill, is_filled
from index.opensearch.searching import Formula, find_best
from index.ranking.bm25 import BM25Engine

_log = logging.getLogger(__name__)

_QUESTION_SECONDS = 2.0  # for one ranking; then the local engine answers
_LOOK_SECONDS = 4.0  # for finding out whether the cluster serves
_FIRST_PAUSE = 1.0  # seconds until it is looked for again; doubled each time
_LONGEST_PAUSE = 30.0
_ANY: Json = {"query": {"match_all": {}}, "size": 1}

Lock = Callable[[], AbstractContextManager[bool]]


class RemoteIndex:
    """The paragraphs of one engine, in a cluster. All coroutines run on the cluster's loop.

    Args:
        cluster: that holds them.
        alias: of the corpus; leads to the index published last.
        local: the engine whose paragraphs they are.
        lock: lets this process, or another, make the index; whether it is this one.
    """

    def __init__(self, cluster: Cluster, alias: str, local: BM25Engine, lock: Lock) -> None:
        self._cluster = cluster
        self._alias = alias
        self._local = local
        self._lock = lock
        self._formula = Formula(local.k1, local.b, local.avgdl or 1.0)
        self.name = f"{alias}-{fingerprint(local.postings)}"
        self._recovering: asyncio.Task[None] | None = None
        self.away_since: float | None = None
        self._was_away = 0.0  # seconds, the last time

    @property
    def standing(self) -> str:
        """Whether the cluster ranks, and since when it does not."""
        if self.away_since is not None:
            seconds = time.monotonic() - self.away_since
            return f"The local index ranks: the search cluster is away for {seconds:.0f} s."
        again = f" again, after {self._was_away:.0f} s away" if self._was_away else ""
        return f"The search cluster ranks{again}."

    async def open(self) -> None:
        """Make ready what can be made ready; where the cluster is away, go on trying."""
        try:
            await self._make_ready()
        except ClusterError as error:
            self._lose(error)

    async def close(self) -> None:
        """Look for the cluster no longer."""
        if self._recovering is not None:
            self._recovering.cancel()
            await asyncio.wait([self._recovering])

    async def best(
        self, terms: Sequence[str], limit: int, among: Sequence[int] | None
    ) -> list[Hit] | None:
        """The best paragraphs; None while the cluster does not serve them."""
        if self.away_since is not None:
            return None
        try:
            async with asyncio.timeout(_QUESTION_SECONDS):
                with _understood():
                    found = await find_best(
                        self._search, self._formula, self._local.idf, terms, limit, among
                    )
        except ClusterError as error:
            self._lose(error)
            return None
        except TimeoutError:
            self._lose(ClusterError("The search cluster does not answer in time."))
            return None
        return self._local.top(terms, limit, among) if found is None else found

    async def _search(self, body: Json, seconds: float = _QUESTION_SECONDS) -> Sequence[Json]:
        answer = await self._cluster.request(
            "POST",
            f"/{self.name}/_search",
            body,
            seconds=seconds,
            search_type="dfs_query_then_fetch",  # the idf of all shards together
            allow_partial_search_results="false",
            filter_path="hits.hits._id,hits.hits._score,hits.hits.fields",
        )
        found: Sequence[Json] = answer.get("hits", {}).get("hits", ())
        return found

    async def _make_ready(self) -> None:
        with _understood():
            if not await is_filled(self._cluster, self._alias, self.name, _LOOK_SECONDS):
                await self._fill()
            await self._search(_ANY, _LOOK_SECONDS)

    async def _fill(self) -> None:
        with self._lock() as held:
            if not held:
                raise ClusterError("The search cluster waits for the process that publishes.")
            terms = paragraphs(self._local.postings)
            await fill(self._cluster, self._alias, self.name, terms, self._formula)

    def _lose(self, error: ClusterError) -> None:
        if self.away_since is None:
            _log.warning("%s The local index answers meanwhile.", error)
            self.away_since = time.monotonic()
            self._recovering = asyncio.create_task(self._recover())

    async def _recover(self) -> None:
        pause = _FIRST_PAUSE
        while self.away_since is not None:
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))
            try:
                await self._make_ready()
            except ClusterError as error:
                _log.debug("Still away: %s", error)
                pause = min(_LONGEST_PAUSE, 2 * pause)
            else:
                self._was_away = time.monotonic() - self.away_since
                self.away_since = None
                _log.warning("The search cluster answers again, after %.0f s.", self._was_away)


@contextmanager
def _understood() -> Iterator[None]:
    """Take an answer that is not what OpenSearch answers for a cluster that is away."""
    try:
        yield
    except (LookupError, TypeError, ValueError) as error:
        raise ClusterError("The search cluster answers with something else.") from error
