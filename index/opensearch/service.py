"""A cluster for the length of a library's life: an engine for each generation that it serves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from index.engine import Engine
from index.opensearch.address import Address
from index.opensearch.background import BackgroundLoop
from index.opensearch.cluster import Cluster
from index.opensearch.engine import OpenSearchEngine
from index.opensearch.remote import Lock, RemoteIndex
from index.ranking.bm25 import BM25Engine


class SearchService:
    """Makes engines over one alias of a cluster; only the latest looks for a cluster that is away.

    Args:
        loop: on which the cluster is asked.
        cluster: to be asked.
        alias: the corpus's.
        lock: lets one process at a time make an index.
    """

    def __init__(self, loop: BackgroundLoop, cluster: Cluster, alias: str, lock: Lock) -> None:
        self._loop = loop
        self._cluster = cluster
        self._alias = alias
        self._lock = lock
        self._latest: RemoteIndex | None = None

    async def engine(self, local: Engine) -> Engine:
        """An engine that ranks the paragraphs of a local one, once the cluster has them."""
        if not isinstance(local, BM25Engine):  # it has no postings to send
            return local
        remote = await asyncio.to_thread(RemoteIndex, self._cluster, self._alias, local, self._lock)
        await self._loop.wait(remote.open())
        await self._watch(remote)
        return OpenSearchEngine(self._loop, remote, local)

    async def close(self) -> None:
        """Close all connections."""
        await self._watch(None)
        await self._loop.wait(self._cluster.close())

    async def _watch(self, remote: RemoteIndex | None) -> None:
        if self._latest is not None:
            await self._loop.wait(self._latest.close())
        self._latest = remote


@asynccontextmanager
async def open_service(address: Address, alias: str, lock: Lock) -> AsyncIterator[SearchService]:
    """Connect when first asked, close everything in the end."""
    with BackgroundLoop() as loop:
        service = SearchService(loop, await loop.wait(_connected(address)), alias, lock)
        try:
            yield service
        finally:
            await service.close()


async def _connected(address: Address) -> Cluster:
    return Cluster(address)
