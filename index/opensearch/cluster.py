"""Asking a cluster: on whichever node answers, within a time, in one kind of error."""

import asyncio
import ssl
from collections.abc import Mapping
from typing import Any

from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import OpenSearchException, TransportError

from corpus.errors import RapporteurError
from index.opensearch.address import Address, Node

Json = dict[str, Any]

MISSING = 404
OVERLOADED = 429
_REFUSED = frozenset({401, 403})
_AGAIN_ON = (502, 503, 504)  # statuses that another node may not give
_AVOIDED_SECONDS = 5  # a node that failed; twice as long for each time that it fails again
_LONGEST_AVOIDED = 3  # such doublings


class ClusterError(RapporteurError):
    """The cluster is away, or refuses.

    Attributes:
        status: of its HTTP answer; 0 where there was none.
    """

    def __init__(self, sentence: str, status: int = 0) -> None:
        super().__init__(sentence)
        self.status = status


class Cluster:
    """One cluster; to be used on one event loop, and closed there."""

    def __init__(self, address: Address) -> None:
        self._nodes = len(address.nodes)
        self._client = AsyncOpenSearch(
            hosts=[_host(each) for each in address.nodes],
            http_auth=(address.user, address.password) if address.user else None,
            **_encryption(address),
            http_compress=False,
            max_retries=2 * self._nodes,
            retry_on_timeout=True,
            retry_on_status=_AGAIN_ON,
            dead_timeout=_AVOIDED_SECONDS,
            timeout_cutoff=_LONGEST_AVOIDED,
        )

    async def request(
        self,
        method: str,
        path: str,
        body: Json | str | None = None,
        *,
        seconds: float,
        **parameters: str | int,
    ) -> Json:
        """One operation of the REST interface; its answer's JSON.

        Args:
            method: of HTTP.
            path: from the root, percent-encoded.
            body: JSON, or the lines of a bulk request.
            seconds: for all nodes that are tried together.
            parameters: of the query string.

        Raises:
            ClusterError: no node answered in time, or the operation was refused.
        """
        attempt = seconds / min(2, self._nodes)  # a node that hangs leaves time for another
        given: Mapping[str, Any] = {**parameters, "request_timeout": attempt}
        try:
            async with asyncio.timeout(seconds):
                answer = await self._client.transport.perform_request(
                    method, path, params=dict(given), body=body
                )
        except TimeoutError as error:
            raise ClusterError("The search cluster does not answer in time.") from error
        except TransportError as error:
            raise _told(error) from error
        except OpenSearchException as error:
            raise ClusterError("The search cluster answers with something else.") from error
        return answer if isinstance(answer, dict) else {}

    async def close(self) -> None:
        """Close all connections, those to nodes that failed as well."""
        pool = self._client.transport.connection_pool
        for each in getattr(pool, "orig_connections", ()):
            await each.close()
        await self._client.close()


def _host(node: Node) -> Json:
    return {
        "host": node.host,
        "port": node.port,
        "url_prefix": node.prefix,
        "use_ssl": node.secure,
    }


def _encryption(address: Address) -> Json:
    if not any(each.secure for each in address.nodes):
        return {}
    authority = str(address.authority) if address.authority else None
    return {"ssl_context": ssl.create_default_context(cafile=authority)}


def _told(error: TransportError) -> ClusterError:
    status = error.status_code if isinstance(error.status_code, int) else 0
    if not status:
        return ClusterError("The search cluster cannot be reached.")
    if status in _REFUSED:
        return ClusterError("The search cluster refuses this user (OPENSEARCH_USER).", status)
    if status == OVERLOADED:
        return ClusterError("The search cluster has too much to do.", status)
    return ClusterError(f"The search cluster refused ({status} {error.error}).", status)
